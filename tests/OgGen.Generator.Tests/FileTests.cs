using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>Which files there are, and what they are called.</summary>
[TestClass]
public sealed class FileTests
{
    [TestMethod]
    public void There_is_one_file_for_each_schema_that_is_a_type_and_one_for_each_group()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "Petstore.Conflict", "Petstore.DefaultClient", "Petstore.HealthCareClient", "Petstore.KeepersClient", "Petstore.Note",
                "Petstore.Pet", "Petstore.PetsClient",
                "Petstore.PetstoreClient", "Petstore.PetstoreJson", "Petstore.PetstoreServer",
                "Petstore.Problem", "Petstore.Size", "Petstore.Species", "Petstore.Thing",
            },
            GeneratorHarness.Run(TestDocuments.Petstore)
                .Files.Keys.Select(static hint => hint.Replace(".g.cs", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .ToArray());
    }

    [TestMethod]
    public void Inline_types_live_with_their_owner()
    {
        IReadOnlyDictionary<string, string> files = GeneratorHarness.Run(TestDocuments.Petstore).Files;

        Assert.Contains("partial class NotePlace", files["Petstore.Note.g.cs"]);
        Assert.Contains("partial class SetKeeperAddressRequest", files["Petstore.KeepersClient.g.cs"]);
    }

    [TestMethod]
    public void Hint_names_are_ASCII_short_and_unique_ignoring_case_whatever_the_schemas_are_called()
    {
        string[] hostile =
        [
            "a", "A", "á", "à", "ä", "名前", "名称", "..", "../../etc/passwd", "C:\\x", "con", "aux.txt", "a:b", "a*b", "a?b", "<a>", "|", " ",
            "a b", "a-b", "a_b", "a.b", "😀", "😁",
            new('x', 300), new string('x', 300) + "y", new string('X', 300), new string('ä', 300),
            "System", "Sample", "SampleJson", "Known", "1", "_1", "ı", "İ", "i", "I", "ſ", "s",
        ];
        var schemas = new StringBuilder(
            "{ \"openapi\": \"3.0.3\", \"info\": { \"title\": \"T\", \"version\": \"1\" }, \"paths\": {}, \"components\": { \"schemas\": "
                + "{");
        schemas.AppendJoin(
            ',',
            hostile.Select(static name => System.Text.Json.JsonSerializer.Serialize(name)
                + ": { \"type\": \"object\", \"properties\": { \"p\": { \"type\": \"string\" } } }"));
        Declared document = Declared.Of(schemas.Append("} } }").ToString());

        foreach (string @namespace in new[] { "Sample", "Größe.Ünit", string.Join('.', Enumerable.Repeat("VeryLongNamespacePart", 12)) })
        {
            GeneratorHarness.Driver([document with { Namespace = @namespace }])
                .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
            string[] hints = [.. output.SyntaxTrees.Skip(1).Select(static tree => Path.GetFileName(tree.FilePath))];

            Assert.IsFalse(
                diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "OGG002"),
                string.Join('\n', diagnostics));
            Assert.HasCount(hostile.Length + 2, hints);
            Assert.AreEqual(hints.Length, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            foreach (string hint in hints)
            {
                Assert.MatchesRegex(@"^[A-Za-z0-9._]{1,95}\.g\.cs$", hint);
            }

            Assert.IsEmpty(output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    [TestMethod]
    public void Hint_names_of_two_documents_differ_where_ASCII_does_not_tell_their_namespaces_apart()
    {
        GeneratorRun run = GeneratorHarness.Run(
            Many(1) with { Path = "/spec/a.yaml", Namespace = "Äpfel" },
            Many(1) with { Path = "/spec/b.yaml", Namespace = "Öpfel" });

        Assert.IsNull(run.Result.Exception);
        Assert.IsEmpty(run.Diagnostics);
        Assert.HasCount(6, run.Files);
    }

    [TestMethod]
    public void A_small_document_has_a_file_for_each_schema_and_a_large_one_at_most_two_hundred()
    {
        Assert.HasCount(200 + 2, GeneratorHarness.Run(Many(200)).Files);

        IReadOnlyDictionary<string, string> large = GeneratorHarness.Run(Many(1_000)).Files;
        Assert.IsLessThanOrEqualTo(200 + 2, large.Count);
        Assert.IsTrue(
            Enumerable.Range(0, 1_000)
                .All(i => large.Values.Count(text => text.Contains($"partial class Schema{i} ", StringComparison.Ordinal)) == 1));
    }

    [TestMethod]
    public void One_schema_more_in_a_large_document_changes_two_files()
    {
        IReadOnlyDictionary<string, string> before = GeneratorHarness.Run(Many(1_000)).Files;
        IReadOnlyDictionary<string, string> after = GeneratorHarness.Run(Many(1_001)).Files;

        Assert.HasCount(2, after.Where(file => !before.TryGetValue(file.Key, out string? text) || text != file.Value));
    }

    private static Declared Many(int count)
    {
        var text = new StringBuilder("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:

            """);
        for (int i = 0; i < count; i++)
        {
            text.Append("    Schema").Append(i).Append(": { type: object, properties: { p: { type: string } } }\n");
        }

        return Declared.Of(text.ToString());
    }
}
