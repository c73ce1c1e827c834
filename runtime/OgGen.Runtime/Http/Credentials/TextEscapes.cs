using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace OgGen;

/// <summary>
/// The escapes of JSON and JavaScript, of URLs and forms, and of HTML; each method is a <see cref="DecodedText.Decoding"/>.
/// </summary>
internal static class TextEscapes
{
    /// <summary>The longest name of a character in HTML, with <c>&amp;</c> and <c>;</c>, and more than any number needs.</summary>
    private const int LongestEntity = 34;

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> s_entity =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The names of visible ASCII in HTML 5 that .NET does not know.</summary>
    private static readonly Dictionary<string, char> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["&excl;"] = '!', ["&num;"] = '#', ["&dollar;"] = '$', ["&percnt;"] = '%', ["&apos;"] = '\'', ["&lpar;"] = '(', ["&rpar;"] = ')',
        ["&ast;"] = '*', ["&midast;"] = '*', ["&plus;"] = '+', ["&comma;"] = ',', ["&period;"] = '.', ["&sol;"] = '/', ["&colon;"] = ':',
        ["&semi;"] = ';', ["&equals;"] = '=', ["&quest;"] = '?', ["&commat;"] = '@', ["&lsqb;"] = '[', ["&lbrack;"] = '[',
        ["&bsol;"] = '\\',
        ["&rsqb;"] = ']', ["&rbrack;"] = ']', ["&hat;"] = '^', ["&lowbar;"] = '_', ["&underbar;"] = '_', ["&grave;"] = '`',
        ["&lcub;"] = '{', ["&lbrace;"] = '{', ["&verbar;"] = '|', ["&vert;"] = '|', ["&rcub;"] = '}', ["&rbrace;"] = '}',
        ["&lt;"] = '<', ["&gt;"] = '>', ["&amp;"] = '&', ["&quot;"] = '"', ["&tab;"] = '\t', ["&newline;"] = '\n', ["&nbsp;"] = ' ',
    };

    /// <summary>What an escape begins with.</summary>
    public static SearchValues<char> Starts { get; } = SearchValues.Create("\\%&+");

    /// <summary><c>\u003d</c>, the short ones such as <c>\"</c>, and JavaScript's <c>\x3d</c> and <c>\u{3d}</c>.</summary>
    public static int Json(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text[0] != '\\')
        {
            return 0;
        }

        if (text.Length == 1)
        {
            return 1;
        }

        if (text[1] is 'u' or 'x')
        {
            return text.Length > 2 && text[2] == '{' ? Braces(text, decoded) : Digits(text, text[1] == 'u' ? 4 : 2, decoded);
        }

        char? plain = text[1] switch
        {
            '"' or '\\' or '/' or '\'' => text[1],
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        decoded.Append(plain);
        return plain is null ? 0 : 2;
    }

    /// <summary><c>%3D</c>: one character of UTF-8 at a time.</summary>
    public static int Percent(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = 0;
        int length = 0;
        while (count < bytes.Length && length < text.Length && text[length] == '%')
        {
            ReadOnlySpan<char> digits = text.Slice(length + 1, Math.Min(2, text.Length - length - 1));
            if (digits.Length < 2 && digits.IndexOfAnyExcept(s_hex) < 0)
            {
                return text.Length;
            }

            if (digits.Length < 2 || !byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
            {
                return 0;
            }

            count++;
            length += 3;
            OperationStatus status = Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out _);
            if (status == OperationStatus.Done)
            {
                decoded.Append(rune.ToString());
                return length;
            }

            if (status == OperationStatus.InvalidData)
            {
                return 0;
            }
        }

        return length == text.Length ? length : 0;
    }

    /// <summary>As in a URL, and <c>+</c> for a space.</summary>
    public static int Form(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text[0] != '+')
        {
            return Percent(text, decoded);
        }

        decoded.Append(' ');
        return 1;
    }

    /// <summary><c>&amp;lt;</c>, <c>&amp;#60;</c> and <c>&amp;#x3c;</c>.</summary>
    public static int Html(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text[0] != '&')
        {
            return 0;
        }

        int end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 0)
        {
            bool isCut = text.Length < LongestEntity && text[1..].IndexOfAnyExcept(s_entity) < 0;
            return isCut ? text.Length : 0;
        }

        string entity = text[..(end + 1)].ToString();
        string plain = s_names.TryGetValue(entity, out char name) ? name.ToString() : WebUtility.HtmlDecode(entity);
        if (plain == entity)
        {
            return 0;
        }

        decoded.Append(plain);
        return entity.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int count, StringBuilder decoded)
    {
        ReadOnlySpan<char> digits = text.Slice(2, Math.Min(count, text.Length - 2));
        if (digits.IndexOfAnyExcept(s_hex) >= 0)
        {
            return 0;
        }

        if (digits.Length < count)
        {
            return text.Length;
        }

        decoded.Append((char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return 2 + count;
    }

    private static int Braces(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        int end = text[3..].IndexOfAnyExcept(s_hex);
        if (end < 0)
        {
            return text.Length;
        }

        if (text[3 + end] != '}'
            || !int.TryParse(text.Slice(3, end), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || !Rune.IsValid(code))
        {
            return 0;
        }

        decoded.Append(new Rune(code).ToString());
        return 4 + end;
    }
}
