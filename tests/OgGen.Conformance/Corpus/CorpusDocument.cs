using System.Globalization;
using System.Text.Json.Nodes;
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

    /// <summary>The files that its references lead to.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The time within which it must be refused.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// The documents of a folder. With a manifest (<c>MANIFEST.tsv</c>: columns <c>name</c> and <c>expected</c>) those that it lists;
    /// else every JSON and YAML file that says it is OpenAPI, the others being there for references.
    /// </summary>
    public static IReadOnlyList<CorpusDocument> Find(string folder)
    {
        string manifest = System.IO.Path.Combine(folder, "MANIFEST.tsv");
        return File.Exists(manifest) ? FromManifest(folder, File.ReadAllLines(manifest)) : FromFiles(folder);
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
            _ when expected.StartsWith("located error", StringComparison.Ordinal) => document with { Expectation = Expectation.CompilesWithErrors },
            _ when expected.StartsWith("refused", StringComparison.Ordinal) => document with
            {
                Expectation = Expectation.Refused,
                Limit = limit.Success ? TimeSpan.FromSeconds(double.Parse(limit.Groups[1].Value, CultureInfo.InvariantCulture)) : TimeSpan.MaxValue,
            },
            _ => throw new FormatException($"The manifest expects '{expected}' of {document.Name}."),
        };
    }

    private static List<CorpusDocument> FromFiles(string folder)
    {
        string[] extensions = [".json", ".yaml", ".yml"];
        string[] files = [.. Directory.EnumerateFiles(folder)
            .Where(file => extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        string[] documents = [.. files.Where(static file => IsOpenApi(file))];
        string[] others = [.. files.Except(documents)];
        return [.. documents.Select(file => new CorpusDocument(System.IO.Path.GetFileName(file), file) { References = others })];
    }

    private static bool IsOpenApi(string file)
    {
        JsonObject root = DocumentText.Parse(file, File.ReadAllText(file));
        return root.ContainsKey("openapi") || root.ContainsKey("swagger");
    }

    [GeneratedRegex(@"with (\S+) as Reference")]
    private static partial Regex Reference();

    [GeneratedRegex(@"under ([0-9.]+) s\b")]
    private static partial Regex UnderSeconds();
}
