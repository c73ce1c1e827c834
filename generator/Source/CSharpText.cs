using System.Globalization;
using System.Text;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>
/// The only encoder of strings of a document in C#: string literals and documentation comments. Its output is
/// ASCII, so no invisible character, line end or quote of a document reaches the compiler as code.
/// </summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Literal(string text) => Parts(text).ToString();

    /// <summary>A string literal, in parts.</summary>
    public static CodeParts Parts(string text) => new("\"", Escaped(text), "\"");

    /// <summary>A literal of UTF-8 bytes. A lone surrogate has no UTF-8 form and becomes U+FFFD, as in every encoder.</summary>
    public static string Utf8Literal(string text) => Utf8Parts(text).ToString();

    /// <summary>A literal of UTF-8 bytes, in parts.</summary>
    public static CodeParts Utf8Parts(string text) => new("\"", Escaped(WellFormed(text)), "\"u8");

    /// <summary>A label for a string in a <c>switch</c> over its length in UTF-8.</summary>
    public static string Case(string variable, string text) => $"case {Utf8Length(text)} when {variable}.Is({Utf8Literal(text)}):";

    /// <summary>Writes a label for a string in a <c>switch</c> over its length in UTF-8.</summary>
    public static void AddCase(CodeWriter writer, string variable, string text)
        => writer.Add($"case {Utf8Length(text)} when {variable}.Is({Utf8Parts(text)}):");

    private static string Utf8Length(string text) => Encoding.UTF8.GetByteCount(text).ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        if (IsPlainLiteral(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            AppendEscaped(escaped, c);
        }

        return escaped.ToString();
    }

    private static string WellFormed(string text)
    {
        if (IsPlainLiteral(text))
        {
            return text;
        }

        var well = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                well.Append(text[i]).Append(text[++i]);
            }
            else
            {
                well.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return well.ToString();
    }

    /// <summary>Text for a documentation comment: no markup passes, and what XML cannot hold becomes U+FFFD.</summary>
    public static string Xml(string text)
    {
        if (IsPlainXml(text))
        {
            return text;
        }

        var xml = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AppendReference(xml, char.ConvertToUtf32(c, text[++i]));
            }
            else if (c is '<' or '>' or '&')
            {
                xml.Append(c switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            }
            else if (c is >= ' ' and <= '~')
            {
                xml.Append(c);
            }
            else if (c == '\t')
            {
                xml.Append(' ');
            }
            else
            {
                AppendReference(xml, IsXml(c) ? c : 0xFFFD);
            }
        }

        return xml.ToString();
    }

    /// <summary>Text for an attribute of a documentation comment.</summary>
    public static string XmlAttribute(string text) => Xml(text).Replace("\"", "&quot;");

    /// <summary>What a comment refers to. It is named in full, as a member of the type around it may have the same name.</summary>
    public static string Reference(DocLink link)
        => $"global::{link.Namespace}.{link.TypeName}" + (link.MethodName is { } method ? $".{method}Async" : "");

    private static bool IsPlainXml(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '<' or '>' or '&')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlainLiteral(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendReference(StringBuilder xml, int codePoint)
        => xml.Append("&#x").Append(codePoint.ToString("X", CultureInfo.InvariantCulture)).Append(';');

    // Controls up to U+009F are legal references or not, by version of XML; no comment needs them.
    private static bool IsXml(char c) => c > '\u009F' && !char.IsSurrogate(c) && c < '\uFFFE';

    private static void AppendEscaped(StringBuilder literal, char c)
    {
        switch (c)
        {
            case '"':
                literal.Append("\\\"");
                break;
            case '\\':
                literal.Append("\\\\");
                break;
            case '\n':
                literal.Append("\\n");
                break;
            case '\r':
                literal.Append("\\r");
                break;
            case '\t':
                literal.Append("\\t");
                break;
            case >= ' ' and <= '~':
                literal.Append(c);
                break;
            default:
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
