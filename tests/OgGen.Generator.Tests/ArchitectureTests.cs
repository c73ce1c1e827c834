using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Building;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Schemas;
using OgGen.Generator.Source;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>The data flows one way, Document → Model → Source, and each library is known in one place.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    private static readonly IReadOnlyDictionary<string, string> s_generator = Resources.Folder("source/generator");
    private static readonly IReadOnlyDictionary<string, string> s_runtime = Resources.Folder("source/runtime");

    [TestMethod]
    public void Roslyn_is_known_to_the_pipeline_the_options_the_diagnostics_and_the_last_step_alone()
    {
        Func<string, bool> mayUse = static path => path is "OpenApiClientGenerator.cs" or "Document/SpecFileReader.cs" or "Source/SourceFile.cs"
            || path.StartsWith("Diagnostics/", StringComparison.Ordinal) || path.StartsWith("Project/", StringComparison.Ordinal);

        AssertHolds(s_generator, path => !mayUse(path), "Microsoft.CodeAnalysis");
        AssertFinds("Model/Planted.cs", "using Microsoft.CodeAnalysis;", path => !mayUse(path), "Microsoft.CodeAnalysis");
        AssertFinds("Source/Planted.cs", "class P { Microsoft . CodeAnalysis.ISymbol? s; }", path => !mayUse(path), "Microsoft.CodeAnalysis");
        AssertFinds("Document/Planted.cs", "global using R = global::Microsoft.CodeAnalysis.Location;", path => !mayUse(path), "Microsoft.CodeAnalysis");
    }

    [TestMethod]
    public void The_OpenAPI_library_is_known_to_the_document_and_the_builder_of_the_model_alone()
    {
        Func<string, bool> mayUse = static path => path.StartsWith("Document/", StringComparison.Ordinal)
            || path.StartsWith("Schemas/", StringComparison.Ordinal)
            || path.StartsWith("Planning/", StringComparison.Ordinal)
            || path.StartsWith("Building/", StringComparison.Ordinal);

        AssertHolds(s_generator, path => !mayUse(path), "Microsoft.OpenApi");
        AssertFinds("Model/TypeModels.cs", "using Microsoft.OpenApi;", path => !mayUse(path), "Microsoft.OpenApi");
        AssertFinds("Source/Planted.cs", "class P { object o = new Microsoft.OpenApi.OpenApiSchema(); }", path => !mayUse(path), "Microsoft.OpenApi");
    }

    [TestMethod]
    public void The_YAML_library_is_known_to_the_document_alone()
    {
        Func<string, bool> applies = static path => !path.StartsWith("Document/", StringComparison.Ordinal);

        AssertHolds(s_generator, applies, "YamlDotNet");
        AssertFinds("Model/Planted.cs", "using YamlDotNet.Core;", applies, "YamlDotNet");
    }

    [TestMethod]
    public void The_source_never_looks_back_at_the_document_and_neither_document_nor_model_looks_ahead_at_the_source()
    {
        Func<string, bool> isSource = static path => path.StartsWith("Source/", StringComparison.Ordinal);
        Func<string, bool> isBefore = static path => path.Split('/')[0] is "Document" or "Schemas" or "Planning" or "Model" or "Building";

        AssertHolds(s_generator, isSource, "OgGen.Generator.Document");
        AssertHolds(s_generator, isBefore, "OgGen.Generator.Source");
        AssertFinds("Source/Planted.cs", "using OgGen.Generator.Document;", isSource, "OgGen.Generator.Document");
        AssertFinds("Model/Planted.cs", "using static OgGen.Generator.Source.CSharpText;", isBefore, "OgGen.Generator.Source");
    }

    [TestMethod]
    public void No_file_opens_a_namespace_to_all_others()
    {
        // Else a library could be used without its name.
        AssertHolds(s_generator, static _ => true, "globalusing");
        AssertFinds("Planted.cs", "global using System;", static _ => true, "globalusing");
    }

    [TestMethod]
    public void Nothing_of_the_flagship_document_is_in_the_generator_or_the_runtime()
    {
        CollectionAssert.AreEqual(Array.Empty<string>(), Mentions(s_generator.Concat(s_runtime)));

        CollectionAssert.AreEqual(new[] { "a.cs", "b.cs" }, Mentions(
            [KeyValuePair.Create("a.cs", "// As OPSGENIE does."), KeyValuePair.Create("b.cs", "\"https://api.opsgenie.com\""), KeyValuePair.Create("c.cs", "// Nothing.")]));

        static string[] Mentions(IEnumerable<KeyValuePair<string, string>> files)
            => [.. files.Where(static file => file.Value.Contains("opsgenie", StringComparison.OrdinalIgnoreCase)).Select(static file => file.Key).Order(StringComparer.Ordinal)];
    }

    [TestMethod]
    public void The_rules_see_the_whole_generator_and_the_whole_runtime()
    {
        foreach (string path in new[] { "OpenApiClientGenerator.cs", "Document/SpecDocument.cs", "Building/ModelBuilder.cs", "Source/SourceFile.cs", "Diagnostics/Descriptors.cs" })
        {
            Assert.IsTrue(s_generator.ContainsKey(path), path);
        }

        Assert.IsTrue(s_runtime.ContainsKey("Json/ApiModel.cs"));
        Assert.IsGreaterThan(30, s_generator.Count);
        Assert.IsGreaterThan(30, s_runtime.Count);
    }

    private static void AssertHolds(IReadOnlyDictionary<string, string> files, Func<string, bool> applies, string name)
    {
        string[] violations = [.. files.Where(file => applies(file.Key) && Names(file.Value, name)).Select(static file => file.Key)];
        Assert.IsEmpty(violations, $"{name} is used in {string.Join(", ", violations)}");
    }

    private static void AssertFinds(string path, string planted, Func<string, bool> applies, string name)
        => Assert.IsTrue(applies(path) && Names(planted, name), $"the rule misses what was planted in {path}");

    /// <summary>Whether code, comments left out, names this; white space in a name does not hide it.</summary>
    private static bool Names(string code, string name)
        => string.Concat(CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Select(static token => token.Text))
            .Contains(name, StringComparison.Ordinal);
}
