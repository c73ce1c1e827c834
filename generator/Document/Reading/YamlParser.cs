using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// YamlDotNet's parser for any YAML 1.2 document. Its scanner refuses documents with blanks in lines that have nothing else: at the
/// beginning of block scalars, and for tabs between elements. Those blanks have no meaning and are removed. Characters that are line breaks
/// only in YAML 1.1 are replaced for the scanner. No element changes its line or column.
/// </summary>
internal sealed class YamlParser : IParser
{
    /// <summary>Line breaks of YAML 1.1 that are ordinary characters of YAML 1.2.</summary>
    private static readonly char[] s_oldBreaks = ['\u0085', '\u2028', '\u2029'];

    private readonly Parser _parser;

    /// <summary>The substitutes for <see cref="s_oldBreaks"/>, in their order; empty where the text has none of those.</summary>
    private readonly char[] _substitutes;

    /// <summary>The values of block scalars that the scanner would read otherwise, by their number.</summary>
    private readonly Dictionary<int, string> _values = [];
    private int _blockScalars;

    public YamlParser(string text)
    {
        _substitutes = text.IndexOfAny(s_oldBreaks) >= 0 ? Unused(text) : [];
        text = Exchange(text, s_oldBreaks, _substitutes);
        _parser = new Parser(new StringReader(HasBlankLine(text) ? WithoutBlanks(text) : text));
    }

    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        bool hasNext = _parser.MoveNext();
        Current = _parser.Current is Scalar scalar && Value(scalar) is var value && !ReferenceEquals(value, scalar.Value)
            ? new Scalar(
                scalar.Anchor, scalar.Tag, value, scalar.Style, scalar.IsPlainImplicit, scalar.IsQuotedImplicit, scalar.Start, scalar.End)
            : _parser.Current;
        return hasNext;
    }

    private string Value(Scalar scalar)
    {
        bool isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        string value = isBlock && _values.TryGetValue(_blockScalars++, out string? read) ? read : scalar.Value;
        return Exchange(value, _substitutes, s_oldBreaks);
    }

    /// <summary>Characters for private use that a text does not have.</summary>
    private static char[] Unused(string text)
    {
        var used = new HashSet<char>(text);
        return Enumerable.Range(0xE000, 0xF900 - 0xE000)
            .Select(static code => (char)code)
            .Where(c => !used.Contains(c))
            .Take(s_oldBreaks.Length)
            .ToArray();
    }

    private static string Exchange(string text, char[] from, char[] to)
    {
        for (int i = 0; i < Math.Min(from.Length, to.Length); i++)
        {
            text = text.Replace(from[i], to[i]);
        }

        return text;
    }

    /// <summary>Whether a line of blanks may be one that the scanner does not read, which few documents have.</summary>
    private static bool HasBlankLine(string text)
    {
        bool isBelowHeader = false;
        for (int line = 0; line < text.Length; line = YamlLines.Next(text, line))
        {
            int end = YamlLines.End(text, line);
            if (!YamlLines.IsBlank(text, line, end))
            {
                isBelowHeader = text.IndexOfAny(['|', '>'], line, end - line) >= 0;
            }
            else if (end > line && isBelowHeader)
            {
                return true;
            }

            int first = YamlLines.FirstNonBlank(text, line, end);
            if ((first == end || text[first] == '#') && text.IndexOf('\t', line, first - line) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private string WithoutBlanks(string text)
    {
        var result = new StringBuilder(text.Length);
        int copied = 0;
        int number = 0;
        foreach (BlockScalar scalar in BlockScalarFinder.Find(text))
        {
            AppendWithoutBlanks(result, text, copied, scalar.FirstLine);
            if (scalar.LongestLead(text) <= scalar.Indentation)
            {
                AppendWithoutBlanks(result, text, scalar.FirstLine, scalar.TextLine);
                copied = scalar.TextLine;
            }
            else if (scalar is { HasIndicator: true, IsLiteral: true })
            {
                // Spaces beyond the indentation belong to the value.
                _values.Add(number, scalar.LiteralValue(text));
                AppendWithoutBlanks(result, text, scalar.FirstLine, scalar.TextLine);
                copied = scalar.TextLine;
            }
            else
            {
                // A line of text that is indented less than a line of spaces before it is an error, which the scanner reports.
                copied = scalar.FirstLine;
            }

            result.Append(text, copied, scalar.End - copied);
            copied = scalar.End;
            number++;
        }

        AppendWithoutBlanks(result, text, copied, text.Length);
        return result.ToString();
    }

    /// <summary>Appends lines: of those that have nothing but blanks only the line break, and spaces for tabs before a comment.</summary>
    private static void AppendWithoutBlanks(StringBuilder result, string text, int start, int end)
    {
        for (int line = start; line < end;)
        {
            int lineEnd = YamlLines.End(text, line);
            int next = YamlLines.AfterBreak(text, lineEnd);
            int first = YamlLines.FirstNonBlank(text, line, lineEnd);
            if (first < lineEnd && text[first] == '#')
            {
                result.Append(' ', first - line);
                line = first;
            }
            else if (first == lineEnd)
            {
                line = lineEnd;
            }

            result.Append(text, line, next - line);
            line = next;
        }
    }
}
