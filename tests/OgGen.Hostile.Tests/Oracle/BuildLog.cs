using System.Globalization;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>What a message must not hold: build servers read logs line by line, and act on some of them.</summary>
internal static class BuildLog
{
    /// <summary>What is wrong with a message; null if nothing is.</summary>
    public static string? Fault(string message)
        => message.Any(IsInvisible) ? $"U+{(int)message.First(IsInvisible):X4} in: {message}"
            : message.Contains("##", StringComparison.Ordinal) || message.TrimStart().StartsWith("::", StringComparison.Ordinal)
                ? "a command: " + message
            : message.Length > 1000 ? "too long: " + message
            : null;

    private static bool IsInvisible(char c)
        => char.GetUnicodeCategory(c) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
