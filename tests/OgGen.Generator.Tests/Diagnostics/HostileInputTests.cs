using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>No exception leaves the generator, and no input costs more than its size.</summary>
[TestClass]
public sealed class HostileInputTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}

        """;

    [TestMethod]
    [DataRow("Petstore")]
    [DataRow("Shapes")]
    public void A_truncated_document_is_no_exception_wherever_it_ends(string name)
    {
        Declared whole = TestDocuments.ByName(name);
        int step = whole.Text!.Length / 60;
        int unreadable = 0;
        for (int length = 0; length < whole.Text.Length; length += step)
        {
            GeneratorRun run = GeneratorHarness.Run(whole with { Text = whole.Text[..length] });

            AssertNoFailure(run, $"{name} of {length} characters");
            unreadable += run.Diagnostics.Count(static d => d.Id == Descriptors.Unreadable);
        }

        Assert.IsGreaterThan(10, unreadable);
    }

    [TestMethod]
    public void Garbage_is_an_error_at_a_line()
    {
        foreach (string text in new[]
        {
            "",
            " ",
            "\n\n",
            "\uFEFF",
            "\0\0\0",
            "{",
            "[",
            "[]",
            "{}",
            "null",
            "\"text\"",
            "1",
            "---\n---\n",
            "%YAML 9.9\n---\na: b",
            "a: b: c",
            "\t- x",
            "<html></html>",
            "{\"openapi\":",
            "openapi: 3.0.3",
            "openapi: 99",
            "openapi: [1]",
            "openapi: 3.0.3\ninfo: 1\npaths: 2",
            "openapi: 3.1.0\npaths: { /a: 1 }",
            "swagger: '2.0'",
            "&a [*a]",
            "? [complex]\n: key",
            "{\"openapi\":\"3.0.3\",\"info\":[],\"paths\":{\"/a\":{\"get\":[]}}}",
            "\ud800",
            "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters: { a: b }\n      responses: []",
            "openapi: 3.1.0\ncomponents: { schemas: { A: true, B: { $ref: 5 }, C: { properties: [] }, D: { enum: {} }, E: { type: [] }, F: "
                + "{ type: nonsense } } }\npaths: {}",
        })
        {
            foreach (string path in new[] { "/spec/a.yaml", "/spec/a.json", "/spec/a" })
            {
                AssertNoFailure(GeneratorHarness.Run(new Declared(path, text)), path + ": " + text);
            }
        }
    }

    [TestMethod]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        GeneratorRun run = GeneratorHarness.Run(new Declared("/spec/a.yaml", null));

        Assert.StartsWith($"/spec/a.yaml(1,1): error {Descriptors.Unreadable}", run.Diagnostics.Single().ToString());
    }

    [TestMethod]
    public void An_empty_file_is_an_error_that_says_so()
    {
        Assert.Contains("empty", GeneratorHarness.Run(new Declared("/spec/a.json", "")).Diagnostics.Single().ToString());
    }

    [TestMethod]
    public void Random_edits_of_a_document_are_no_exception()
    {
        var random = new Random(20261122);
        foreach (Declared document in new[] { TestDocuments.Petstore, TestDocuments.Shapes })
        {
            string[] lines = document.Text!.Split('\n');
            for (int i = 0; i < 150; i++)
            {
                string[] edited = [.. lines];
                for (int edit = 0; edit < 3; edit++)
                {
                    int line = random.Next(edited.Length);
                    edited[line] = random.Next(4) switch
                    {
                        0 => "",
                        1 => edited[random.Next(edited.Length)],
                        2 => edited[line].Replace(':', ' '),
                        _ => edited[line].Replace("string", "object", StringComparison.Ordinal)
                            .Replace("object", "array", StringComparison.Ordinal),
                    };
                }

                AssertNoFailure(GeneratorHarness.Run(document with { Text = string.Join('\n', edited) }), $"edit {i} of {document.Path}");
            }
        }
    }

    [TestMethod]
    public void More_than_64_levels_are_an_error_in_both_notations()
    {
        AssertLimit("64", Declared.Of(Head + "x: " + new string('[', 100) + new string(']', 100)));
        AssertUnreadable(Declared.Of("{ \"openapi\": \"3.0.3\", \"x\": " + new string('[', 100) + new string(']', 100) + " }"));
        Assert.IsEmpty(
            GeneratorHarness.Run(Declared.Of(Head + "x-deep: " + new string('[', 50) + new string(']', 50))).Diagnostics,
            "50 levels are none too many");
    }

    [TestMethod]
    public void A_hundred_thousand_levels_are_an_error_and_no_end_of_the_stack()
    {
        AssertLimit("64", Declared.Of(Head + "x: " + new string('[', 100_000)));
        AssertUnreadable(Declared.Of("{ \"x\": " + new string('[', 100_000)));
    }

    [TestMethod]
    public void Aliases_that_multiply_are_an_error_before_they_are_expanded()
    {
        var bomb = new StringBuilder(Head).Append("x-0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++)
        {
            bomb.Append("x-")
                .Append(i)
                .Append(": &a")
                .Append(i)
                .Append(" [")
                .AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10))
                .Append("]\n");
        }

        AssertLimit("nodes that come from aliases", Declared.Of(bomb.ToString()));
    }

    [TestMethod]
    public void A_document_that_consists_of_aliases_is_an_error_and_one_that_uses_as_many_is_fine()
    {
        // A hundred lists of 20, each used once more: 2,100 nodes, below the limit that always holds.
        const string items = " [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]\n";
        var text = new StringBuilder(Head);
        for (int i = 0; i < 100; i++)
        {
            text.Append("x-a")
                .Append(i)
                .Append(": &a")
                .Append(i)
                .Append(items)
                .Append("x-b")
                .Append(i)
                .Append(": *a")
                .Append(i)
                .Append('\n');
        }

        AssertLimit("More than a third", Declared.Of(text.ToString()));

        for (int i = 0; i < 200; i++)
        {
            text.Append("x-c").Append(i).Append(':').Append(items);
        }

        Assert.IsEmpty(GeneratorHarness.Run(Declared.Of(text.ToString())).Diagnostics);
    }

    [TestMethod]
    public void A_few_aliases_are_fine()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + """
            components:
              schemas:
                A: &a { type: object, properties: { x: { type: string } } }
                B: *a

            """));

        Assert.IsEmpty(run.Diagnostics);
        Assert.IsTrue(run.HasType("A") && run.HasType("B"));
    }

    [TestMethod]
    public void A_schema_that_consists_of_itself_ends()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + """
            components:
              schemas:
                Self: { $ref: '#/components/schemas/Self' }
                A: { $ref: '#/components/schemas/B' }
                B: { $ref: '#/components/schemas/A' }
                Both: { allOf: [{ $ref: '#/components/schemas/Both' }, { type: object, properties: { x: { type: string } } }] }
                One: { oneOf: [{ $ref: '#/components/schemas/One' }] }
                List: { type: array, items: { $ref: '#/components/schemas/List' } }
                User: { type: object, properties: { self: { $ref: '#/components/schemas/Self' }, a: { $ref: '#/components/schemas/A' },
                    list: { $ref: '#/components/schemas/List' }, both: { $ref: '#/components/schemas/Both' }, one: {
                        $ref: '#/components/schemas/One' } } }
            """));

        AssertNoFailure(run, "self");
        Assert.IsTrue(run.HasType("User"));
    }

    private static void AssertLimit(string message, Declared document)
    {
        AssertUnreadable(document);
        Assert.Contains(message, GeneratorHarness.Run(document).Diagnostics.Single().ToString());
    }

    private static void AssertUnreadable(Declared document)
    {
        GeneratorRun run = GeneratorHarness.Run(document);
        AssertNoFailure(run, document.Path);
        Assert.AreEqual(Descriptors.Unreadable, run.Diagnostics.Single().Id);
        Assert.IsEmpty(run.Files);
    }

    private static void AssertNoFailure(GeneratorRun run, string what)
    {
        Assert.IsNull(run.Result.Exception, what);
        Diagnostic? failure = run.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id is Descriptors.InternalError or "CS8785");
        Assert.IsNull(failure, what + "\n" + failure);
        Assert.IsTrue(
            run.Files.Count > 0 || run.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error),
            what + ": nothing was generated and nobody knows why");
    }
}
