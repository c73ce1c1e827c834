using System.Globalization;

namespace OgGen.Generator.Common;

/// <summary>A hash that is the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>Eight hexadecimal digits (FNV-1a over UTF-16).</summary>
    public static string Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
