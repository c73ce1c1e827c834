using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Support;

/// <summary>What is generated from one document, and what is reported about it.</summary>
internal sealed class Generated
{
    /// <summary>Many keywords are compared with the same document.</summary>
    private static readonly ConcurrentDictionary<string, Generated> s_known = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> _files;

    private Generated(GeneratorRun run)
    {
        _files = run.Files;
        Warnings = [.. run.Diagnostics.Select(Of)];
        Infos = [.. run.Infos.Select(Of)];

        static Message Of(Diagnostic one) => new(one.Id, one.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>Warnings and errors.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    public IReadOnlyList<Message> Infos { get; }

    /// <param name="yaml">A YAML document, which may consist of one object in braces.</param>
    public static Generated From(string yaml)
        => s_known.GetOrAdd(yaml, static text => new Generated(GeneratorHarness.Run(new Declared("/spec/api.yaml", text))));

    /// <summary>Whether all files are the same.</summary>
    public bool HasTextOf(Generated other) => HasFilesOf(other, static (mine, theirs) => mine == theirs);

    /// <summary>Whether all files are the same but for comments and white space.</summary>
    public bool HasCodeOf(Generated other)
        => HasFilesOf(other, static (mine, theirs) => mine == theirs
            || SyntaxFactory.AreEquivalent(Parse(mine), Parse(theirs), topLevel: false));

    private bool HasFilesOf(Generated other, Func<string, string, bool> areSame)
        => _files.Count == other._files.Count
            && _files.All(file => other._files.TryGetValue(file.Key, out string? text) && areSame(file.Value, text));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text);

    /// <summary>A diagnostic without its place.</summary>
    public sealed record Message(string Id, string Text);
}
