namespace OgGen.Generator.Common;

/// <summary>The code spans of a Markdown text: what stands between two runs of backticks of one length.</summary>
/// <remarks>The last run of each length is found once, so that runs without a partner cost no search each.</remarks>
internal sealed class CodeSpans
{
    private readonly string _text;

    /// <summary>Behind the start of the last run, by the run's length; 0 where there is none.</summary>
    private readonly int[] _lastRun = [];

    public CodeSpans(string text)
    {
        _text = text;
        for (int at = text.IndexOf('`'); at >= 0; at = text.IndexOf('`', at))
        {
            int length = RunAt(at);
            if (length >= _lastRun.Length)
            {
                Array.Resize(ref _lastRun, length + 1);
            }

            _lastRun[length] = at + 1;
            at += length;
        }
    }

    /// <summary>The code of all spans of a text.</summary>
    public static IEnumerable<string> In(string text)
    {
        if (text.IndexOf('`') < 0)
        {
            yield break;
        }

        var spans = new CodeSpans(text);
        for (int at = text.IndexOf('`'); at >= 0; at = text.IndexOf('`', at))
        {
            int length = spans.RunAt(at);
            int end = spans.EndOf(at, length);
            if (end >= 0)
            {
                yield return spans.CodeOf(at, length, end);
            }

            at = (end < 0 ? at : end) + length;
        }
    }

    /// <summary>A text as a code span.</summary>
    public static string Quote(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        string padding = text.Length > 0 && text[0] is not ('`' or ' ') && text[text.Length - 1] is not ('`' or ' ') ? "" : " ";
        return fence + padding + text + padding + fence;
    }

    /// <summary>How many backticks stand one after another.</summary>
    public int RunAt(int start)
    {
        int end = start;
        while (end < _text.Length && _text[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The run that ends the code span which a run begins; -1 where that begins none.</summary>
    /// <param name="start">Where the first run begins.</param>
    /// <param name="length">Its length.</param>
    public int EndOf(int start, int length)
    {
        if (_lastRun[length] <= start + 1)
        {
            return -1;
        }

        int at = _text.IndexOf('`', start + length);
        while (RunAt(at) is var run && run != length)
        {
            at = _text.IndexOf('`', at + run);
        }

        return at;
    }

    /// <summary>The code of a span, without the line ends and the one space on each side that Markdown takes off.</summary>
    public string CodeOf(int start, int length, int end)
    {
        string code = _text.Substring(start + length, end - start - length).Replace('\n', ' ');
        bool isPadded = code.Length > 2 && code[0] == ' ' && code[code.Length - 1] == ' ' && code.Trim().Length > 0;
        return isPadded ? code.Substring(1, code.Length - 2) : code;
    }
}
