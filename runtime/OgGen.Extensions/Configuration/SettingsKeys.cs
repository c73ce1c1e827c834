using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace OgGen;

/// <summary>Finds keys of a section that are no settings, such as misspelt ones.</summary>
internal static class SettingsKeys
{
    private static readonly string[] s_known =
    [
        "ApiKey", "Server", "BaseAddress", "Timeout", "AttemptTimeout", "MaxResponseBytes", "UserAgent", "InsecureHosts",
        "Retry:Enabled", "Retry:MaxRetries", "Retry:BaseDelay", "Retry:MaxDelay", "Retry:RetryUnsafeMethods", "Retry:Budget",
        "RateLimit:Enabled", "RateLimit:PermitsPerSecond",
    ];

    /// <summary>The keys that are no settings, each with the setting that was probably meant.</summary>
    /// <param name="section">
    /// The section. Where it is the whole configuration, only keys below <c>Retry</c> and <c>RateLimit</c> are looked at: the others are
    /// everybody's.
    /// </param>
    /// <param name="isServer">Whether a value is the name of one of the client's servers.</param>
    public static IEnumerable<(string Key, string? Meant)> Unknown(IConfiguration section, Func<string, bool> isServer)
        => section.GetChildren()
            .Where(child => section is IConfigurationSection || IsParent(child.Key))
            .SelectMany(static child => Leaves(child, child.Key))
            .Where(static key => !s_known.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => (key, Meant(key) ?? (section[key] is { } value && isServer(value) ? "Server" : null)));

    private static bool IsParent(string key) => s_known.Any(known => known.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Leaves(IConfigurationSection section, string path)
    {
        IConfigurationSection[] children = [.. section.GetChildren()];
        bool isList = children.Length > 0
            && Array.TrueForAll(children, static child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return children.Length == 0 || isList
            ? [path]
            : children.SelectMany(child => Leaves(child, ConfigurationPath.Combine(path, child.Key)));
    }

    private static string? Meant(string key)
    {
        string last = ConfigurationPath.GetSectionKey(key);
        return s_known.FirstOrDefault(known => ConfigurationPath.GetSectionKey(known).Equals(last, StringComparison.OrdinalIgnoreCase))
            ?? s_known.FirstOrDefault(known => last.Length >= 3 && known.EndsWith(last, StringComparison.OrdinalIgnoreCase))
            ?? s_known.Select(known => (Known: known, Edits: Edits(key.ToUpperInvariant(), known.ToUpperInvariant())))
                .Where(candidate => candidate.Edits <= Math.Max(2, key.Length / 4))
                .OrderBy(static candidate => candidate.Edits)
                .Select(static candidate => candidate.Known)
                .FirstOrDefault();
    }

    /// <summary>How many characters have to be added, removed or replaced (Levenshtein).</summary>
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
