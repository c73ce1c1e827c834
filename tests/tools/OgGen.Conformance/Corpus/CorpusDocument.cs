using System.Globalization;
using System.Text.RegularExpressions;

namespace OgGen.Conformance.Corpus;

/// <summary>What is expected of a document.</summary>
internal enum Expectation
{
    /// <summary>A client without any error or warning of the compiler.</summary>
    Compiles,

    /// <summary>A client, and errors at places of the document.</summary>
    CompilesWithErrors,

    /// <summary>No client, and one diagnostic.</summary>
    Refused,
}

/// <summary>A document of a corpus, and what its manifest expects of it.</summary>
internal sealed partial record CorpusDocument(string Name, string Path)
{
    public Expectation Expectation { get; init; } = Expectation.Compiles;

    /// <summary>The files that its references lead to, where the manifest names them.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether the files that its references lead to are to be found by reading it.</summary>
    public bool HasParts { get; init; }

    /// <summary>The time within which it must be refused.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// The documents of a folder. With a manifest (<c>MANIFEST.tsv</c>: columns <c>name</c> and <c>expected</c>) those that it lists;
    /// else every JSON and YAML file in it, and in the folders below, that says it is OpenAPI.
    /// </summary>
    public static IReadOnlyList<CorpusDocument> Find(string folder)
    {
        string manifest = System.IO.Path.Combine(folder, "MANIFEST.tsv");
        return File.Exists(manifest) ? FromManifest(folder, File.ReadAllLines(manifest)) : DocumentFiles.Find(folder);
    }

    private static List<CorpusDocument> FromManifest(string folder, string[] lines)
    {
        string[] columns = lines[0].Split('\t');
        int name = Array.IndexOf(columns, "name");
        int expected = Array.IndexOf(columns, "expected");
        return lines.Skip(1)
            .Where(static line => line.Length > 0)
            .Select(static line => line.Split('\t'))
            .Where(row => !row[expected].StartsWith("a part of ", StringComparison.Ordinal))
            .Select(row => Expect(new CorpusDocument(row[name], System.IO.Path.Combine(folder, row[name])), row[expected], folder))
            .ToList();
    }

    private static CorpusDocument Expect(CorpusDocument document, string expected, string folder)
    {
        Match reference = Reference().Match(expected);
        if (reference.Success)
        {
            document = document with { References = [System.IO.Path.Combine(folder, reference.Groups[1].Value)] };
        }

        Match limit = UnderSeconds().Match(expected);
        return expected switch
        {
            _ when expected.StartsWith("compiles", StringComparison.Ordinal) => document,
            _ when expected.StartsWith("located error", StringComparison.Ordinal) =>
                document with { Expectation = Expectation.CompilesWithErrors },
            _ when expected.StartsWith("refused", StringComparison.Ordinal) => document with
            {
                Expectation = Expectation.Refused,
                Limit = limit.Success
                    ? TimeSpan.FromSeconds(double.Parse(limit.Groups[1].Value, CultureInfo.InvariantCulture))
                    : TimeSpan.MaxValue,
            },
            _ => throw new FormatException($"The manifest expects '{expected}' of {document.Name}."),
        };
    }

    [GeneratedRegex(@"with (\S+) as Reference")]
    private static partial Regex Reference();

    [GeneratedRegex(@"under ([0-9.]+) s\b")]
    private static partial Regex UnderSeconds();
}
