using System.Security.Cryptography;
using System.Text;

namespace OgGen.Opsgenie.Keep.Files;

/// <summary>
/// The name of the file, or folder, of an object. The same key has the same name in every run and on every system; different keys have
/// different names, also where the file system ignores case; no key leads out of its folder.
/// </summary>
internal static class FileNames
{
    private const int LongestPlain = 64;
    private const int LongestReadable = 40;

    // Names that Windows keeps for devices, with any extension.
    private static readonly HashSet<string> s_devices =
    [
        "con", "prn", "aux", "nul",
        .. Enumerable.Range(1, 9).SelectMany(static n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>
    /// The key itself where it is short and consists of lower-case ASCII letters, digits, <c>-</c> and <c>_</c>, as ids do. Else what of
    /// it can be read, <c>~</c>, and 16 hexadecimal digits of its SHA-256.
    /// </summary>
    public static string Of(string key)
    {
        bool isPlain = key.Length is > 0 and <= LongestPlain
            && key.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            && key[0] != '-'
            && !s_devices.Contains(key);
        if (isPlain)
        {
            return key;
        }

        var readable = new StringBuilder();
        foreach (char c in key.AsSpan(0, Math.Min(key.Length, LongestReadable)))
        {
            readable.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        }

        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
        return $"{readable.ToString().TrimStart('-')}~{hash.ToLowerInvariant()}";
    }
}
