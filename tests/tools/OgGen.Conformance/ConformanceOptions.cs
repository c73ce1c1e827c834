using System.Globalization;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Shards;

namespace OgGen.Conformance;

/// <summary>The command line.</summary>
internal sealed record ConformanceOptions(string Folder)
{
    public const string Usage = """
        usage: OgGen.Conformance [folder] [--only text] [--without text] [--readme file] [--findings file]
                                 [--results folder [--shard 2/8] [--large count] [--seed number] [--seconds number] [--again]]
          folder      the documents, with or without a MANIFEST.tsv; OGGEN_CORPUS by default
          --only      only documents whose name contains the text
          --without   no documents whose name contains the text
          --readme    writes the table between the markers of a Markdown file
          --findings  writes everything that is not as it should be, by cause
          --results   a long run: in a process of its own, which is started again where a document ends it, and resumed from this folder
          --shard     the second of eight parts of the documents
          --large     how many documents of a million bytes and more, chosen by the seed; all by default
          --seed      15 by default
          --seconds   how long a document may take in a long run; 600 by default
          --again     runs documents again whose result in the folder is not flawless
        """;

    public string Only { get; init; } = "";

    public string Without { get; init; } = "\0";

    public string? Readme { get; init; }

    public string? Findings { get; init; }

    /// <summary>Where a long run keeps what it has done; null where all documents are run at once in this process.</summary>
    public string? Results { get; init; }

    public ShardSelection Shard { get; init; } = new(1, 1);

    public int Large { get; init; } = int.MaxValue;

    public int Seed { get; init; } = 15;

    /// <summary>How long a document may take in a long run.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(600);

    public bool IsAgain { get; init; }

    /// <summary>Whether this process is the one that a document may end.</summary>
    public bool IsWorker { get; init; }

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

            ConformanceOptions? changed = args[i] switch
            {
                "--again" => options with { IsAgain = true },
                "--worker" => options with { IsWorker = true },
                _ when i + 1 < args.Count => options.With(args[i], args[++i]),
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

    /// <summary>The documents that the line names.</summary>
    public IReadOnlyList<CorpusDocument> Documents()
    {
        IEnumerable<CorpusDocument> documents = CorpusDocument.Find(Folder)
            .Where(document =>
                document.Name.Contains(Only, StringComparison.Ordinal) && !document.Name.Contains(Without, StringComparison.Ordinal));
        return Results is null ? [.. documents] : (Shard with { Large = Large, Seed = Seed }).Take(documents);
    }

    private ConformanceOptions? With(string name, string value) => name switch
    {
        "--only" => this with { Only = value },
        "--without" => this with { Without = value },
        "--readme" => this with { Readme = value },
        "--findings" => this with { Findings = value },
        "--results" => this with { Results = value },
        "--shard" when ShardSelection.Parse(value) is { } shard => this with { Shard = shard },
        "--large" when Number(value) is { } count => this with { Large = count },
        "--seed" when Number(value) is { } seed => this with { Seed = seed },
        "--seconds" when Number(value) is { } seconds => this with { Limit = TimeSpan.FromSeconds(seconds) },
        _ => null,
    };

    private static int? Number(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
