namespace OgGen;

/// <summary>What may be a secret. No message here repeats the value.</summary>
internal static class SecretText
{
    /// <summary>Checks a key or token: visible ASCII, with spaces only inside.</summary>
    /// <exception cref="ArgumentException">It is null, empty, or holds another character.</exception>
    public static void Check(string? secret, string name)
    {
        if (FindProblem(secret) is { } problem)
        {
            throw new ArgumentException(problem, name);
        }
    }

    /// <summary>Finds what is wrong with a secret.</summary>
    public static string? FindProblem(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return "The secret is missing or empty.";
        }

        if (secret[0] == ' ' || secret[^1] == ' ')
        {
            return "The secret starts or ends with a space; was it copied with one?";
        }

        return secret.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? "The secret holds a character that is not visible ASCII, such as a line break."
            : null;
    }
}
