using System.Collections.Concurrent;
using System.Text;

namespace OgGen.Generator.Tests.Support;

/// <summary>A keyword of an object in one version.</summary>
internal sealed record SupportKey(string Object, string Keyword, Versions Version);

/// <summary>What becomes of a keyword in one version, and whether it is right that nothing does.</summary>
internal sealed record SupportCell(Effect Effect, Kept? Kept)
{
    /// <summary>The state, or for a keyword that rightly has no effect the rule.</summary>
    public string Print() => Effect.IsNone && Kept is { } rule ? rule switch
    {
        Support.Kept.ForReaders => "for readers",
        Support.Kept.Allowed => "allowed",
        _ => "no meaning",
    }
        : Effect.Print();
}

/// <summary>Every keyword of OpenAPI 2.0 to 3.2, with what becomes of it in each version.</summary>
internal static class SupportMatrix
{
    private const string Introduction = """

        Every keyword of the specifications, with what becomes of it in each version. The tables are written by a test: for each cell, the
        generator reads the smallest document that has the keyword and the same document without it, and the difference is the state.

        | state | meaning |
        | --- | --- |
        | used | the generated code depends on it |
        | comment | it stands in the documentation comments, where IntelliSense shows it |
        | reported | no code follows from it, and a diagnostic says so at its line |
        | checked | values of the document (a default, an example) are compared with it, and a diagnostic reports those that do not fit |
        | for readers | the specification addresses it to people and tools that read the document |
        | allowed | it allows something that the client does in any case |
        | no meaning | the specification gives it no meaning in this object |
        | – | the version does not have it |

        A client does not validate what it sends or receives beyond types and required members: limits and patterns are the service's to
        enforce. A page explains each [diagnostic](diagnostics.md), such as OGG006.

        """;

    private static readonly SupportedVersion[] s_versions =
    [
        new(Versions.V20, "2.0"), new(Versions.V30, "3.0.4"), new(Versions.V31, "3.1.2"), new(Versions.V32, "3.2.0"),
    ];

    private static readonly Lazy<IReadOnlyDictionary<SupportKey, SupportCell>> s_cells = new(MakeCells);

    public static IReadOnlyList<SpecObject> Objects { get; } =
        [.. DocumentKeywords.All, .. OperationKeywords.All, .. SchemaKeywords.All, .. SecurityKeywords.All];

    public static IReadOnlyDictionary<SupportKey, SupportCell> Cells => s_cells.Value;

    /// <summary>The page.</summary>
    public static string Print()
    {
        var text = new StringBuilder("# What is supported: OpenAPI 2.0, 3.0, 3.1 and 3.2\n\n");
        foreach (SpecObject item in Objects)
        {
            text.Append("- [").Append(item.Name).Append("](#").Append(AnchorOf(item.Name)).Append(")\n");
        }

        text.Append(Introduction);
        foreach (SpecObject item in Objects)
        {
            text.Append("\n## ").Append(item.Name).Append("\n\n| keyword | 2.0 | 3.0 | 3.1 | 3.2 | in C# |\n");
            text.Append("| --- | --- | --- | --- | --- | --- |\n");
            foreach (IGrouping<string, KeywordProbe> keyword in item.Keywords.GroupBy(static probe => probe.Keyword))
            {
                text.Append("| `").Append(keyword.Key).Append("` |");
                foreach (SupportedVersion version in s_versions)
                {
                    SupportCell? cell = Cells.GetValueOrDefault(new SupportKey(item.Name, keyword.Key, version.Version));
                    text.Append(' ').Append(cell?.Print() ?? "–").Append(" |");
                }

                string note = keyword.Select(static probe => probe.Note).FirstOrDefault(static note => note.Length > 0) ?? "";
                text.Append(note.Length > 0 ? " " + note + " |\n" : " |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The anchor of a heading.</summary>
    private static string AnchorOf(string name)
        => string.Concat(name.Where(static letter => char.IsLetterOrDigit(letter) || letter == ' ')).Replace(' ', '-').ToLowerInvariant();

    private static ConcurrentDictionary<SupportKey, SupportCell> MakeCells()
    {
        var cells = new ConcurrentDictionary<SupportKey, SupportCell>();
        Parallel.ForEach(
            from item in Objects
            from probe in item.Keywords
            from version in s_versions
            where probe.Versions.HasFlag(version.Version)
            select (item, probe, version),
            one =>
            {
                (SpecObject item, KeywordProbe probe, SupportedVersion version) = one;
                var effect = Effect.Of(
                    DocumentOf(item, probe, probe.Other, version),
                    DocumentOf(item, probe, probe.Value, version),
                    probe.Wrong is null ? null : DocumentOf(item, probe, probe.Wrong, version));
                if (!cells.TryAdd(new SupportKey(item.Name, probe.Keyword, version.Version), new SupportCell(effect, probe.Kept)))
                {
                    throw new InvalidOperationException($"{item.Name} has '{probe.Keyword}' twice for OpenAPI {version.Number}.");
                }
            });
        return cells;
    }

    /// <summary>The document of a probe.</summary>
    /// <param name="item">The object.</param>
    /// <param name="probe">The keyword.</param>
    /// <param name="value">The keyword's value; null for a document without the keyword.</param>
    /// <param name="version">The version of the document.</param>
    private static string DocumentOf(SpecObject item, KeywordProbe probe, string? value, SupportedVersion version)
    {
        string document = version.Version == Versions.V20 ? probe.Document2 ?? item.Document2 : probe.Document ?? item.Document;
        string given = probe.Given ?? item.Given;
        string keyword = value is null ? "" : $"{probe.Keyword}: {value}";
        string members = given.Length > 0 && keyword.Length > 0 ? given + ", " + keyword : given + keyword;
        if (version.Version == Versions.V20)
        {
            members = members.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        }

        return document.Replace("§", members, StringComparison.Ordinal).Replace("{version}", version.Number, StringComparison.Ordinal);
    }

    private sealed record SupportedVersion(Versions Version, string Number);
}
