namespace OgGen.Generator.Document.Reading;

/// <summary>Lines of a YAML text.</summary>
internal static class YamlLines
{
    public static bool IsBreak(char c) => c is '\n' or '\r';

    /// <summary>The index at which a line ends, before its break.</summary>
    public static int End(string text, int at)
    {
        int end = text.IndexOfAny(['\r', '\n'], at);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The index at which the next line begins.</summary>
    public static int Next(string text, int at) => AfterBreak(text, End(text, at));

    /// <summary>The index after a line break; the same where there is none.</summary>
    public static int AfterBreak(string text, int end)
        => end >= text.Length || !IsBreak(text[end]) ? end
            : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2
            : end + 1;

    /// <summary>The spaces with which a line begins.</summary>
    public static int Indentation(string text, int line)
    {
        int at = line;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - line;
    }

    /// <summary>Whether a line has nothing but spaces and tabs.</summary>
    public static bool IsBlank(string text, int line, int end) => FirstNonBlank(text, line, end) == end;

    /// <summary>The index of the first character of a line that is no space and no tab; that of its end where there is none.</summary>
    public static int FirstNonBlank(string text, int line, int end)
    {
        int at = line;
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a line has nothing but spaces.</summary>
    public static bool IsEmpty(string text, int line)
        => line + Indentation(text, line) is var at && (at == text.Length || IsBreak(text[at]));
}
