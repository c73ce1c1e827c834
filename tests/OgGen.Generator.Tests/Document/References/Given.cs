using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>A document and the files beside it.</summary>
internal static class Given
{
    public const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }

        """;
    public const string Head31 = """
        openapi: 3.1.0
        info: { title: T, version: '1' }

        """;

    public static Declared Root(string text) => new("/spec/api.yaml", text);

    public static Declared Part(string path, string text) => new(path, text) { Reference = "true", Namespace = "" };

    /// <summary>Generates, and compiles what is generated without a warning.</summary>
    public static GeneratorRun Compiled(params Declared[] files)
    {
        GeneratorRun run = Run(files);
        Assert.IsEmpty(run.Diagnostics, string.Join('\n', run.Diagnostics));
        return run;
    }

    /// <summary>Generates with diagnostics, and compiles what is generated without a warning.</summary>
    public static GeneratorRun Run(params Declared[] files)
    {
        GeneratorDriver driver = GeneratorHarness.Driver(files)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out _);
        string[] errors =
        [
            .. output.GetDiagnostics()
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => diagnostic.ToString()),
        ];
        Assert.IsEmpty(errors, string.Join('\n', errors));
        return new GeneratorRun(driver);
    }

    /// <summary>The places and ids, as a build log begins its lines.</summary>
    public static string[] Places(GeneratorRun run)
        =>
        [
            .. run.Diagnostics.Select(
                static diagnostic => Regex.Replace(diagnostic.ToString(), "^(.*?: [a-z]+ OGG[0-9]+): .*$", "$1", RegexOptions.Singleline)),
        ];

    /// <summary>The names of all types that are generated from schemas.</summary>
    public static string[] Types(GeneratorRun run)
        => [.. run.Files.Values
            .SelectMany(static text => CSharpSyntaxTree.ParseText(text)
                .GetRoot()
                .DescendantNodes()
                .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>())
            .Select(static type => type.Identifier.Text)
            .Where(
                static name => !name.EndsWith("Client", StringComparison.Ordinal)
                    && name is not ("TJson" or "Converter" or "EnumConverter" or "Known"))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>The generated text that has a type.</summary>
    public static string TextOf(GeneratorRun run, string type)
        => run.Files.Values.Single(text => Regex.IsMatch(text, $@" (class|struct) {type}\b"));
}
