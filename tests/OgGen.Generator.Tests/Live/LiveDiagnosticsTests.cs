using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Live;

/// <summary>An editor shows in an open document what a build reports, at its place, and the generator reports nothing there.</summary>
[TestClass]
public sealed class LiveDiagnosticsTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}

        """;

    private static readonly Declared s_shared = new("/spec/shared.yaml", """
        Pet: { type: object, properties: { age: { type: integer, default: old } } }
        Toy: { type: object, properties: { price: { type: number, default: cheap } } }
        Unused: { type: object, properties: { a: { type: integer, default: b } } }
        """) { Reference = "true", Namespace = "" };

    private static readonly Declared s_shop = new("/spec/shop.yaml", Head + """
        components:
          schemas:
            Shop: { type: object, properties: { open: { type: boolean, default: perhaps }, pet: { $ref: 'shared.yaml#/Pet' },
                toy: { $ref: 'shared.yaml#/Toy' } } }
        """) { Namespace = "Shop" };

    private static readonly Declared s_zoo = new(
        "/spec/zoo.yaml",
        Head + "components: { schemas: { Zoo: { type: object, properties: { pet: { $ref: 'shared.yaml#/Pet' } } } } }")
        {
            Namespace = "Zoo",
        };

    public static IEnumerable<object[]> AllCases
        => Enumerable.Range(0, Cases.All.Count).Select(static i => new object[] { i, Cases.All[i].ToString() });

    [TestMethod]
    [DynamicData(nameof(AllCases))]
    public async Task An_editor_is_told_what_a_build_is_told_at_the_same_place(int index, string name)
    {
        Case @case = Cases.All[index];

        Diagnostic[] live = await new LiveEditor(@case.Document).Look(@case.Document);

        Assert.HasCount(1, live.Where(diagnostic => diagnostic.Id == @case.Id), name);
        Diagnostic shown = live.Single(diagnostic => diagnostic.Id == @case.Id);
        Assert.StartsWith(@case.Line, shown.ToString());
        Assert.AreEqual(@case.Text.IndexOf('§', StringComparison.Ordinal), shown.Location.SourceSpan.Start, name);
        CollectionAssert.AreEqual(
            GeneratorHarness.Run(@case.Document).Result.Diagnostics.Select(static diagnostic => diagnostic.ToString()).ToArray(),
            live.Select(static diagnostic => diagnostic.ToString()).ToArray());
    }

    [TestMethod]
    public async Task What_is_mended_is_gone_and_what_is_new_is_there()
    {
        Declared document = Declared.Of(Head + "components: { schemas: { A: { type: integer, default: b } } }");
        var editor = new LiveEditor(document);
        Assert.HasCount(1, await editor.Print(document));

        editor.Edit(document, "default: b", "default: 5");
        Assert.IsEmpty(await editor.Print(document));

        editor.Edit(document, "default: 5", "\n default: c");
        Assert.StartsWith("/spec/api.yaml(5,2): warning OGG014: ", (await editor.Print(document)).Single());
    }

    [TestMethod]
    public async Task What_lies_in_another_file_is_shown_there_by_the_documents_that_reach_it()
    {
        var editor = new LiveEditor(s_shop, s_shared);

        Assert.StartsWith("/spec/shop.yaml(6,64): warning OGG014: ", (await editor.Print(s_shop)).Single());
        string[] shared = await editor.Print(s_shared);
        Assert.HasCount(2, shared);
        Assert.StartsWith("/spec/shared.yaml(1,58): warning OGG014: ", shared[0]);
        Assert.StartsWith("/spec/shared.yaml(2,59): warning OGG014: ", shared[1]);

        editor.Edit(s_shared, "default: cheap", "default: 1");
        Assert.HasCount(1, await editor.Print(s_shared));
        Assert.HasCount(1, await editor.Print(s_shop));
    }

    [TestMethod]
    public async Task What_several_documents_find_in_one_file_is_shown_once()
    {
        var editor = new LiveEditor(s_zoo, s_shared, s_shop);

        Assert.IsEmpty(await editor.Print(s_zoo));
        string[] shared = await editor.Print(s_shared);

        Assert.HasCount(2, shared);
        Assert.StartsWith("/spec/shared.yaml(1,58): warning OGG014: ", shared[0]);
        Assert.StartsWith("/spec/shared.yaml(2,59): warning OGG014: ", shared[1]);
    }

    [TestMethod]
    public async Task A_file_that_no_document_reaches_has_no_diagnostics()
    {
        Declared other = s_shared with { Path = "/spec/other.yaml" };
        var editor = new LiveEditor(s_zoo, s_shared, other);

        Assert.IsEmpty(await editor.Print(other));
        Assert.IsEmpty(editor.TakeChecked());
    }

    [TestMethod]
    public async Task A_project_that_is_built_and_an_additional_file_of_others_are_not_even_read()
    {
        var build = new LiveEditor(s_shop, s_shared) { Live = null };
        Assert.IsEmpty(await build.LookAtAll());
        Assert.IsEmpty(await build.Print(s_shared));
        Assert.AreEqual(0, build.Reads);

        var off = new LiveEditor(s_shop, s_shared) { Live = "false" };
        Assert.IsEmpty(await off.LookAtAll());
        Assert.AreEqual(0, off.Reads);

        Declared foreign = s_zoo with { IsSpec = false };
        var others = new LiveEditor(foreign);
        Assert.IsEmpty(await others.Print(foreign));
        Assert.AreEqual(0, others.Reads);
    }

    [TestMethod]
    public void The_generator_reports_nothing_in_an_editor_and_generates_the_same_files()
    {
        Declared[] documents = [s_shop, s_zoo, s_shared];
        GeneratorRun build = GeneratorHarness.Run(documents);
        Assert.HasCount(4, build.Diagnostics);

        GeneratorRun live = new(GeneratorHarness.Driver(documents)
            .WithUpdatedAnalyzerConfigOptions(GeneratorHarness.Options(documents, live: "true"))
            .RunGenerators(GeneratorHarness.Compilation()));

        Assert.IsEmpty(live.Result.Diagnostics);
        CollectionAssert.AreEqual(build.Files.ToArray(), live.Files.ToArray());
    }

    [TestMethod]
    public void What_the_project_lacks_has_no_place_in_a_document_and_is_reported_by_the_generator_in_an_editor_too()
    {
        Declared document = Declared.Of(Head);

        GeneratorDriver live = GeneratorHarness.Driver([document], Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11)
            .WithUpdatedAnalyzerConfigOptions(GeneratorHarness.Options([document], live: "true"))
            .RunGenerators(
                GeneratorHarness.Compilation(version: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11, hasRuntime: false));

        CollectionAssert.AreEqual(
            new[] { Descriptors.NoRuntime, Descriptors.OldLanguage },
            new GeneratorRun(live).Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal).ToArray());
    }

    [TestMethod]
    public void The_analyzer_supports_all_that_the_generator_reports_in_documents()
        => CollectionAssert.AreEquivalent(
            Descriptors.All.Select(static descriptor => descriptor.Id)
                .Except([Descriptors.NoRuntime, Descriptors.OldRuntime, Descriptors.OldLanguage])
                .ToArray(),
            new OpenApiAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id).ToArray());

    /// <summary>YAML, JSON and the compiler do not agree on what ends a line.</summary>
    [TestMethod]
    [DataRow("\r")]
    [DataRow("\r\n")]
    [DataRow("\u0085")]
    [DataRow("\u2028")]
    public async Task A_place_is_within_the_text_whatever_ends_its_lines(string end)
    {
        foreach (string text in new[] { Head + """
            components:
             schemas:
              A: { type: integer, default: b }
            """, """
            { "openapi": "3.0.3", "info": { "title": "T", "version": "1" },
            "paths": {},
            "components": { "schemas": { "A": { "type": "integer",
            "default": "b" } } } }
            """ })
        {
            Declared document = Declared.Of(text.Replace("\n", end, StringComparison.Ordinal));

            foreach (Diagnostic diagnostic in await new LiveEditor(document).Look(document))
            {
                Assert.IsLessThanOrEqualTo(document.Text!.Length, diagnostic.Location.SourceSpan.End);
            }
        }
    }
}
