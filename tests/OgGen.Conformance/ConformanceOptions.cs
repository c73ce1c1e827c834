namespace OgGen.Conformance;

/// <summary>The command line.</summary>
internal sealed record ConformanceOptions(string Folder)
{
    public const string Usage = """
        usage: OgGen.Conformance [folder] [--only text] [--readme file] [--findings file]
          folder      the documents, with or without a MANIFEST.tsv; OGGEN_CORPUS by default
          --only      only documents whose name contains the text
          --readme    writes the table between the markers of a Markdown file
          --findings  writes everything that is not as it should be, by cause
        """;

    public string Only { get; init; } = "";

    public string? Readme { get; init; }

    public string? Findings { get; init; }

    /// <summary>Null where the line is not understood.</summary>
    public static ConformanceOptions? Parse(IReadOnlyList<string> args, string? corpus)
    {
        ConformanceOptions options = new(corpus ?? "");
        for (int i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                options = options with { Folder = args[i] };
                continue;
            }

            if (++i == args.Count)
            {
                return null;
            }

            ConformanceOptions? changed = args[i - 1] switch
            {
                "--only" => options with { Only = args[i] },
                "--readme" => options with { Readme = args[i] },
                "--findings" => options with { Findings = args[i] },
                _ => null,
            };
            if (changed is null)
            {
                return null;
            }

            options = changed;
        }

        return Directory.Exists(options.Folder) ? options : null;
    }
}
