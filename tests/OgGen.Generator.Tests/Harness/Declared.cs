using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Tests.Harness;

/// <summary>A document as a project declares it: its path, its text and the metadata of its item.</summary>
internal sealed record Declared(string Path, string? Text)
{
    /// <summary>The file, where the way in which it is decoded matters; <see cref="Text"/> is not looked at then.</summary>
    public SourceText? Source { get; init; }

    public string Namespace { get; init; } = "Sample";

    /// <summary>"true" for a file that only serves the references of others.</summary>
    public string Reference { get; init; } = "";

    public string Client { get; init; } = "";

    public string Access { get; init; } = "";

    public string ThirdParty { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Paths { get; init; } = "";

    /// <summary>Whether the file is an OpenApiSpec; a project has other additional files too.</summary>
    public bool IsSpec { get; init; } = true;

    /// <summary>A YAML document, unless its text is JSON.</summary>
    public static Declared Of(string text) => new(text.TrimStart().StartsWith('{') ? "/spec/api.json" : "/spec/api.yaml", text);
}

/// <summary>A file as the compiler hands it to a generator.</summary>
internal sealed class DeclaredText(Declared document) : AdditionalText
{
    private int _reads;

    public Declared Document => document;

    /// <summary>How often somebody wanted the text.</summary>
    public int Reads => _reads;

    public override string Path => document.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return document.Source is { } source ? source : document.Text is null ? null : SourceText.From(document.Text);
    }
}

/// <summary>The metadata of the declared documents, as MSBuild passes it.</summary>
internal sealed class DeclaredOptions(IEnumerable<Declared> documents, string rootNamespace, string? live = null, string visible = "")
    : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, Declared> _documents = documents.ToImmutableDictionary(static document => document.Path);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(ImmutableDictionary<string, string>.Empty
            .AddRange(live is null ? [] : [KeyValuePair.Create("oggen_live", live)])
            .Add("build_property.RootNamespace", rootNamespace)
            .Add("build_property.OgGenVisibleToGenerators", visible));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Values.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        if (!_documents.TryGetValue(textFile.Path, out Declared? document) || !document.IsSpec)
        {
            return Values.None;
        }

        const string prefix = "build_metadata.AdditionalFiles.OgGen";
        return new Values(ImmutableDictionary<string, string>.Empty
            .Add(prefix + "Spec", "true")
            .Add(prefix + "Reference", document.Reference)
            .Add(prefix + "Namespace", document.Namespace)
            .Add(prefix + "Client", document.Client)
            .Add(prefix + "Access", document.Access)
            .Add(prefix + "ThirdParty", document.ThirdParty)
            .Add(prefix + "Tags", document.Tags)
            .Add(prefix + "Paths", document.Paths));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Values None { get; } = new(ImmutableDictionary<string, string>.Empty);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
