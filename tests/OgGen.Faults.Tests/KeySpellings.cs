using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OgGen.Faults.Tests;

/// <summary>
/// The spellings in which a service, a handler or a proxy can repeat a key, and a search that finds the key in any of them. The search
/// shares no code with the runtime.
/// </summary>
internal static partial class KeySpellings
{
    private static readonly Func<string, string>[] s_decodings =
    [
        static text =>
            JsonEscape().Replace(text, static m => m.Groups["hex"] is { Success: true } hex ? FromHex(hex.Value) : m.Groups["char"].Value),
        Uri.UnescapeDataString,
        static text => Uri.UnescapeDataString(text.Replace('+', ' ')),
        static text => WebUtility.HtmlDecode(HtmlName().Replace(text, static m => NamesOfAscii.GetValueOrDefault(m.Value, m.Value))),
    ];

    /// <summary>Names of HTML 5 that .NET does not read.</summary>
    private static Dictionary<string, string> NamesOfAscii
        => " !#$%&'()*+,-./:;<=>?@[]_".Where(static c => NameOf(c) is not null)
            .ToDictionary(static c => $"&{NameOf(c)};", static c => c.ToString());

    /// <summary>Ways to write a text, by name. Each decodes to the text, once or twice.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>
    {
        ["as it is"] = static text => text,
        ["in capitals"] = static text => text.ToUpperInvariant(),
        ["JSON, every character, lower hex"] = static text => EachChar(text, static c => $"\\u{(int)c:x4}"),
        ["JSON, every character, upper hex"] = static text => EachChar(text, static c => $"\\u{(int)c:X4}"),
        ["JSON, every other character"] = static text =>
            EachChar(text, static (c, i) => i % 2 == 0 || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : JsonPlain(c)),
        ["JSON as System.Text.Json writes it"] = static text => System.Text.Json.JsonEncodedText.Encode(text).ToString(),
        ["JSON as Gson writes it"] = static text =>
            EachChar(text, static c => "<>&='".Contains(c, StringComparison.Ordinal) ? $"\\u{(int)c:x4}" : JsonPlain(c)),
        ["JSON with escaped slashes"] = static text => EachChar(text, static c => c == '/' ? "\\/" : JsonPlain(c)),
        ["JSON inside JSON"] = static text => EachChar(EachChar(text, static c => $"\\u{(int)c:x4}"), static c => JsonPlain(c)),
        ["JavaScript hex"] = static text => EachChar(text, static c => c < 256 ? $"\\x{(int)c:x2}" : $"\\u{(int)c:x4}"),
        ["percent, every byte, upper hex"] = static text => EachByte(text, static b => $"%{b:X2}"),
        ["percent, every byte, lower hex"] = static text => EachByte(text, static b => $"%{b:x2}"),
        ["percent as .NET writes it"] = Uri.EscapeDataString,
        ["percent twice"] = static text => Uri.EscapeDataString(EachByte(text, static b => $"%{b:X2}")),
        ["a form"] = static text => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal),
        ["HTML, decimal"] = static text => EachRune(text, static r => $"&#{r.Value};"),
        ["HTML, hex"] = static text => EachRune(text, static r => $"&#x{r.Value:x};"),
        ["HTML, upper hex with zeros"] = static text => EachRune(text, static r => $"&#X{r.Value:X6};"),
        ["HTML as .NET writes it"] = WebUtility.HtmlEncode,
        ["HTML names"] = static text => EachChar(text, static c => NameOf(c) is { } name ? $"&{name};" : c.ToString()),
        ["HTML inside JSON"] = static text =>
            System.Text.Json.JsonEncodedText.Encode(EachRune(text, static r => $"&#{r.Value};")).ToString(),
        ["percent inside JSON"] = static text =>
            EachChar(EachByte(text, static b => $"%{b:X2}"), static c => c == '%' ? "\\u0025" : c.ToString()),
        ["base64"] = static text => Base64(text),
        ["base64 of the header's value"] = static text => Base64("GenieKey " + text),
        ["base64 of the header"] = static text => Base64($"Authorization: GenieKey {text}\r\n"),
        ["base64 for addresses, without padding"] = static text => Base64("k=" + text).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ["base64 inside JSON"] = static text => System.Text.Json.JsonEncodedText.Encode(Base64("GenieKey " + text)).ToString(),
        ["base64 inside a form"] = static text => Uri.EscapeDataString(Base64(text)),
    };

    /// <summary>Whether a text holds a secret in any spelling, up to three layers deep.</summary>
    public static bool Holds(string text, string secret) => Holds(text, secret, 3);

    private static bool Holds(string text, string secret, int depth)
        => text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            || HoldsBase64(text, secret)
            || (depth > 0
                && text.AsSpan().ContainsAny("\\%&+")
                && s_decodings.Select(decode => decode(text)).Any(decoded => decoded != text && Holds(decoded, secret, depth - 1)));

    private static bool HoldsBase64(string text, string secret)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(secret);
        foreach (ValueMatch run in Base64Run().EnumerateMatches(text))
        {
            if (run.Length < wanted.Length)
            {
                continue;
            }

            string token = text.Substring(run.Index, run.Length).Replace('-', '+').Replace('_', '/');
            for (int skip = 0; skip < 4; skip++)
            {
                string whole = token[skip..];
                whole = whole[..(whole.Length - (whole.Length % 4 == 1 ? 1 : 0))];
                if (Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '=')).AsSpan().IndexOf(wanted) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string FromHex(string hex)
    {
        int code = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code <= char.MaxValue ? ((char)code).ToString() : code <= 0x10FFFF ? char.ConvertFromUtf32(code) : "";
    }

    private static string JsonPlain(char c) => c is '"' or '\\' ? "\\" + c : c.ToString();

    private static string EachChar(string text, Func<char, string> write) => string.Concat(text.Select(write));

    private static string EachChar(string text, Func<char, int, string> write) => string.Concat(text.Select(write));

    private static string EachRune(string text, Func<Rune, string> write) => string.Concat(text.EnumerateRunes().Select(write));

    private static string EachByte(string text, Func<byte, string> write) => string.Concat(Encoding.UTF8.GetBytes(text).Select(write));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? NameOf(char c) => c switch
    {
        '<' => "lt",
        '>' => "gt",
        '&' => "amp",
        '"' => "quot",
        '\'' => "apos",
        '/' => "sol",
        '=' => "equals",
        '+' => "plus",
        '.' => "period",
        '-' => null,
        ':' => "colon",
        '_' => "lowbar",
        '\u00e9' => "eacute",
        '\u00e4' => "auml",
        _ => null,
    };

    [GeneratedRegex(
        """\\(?:u(?<hex>[0-9a-fA-F]{4})|u\{(?<hex>[0-9a-fA-F]{1,6})\}|x(?<hex>[0-9a-fA-F]{2})|(?<char>["'\\/]))""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex JsonEscape();

    [GeneratedRegex("&[a-z]+;")]
    private static partial Regex HtmlName();

    [GeneratedRegex("[A-Za-z0-9+/_-]{10,}")]
    private static partial Regex Base64Run();
}
