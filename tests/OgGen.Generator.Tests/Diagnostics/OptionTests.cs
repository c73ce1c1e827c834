using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generated;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Project;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>What the project says of a document is checked, and wrong options generate nothing.</summary>
[TestClass]
public sealed class OptionTests
{
    private static readonly Declared s_sound = Declared.Of("""
        openapi: 3.0.3
        info: { title: Sound, version: '1' }
        paths: {}

        """);

    [TestMethod]
    public void A_bad_namespace_client_or_access_is_an_error_at_the_document_and_generates_nothing()
    {
        foreach ((Declared document, string option, string value) in new[]
        {
            (s_sound with { Namespace = "not-one" }, "Namespace", "not-one"),
            (s_sound with { Namespace = "A..B" }, "Namespace", "A..B"),
            (s_sound with { Client = "My Client" }, "Client", "My Client"),
            (s_sound with { Client = "A;class B{}" }, "Client", "A;class B{}"),
            (s_sound with { Access = "private" }, "Access", "private"),
            (s_sound with { ThirdParty = "yes" }, "ThirdParty", "yes"),
        })
        {
            GeneratorRun run = GeneratorHarness.Run(document);

            Diagnostic diagnostic = run.Diagnostics.Single();
            Assert.StartsWith(
                $"/spec/api.yaml(1,1): error {Descriptors.BadOption}: The option '{option}' has the value '{value}'",
                diagnostic.ToString());
            Assert.IsEmpty(run.Files);
        }
    }

