using System.Globalization;
using OgGen.Generator.Common;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Building;

/// <summary>Hint names: the alphabet that every host accepts, a bounded length, unique ignoring case.</summary>
/// <param name="namespace">The namespace of the generated code, with which each begins.</param>
internal sealed class FileNames(string @namespace)
{
    /// <summary>
    /// Many small files cost the compiler on each keystroke (measured: 1.8 ms at 250 files, 52 ms at 4,000), so above a
    /// limit components, and groups of operations, share files, each by its name alone: adding one moves no other.
    /// </summary>
    public const int Few = 200;

    private const int Buckets = 100;

    private readonly NameScope _names = new([], ignoreCase: true);

    public string Assign(string name)
    {
        // Leaves room for a number and the extension.
        const int maxLength = Limits.HintName - 20;
        string whole = @namespace + "." + name;
        string stem = new(
            whole.Select(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' ? c : '_')
                .ToArray());
        if (stem != whole || stem.Length > maxLength)
        {
            // The hash is that of the whole name, as other documents' hint names are not known here.
            stem = stem.Substring(0, Math.Min(stem.Length, maxLength - 9)) + "_" + StableHash.Of(whole);
        }

        return _names.Assign(stem) + ".g.cs";
    }

    /// <summary>The name of the file that a type shares with others of its kind.</summary>
    public static string BucketOf(string type, string kind)
        => kind + (Convert.ToUInt32(StableHash.Of(type), 16) % Buckets).ToString("000", CultureInfo.InvariantCulture);
}
