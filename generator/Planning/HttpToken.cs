namespace OgGen.Generator.Planning;

/// <summary>Names of headers and cookies.</summary>
internal static class HttpToken
{
    /// <summary>Whether a string is a token (RFC 9110, 5.6.2).</summary>
    public static bool Is(string text)
        => text.All(
            static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);
}