    [TestMethod]
    public void A_namespace_or_client_that_is_a_keyword_is_refused_or_compiles()
    {
        foreach (Declared document in new[] { s_sound with { Namespace = "My.class" }, s_sound with { Client = "event" } })
        {
            GeneratorHarness.Driver([document])
                .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

            bool isRefused = diagnostics.Any(static diagnostic => diagnostic.Id == Descriptors.BadOption);
            Assert.IsTrue(
                isRefused || !output.GetDiagnostics().Any(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
                document.ToString());
        }
    }

    [TestMethod]
    public void Options_that_are_left_out_follow_from_the_project_and_the_document()
    {
        GeneratorRun run = new(
            GeneratorHarness.Driver([s_sound with { Namespace = "" }], rootNamespace: "My.Root")
                .RunGenerators(GeneratorHarness.Compilation()));

        Assert.IsEmpty(run.Diagnostics);
        Assert.Contains("namespace My.Root;", run.Files["My.Root.SoundClient.g.cs"]);
        Assert.Contains("public partial class SoundClient", run.Files["My.Root.SoundClient.g.cs"]);
    }

    [TestMethod]
    [DataRow("my-app", "my_app")]
    [DataRow("3d.Tools", "_3d.Tools")]
    [DataRow("a b..c", "a_b.c")]
    [DataRow("Überall", "Überall")]
    [DataRow("class", "@class")]
    public void A_project_that_is_called_as_no_namespace_is_gives_one_all_the_same(string project, string expected)
    {
        GeneratorHarness.Driver([s_sound with { Namespace = "" }], rootNamespace: project)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.IsEmpty(diagnostics);
        Assert.IsEmpty(output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.IsTrue(output.SyntaxTrees.Any(tree => tree.ToString().Contains($"namespace {expected};", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Access_is_that_of_every_top_level_type()
    {
        GeneratorRun run = GeneratorHarness.Run(TestDocuments.Petstore with { Access = "Internal" });

        Assert.IsEmpty(run.Diagnostics);
        foreach (string text in run.Files.Values)
        {
            var types = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
                .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
                .Where(static type => type.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax);
            Assert.IsTrue(types.All(static type => type.Modifiers[0].Text == "internal"));
        }
    }

    [TestMethod]
    public void Two_documents_in_one_namespace_are_an_error_at_the_second_one_and_the_first_is_generated()
    {
        GeneratorRun run = GeneratorHarness.Run(
            s_sound with { Path = "/spec/a.yaml" },
            s_sound with { Path = "/spec/b.yaml", Namespace = "SAMPLE" },
            s_sound with { Path = "/spec/c.yaml", Namespace = "Other" });

        Assert.IsNull(run.Result.Exception);
        Assert.StartsWith(
            $"/spec/b.yaml(1,1): error {Descriptors.BadOption}: The option 'Namespace' has the value 'SAMPLE'",
            run.Diagnostics.Single().ToString());
        CollectionAssert.AreEquivalent(
            new[] { "Sample.SoundClient.g.cs", "Sample.SoundJson.g.cs", "Other.SoundClient.g.cs", "Other.SoundJson.g.cs" },
            run.Files.Keys.ToArray());
    }

    [TestMethod]
    public void A_tag_stands_for_those_below_it_and_webhooks_have_tags_too()
    {
        GeneratorRun small = GeneratorHarness.Run(TestDocuments.ByName("Methods") with { Tags = "small" });
        CollectionAssert.AreEquivalent(
            new[] { "Methods.TinyClient.g.cs" },
            small.Files.Keys
                .Where(static file =>
                    file.EndsWith("Client.g.cs", StringComparison.Ordinal) && !file.Contains("MethodsClient", StringComparison.Ordinal))
                .ToArray());

        GeneratorRun pets = GeneratorHarness.Run(TestDocuments.ByName("Webhooks") with { Tags = "pets" });
        Assert.Contains("class NewPetPayload ", pets.Files["Webhooks.WebhooksWebhooks.g.cs"]);
        Assert.DoesNotContain("AgainPayload", pets.Files["Webhooks.WebhooksWebhooks.g.cs"]);
        Assert.IsFalse(pets.Files.ContainsKey("Webhooks.SubscriptionsClient.g.cs"));

        GeneratorRun paths = GeneratorHarness.Run(TestDocuments.ByName("Webhooks") with { Paths = "/subscriptions" });
        Assert.IsFalse(paths.Files.ContainsKey("Webhooks.WebhooksWebhooks.g.cs"), "a webhook has no path");
        Assert.Contains("SubscriptionsSubscribeChangedPayload", paths.Files["Webhooks.SubscriptionsClient.g.cs"]);
    }

    [TestMethod]
    public void Tags_and_paths_choose_operations()
    {
        GeneratorRun byTag = GeneratorHarness.Run(TestDocuments.Petstore with { Tags = "keepers; health-care" });
        GeneratorRun byPath = GeneratorHarness.Run(TestDocuments.Petstore with { Paths = "/grid|/pets/{petId}/notes" });

        CollectionAssert.IsSubsetOf(new[] { "Petstore.KeepersClient.g.cs", "Petstore.HealthCareClient.g.cs" }, byTag.Files.Keys.ToArray());
        Assert.IsFalse(byTag.Files.ContainsKey("Petstore.PetsClient.g.cs"));
        CollectionAssert.IsSubsetOf(new[] { "Petstore.DefaultClient.g.cs", "Petstore.HealthCareClient.g.cs" }, byPath.Files.Keys.ToArray());
        Assert.IsFalse(byPath.Files.ContainsKey("Petstore.KeepersClient.g.cs"));
    }

    [TestMethod]
    public void Other_additional_files_are_none_of_ours()
    {
        GeneratorRun run = GeneratorHarness.Run(s_sound with { IsSpec = false });

        Assert.IsEmpty(run.Diagnostics);
        Assert.IsEmpty(run.Files);
    }

    [TestMethod]
    public void A_missing_runtime_is_one_error_and_nothing_is_generated()
    {
        GeneratorRun run = new(GeneratorHarness.Driver(TestDocuments.All).RunGenerators(GeneratorHarness.Compilation(hasRuntime: false)));

        Assert.AreEqual(Descriptors.NoRuntime, run.Diagnostics.Single().Id);
        Assert.AreEqual(DiagnosticSeverity.Error, run.Diagnostics.Single().Severity);
        Assert.IsEmpty(run.Files);
    }

    [TestMethod]
    public void A_project_without_documents_needs_no_runtime()
    {
        GeneratorRun run = new(
            GeneratorHarness.Driver([s_sound with { IsSpec = false }]).RunGenerators(GeneratorHarness.Compilation(hasRuntime: false)));

        Assert.IsEmpty(run.Diagnostics);
    }

    [TestMethod]
    public void A_runtime_with_an_older_contract_is_one_error_that_names_both_versions()
    {
        MetadataReference old = CSharpCompilation.Create(
            "OgGen.Runtime",
            [
                CSharpSyntaxTree.ParseText(
                    "[assembly: OgGen.RuntimeContract(-1)] namespace OgGen { public class RuntimeContractAttribute(int version) : "
                        + "System.Attribute { public int Version => version; } }"),
            ],
            GeneratorHarness.Compilation(hasRuntime: false).References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

        GeneratorRun run = new(GeneratorHarness.Driver([s_sound]).RunGenerators(GeneratorHarness.Compilation(runtime: old)));

        Assert.AreEqual(Descriptors.OldRuntime, run.Diagnostics.Single().Id);
        Assert.Contains(
            $"contract version {RuntimeReference.Required}, and the referenced one has version -1", run.Diagnostics.Single().ToString());
        Assert.IsEmpty(run.Files);
    }

    [TestMethod]
    [DataRow(LanguageVersion.CSharp11, false)]
    [DataRow(LanguageVersion.CSharp12, true)]
    public void A_language_before_CSharp_12_is_one_error_that_names_both_versions_and_nothing_is_generated(
        LanguageVersion version, bool isUsable)
    {
        GeneratorRun run = new(
            GeneratorHarness.Driver(TestDocuments.All, version).RunGenerators(GeneratorHarness.Compilation(version: version)));

        Assert.AreEqual(isUsable, run.Files.Count > 0);
        CollectionAssert.AreEqual(
            isUsable
                ? []
                : new[]
                {
                    "error OGG013: The generated client needs C# 12.0, and the project is compiled as C# 11.0; nothing is generated until "
                        + "LangVersion is 12.0 or later",
                },
            run.Diagnostics.Select(static diagnostic => diagnostic.ToString()).ToArray());
    }

    [TestMethod]
    public void The_runtime_of_this_repository_keeps_the_contract()
    {
        var contract = typeof(ApiClient).Assembly.GetCustomAttributes(typeof(RuntimeContractAttribute), false)
            .Cast<RuntimeContractAttribute>()
            .Single();

        Assert.AreEqual(RuntimeReference.Required, contract.Version);
    }
}
