namespace OgGen.Opsgenie.Keep.Secrets;

/// <summary>
/// What looks like a secret. It is better to take too much: what is taken out is in the file of secrets, and what stays is in a repository
/// for good.
/// </summary>
internal static class TokenText
{
    private const int ShortestMixedRun = 8;
    private const int LongestPlainRun = 24;

    // In lower case; compared with names without their punctuation.
    private static readonly string[] s_secretWords =
        ["token", "secret", "passw", "pwd", "credential", "auth", "apikey", "privatekey", "accesskey", "sharedkey", "signature", "bearer"];

    // What addresses call their secrets besides.
    private static readonly string[] s_shortWords = ["key", "sig", "pass", "code", "sas", "hmac", "jwt", "session"];

    /// <summary>Whether a member of this name holds a secret.</summary>
    public static bool IsSecretName(string name)
    {
        string plain = Plain(name);
        return s_secretWords.Any(word => plain.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a parameter of this name in an address holds a secret.</summary>
    public static bool IsSecretParameter(string name)
    {
        string plain = Plain(name);
        return IsSecretName(name) || s_shortWords.Any(word => plain.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether a part of an address looks made by chance: a run of at least 8 letters and digits with both among them, or one of at least
    /// 24 of either. So <c>restart-service-in-production</c> is a word, and a UUID is none.
    /// </summary>
    public static bool LooksRandom(ReadOnlySpan<char> text)
    {
        int letters = 0;
        int digits = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                letters++;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else
            {
                letters = digits = 0;
            }

            int run = letters + digits;
            if (run >= LongestPlainRun || (run >= ShortestMixedRun && letters > 0 && digits > 0))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
