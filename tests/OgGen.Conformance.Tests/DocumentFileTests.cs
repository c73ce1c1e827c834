using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>Folders of documents: in folders below, in several files, and unreadable.</summary>
[TestClass]
public sealed class DocumentFileTests : IDisposable
{
    private const string Good = """
        openapi: 3.1.0
        info: { title: Good, version: '1' }
        paths: {}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("oggen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("openapi: 3.1.0\ninfo: { title: 'no end }\npaths: {}\n", "bad.yaml", DisplayName = "a quote without an end")]
    [DataRow("openapi: 3.1.0\ninfo: *nowhere\npaths: {}\n", "bad.yaml", DisplayName = "an alias without an anchor")]
    [DataRow("openapi: 3.1.0\n? [a, b]\n: c\npaths: {}\n", "bad.yaml", DisplayName = "a key that is no text")]
    [DataRow("{ \"openapi\": \"3.1.0\", \"info\": ", "bad.json", DisplayName = "JSON without an end")]
    public async Task What_cannot_be_read_is_listed_and_the_run_goes_on(string text, string name)
    {
        Write("good.yaml", Good);
        Write(name, text);

        IReadOnlyList<Row> rows = await ConformanceRun.RunAsync(CorpusDocument.Find(_folder), static _ => { });

        Assert.HasCount(2, rows);
        Assert.IsTrue(rows.Single(static row => row.Document.Name == "good.yaml").HasPassed);
        Assert.Contains(
            "the conformance program cannot read it", string.Join('\n', rows.Single(row => row.Document.Name == name).Failures));
    }

    [TestMethod]
    public async Task Aliases_that_multiply_are_not_followed_without_end()
    {
        string levels = string.Concat(Enumerable.Range(1, 30).Select(static i => $"x-{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        Write("many.yaml", Good + "\nx-0: &a0 [1]\n" + levels);

        Row row = (await ConformanceRun.RunAsync(CorpusDocument.Find(_folder), static _ => { })).Single();

        Assert.Contains("the conformance program cannot read it", string.Join('\n', row.Failures));
    }

    [TestMethod]
    [DataRow("a: |\n   \n  x\n", """{ "a": "\nx\n" }""", DisplayName = "a literal scalar that begins with a line of spaces")]
    [DataRow(
        "b: &b { n: 1, m: 2 }\na: { <<: *b, m: 3 }\n",
        """{ "b": { "n": 1, "m": 2 }, "a": { "n": 1, "m": 3 } }""",
        DisplayName = "a merge key")]
    [DataRow(
        "b: &b { n: 1 }\nc: &c { n: 2, m: 2 }\na: { <<: [*b, *c] }\n",
        """{ "b": { "n": 1 }, "c": { "n": 2, "m": 2 }, "a": { "n": 1, "m": 2 } }""",
        DisplayName = "a merge key with several")]
    [DataRow("a: { '<<': { n: 1 } }\n", """{ "a": { "<<": { "n": 1 } } }""", DisplayName = "a key in quotes that looks like a merge key")]
    public void Yaml_is_read_as_1_2_has_it(string text, string expected)
        => Assert.IsTrue(
            JsonNode.DeepEquals(JsonNode.Parse(expected), DocumentText.Parse("api.yaml", text)),
            DocumentText.Parse("api.yaml", text).ToJsonString());

    [TestMethod]
    public void Documents_are_found_in_folders_below()
    {
        Write("b/api.json", """{ "openapi": "3.1.0" }""");
        Write("a/api.yml", "swagger: '2.0'");
        Write("package.json", """{ "name": "x", "config": { "openapi": 1 } }""");
        Write("parts.yaml", "Pet: { type: object }");

        Assert.AreEqual("a/api.yml b/api.json", string.Join(' ', CorpusDocument.Find(_folder).Select(static document => document.Name)));
    }

    /// <summary>Two parts of one name, each with a <c>#/</c> of its own, and one that leads back to the document.</summary>
    [TestMethod]
    public async Task References_count_from_the_file_in_which_they_stand()
    {
        Write("api/openapi.yaml", """
            openapi: 3.1.0
            info: { title: Parts, version: '1' }
            paths:
              /cats: { $ref: ../cats/part.yaml#/path }
              /dogs: { get: { responses: { '200': { description: ok, content: {
                  application/json: { schema: { $ref: dogs/part.yaml#/Pet } } } } } } }
              /owner: { get: { responses: { '200': { description: ok,
                  content: { application/json: { schema: { $ref: owner.yaml } } } } } } }
            components:
              schemas:
                Name: { type: object, required: [text], properties: { text: { type: string } } }
            """);
        Write("cats/part.yaml", """
            path: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/Pet' } } } } } } }
            Pet: { type: object, required: [lives], properties: { lives: { $ref: '#/Lives' } } }
            Lives: { type: object, required: [count], properties: { count: { type: integer } } }
            """);
        Write("api/dogs/part.yaml", """
            Pet: { type: object, required: [bark], properties: { bark: { $ref: '#/Lives' },
                name: { $ref: '../openapi.yaml#/components/schemas/Name' } } }
            Lives: { type: object, required: [loud], properties: { loud: { type: boolean } } }
            """);
        Write("api/owner.yaml", """
            type: object
            required: [pets]
            properties: { pets: { type: array, items: { $ref: dogs/part.yaml#/Pet } } }
            """);

        Row row = (await ConformanceRun.RunAsync(CorpusDocument.Find(_folder), static _ => { })).Single();

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Failures.Concat(row.Findings)));
        Assert.AreEqual(6, row.Calls);
        Assert.AreEqual(0, row.LeftOutCalls + row.LeftOutSamples, string.Join('\n', row.LeftOut));
        Assert.IsGreaterThan(10, row.Samples);
    }

    /// <summary>A reference that leads to itself, or to what stands below it, leads nowhere.</summary>
    [TestMethod]
    [DataRow("#/components/schemas/A")]
    [DataRow("#/components/schemas/A/properties/x")]
    [DataRow("#/components/schemas/B/properties/x")]
    [DataRow("#nowhere")]
    [DataRow("https://elsewhere.example/a")]
    public void A_reference_that_leads_nowhere_is_null(string reference)
    {
        DocumentTree document = Given.Tree($$"""
            openapi: 3.1.0
            components:
              schemas:
                A: { $ref: '{{reference}}' }
                B: { $ref: '#/components/schemas/A/properties/y' }
            """);

        Assert.IsNull(document.Resolve(document.Schemas["A"]));
    }

    [TestMethod]
    [DataRow("https://pets.example/schemas/pet")]
    [DataRow("https://pets.example/schemas/pet#sharp")]
    [DataRow("#plain")]
    public async Task A_schema_is_found_by_its_id_and_by_its_anchor(string reference)
    {
        Row row = await Given.RowAsync($$"""
            openapi: 3.1.0
            info: { title: Pets, version: '1' }
            paths: { /pets: { get: { responses: { '200': { description: one,
                content: { application/json: { schema: { $ref: '{{reference}}' } } } } } } } }
            components:
              schemas:
                Pet: { $id: 'https://pets.example/schemas/pet', $anchor: sharp, type: object, required: [name],
                    properties: { name: { type: string } } }
                Dog: { $anchor: plain, type: object, required: [bark], properties: { bark: { type: string } } }
            """);

        Assert.AreEqual(2, row.Calls, string.Join('\n', row.Findings));
        Assert.AreEqual(0, row.LeftOutCalls);
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
