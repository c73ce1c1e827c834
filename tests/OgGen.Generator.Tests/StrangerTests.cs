using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>
/// Names and combinations that nobody here had thought of: generated code compiles, or the document is told where it does not.
/// </summary>
[TestClass]
public sealed class StrangerTests
{
    private const string Head = """
        openapi: 3.2.0
        info: { title: T, version: '1' }

        """;
    private const string Answer = "responses: { '204': { description: Done. } }";

    [TestMethod]
    [DataRow("type: array, items: { type: string }")]
    [DataRow("type: array, items: { type: object, properties: { a: { type: string } } }")]
    [DataRow("", DisplayName = "no type")]
    [DataRow("type: object, additionalProperties: { type: integer }")]
    public void Stranger02_A_form_in_the_query_string_of_any_schema_compiles(string schema)
        => Compile(
            "paths: { /v: { get: { operationId: get, parameters: [ { name: q, in: querystring, content: { "
                + $"application/x-www-form-urlencoded: {{ schema: {{ {schema} }} }} }} }} ], {Answer} }} }} }}");

    [TestMethod]
    [DataRow("type: array, items: { type: string }")]
    [DataRow("type: array, items: { type: object, properties: { a: { type: string } } }")]
    [DataRow("items: {}")]
    [DataRow("type: string")]
    [DataRow("type: object, additionalProperties: { type: integer }")]
    [DataRow("oneOf: [ { type: string }, { type: array, items: { type: string } } ]")]
    public void Stranger02_A_query_string_without_a_content_type_compiles(string schema)
        => Compile(
            $"paths: {{ /v: {{ get: {{ operationId: get, parameters: [ {{ name: q, in: querystring, schema: {{ {schema} }} }} ], {Answer} "
                + "} } }");

    [TestMethod]
    [DataRow("application/jsonl: { itemSchema: { type: integer } }")]
    [DataRow("application/json-seq: { itemSchema: { type: string } }")]
    [DataRow("text/event-stream: { itemSchema: { type: object, properties: { data: { type: string } } } }")]
    public void Stranger03_A_stream_is_not_polled_and_the_document_is_told(string content)
        => Assert.Contains("not waited for", Compile(Polled(content), warnings: 1));

    [TestMethod]
    [DataRow("application/json: { schema: { type: integer } }")]
    [DataRow("application/octet-stream: {}")]
    [DataRow("text/plain: {}")]
    public void Stranger03_What_comes_at_once_is_polled(string content) => Compile(Polled(content));

    [TestMethod]
    [DataRow("With")]
    [DataRow("Pipeline")]
    [DataRow("Create")]
    [DataRow("Dispose")]
    [DataRow("Equals")]
    [DataRow("ToString")]
    [DataRow("Pets")]
    [DataRow("TClient")]
    [DataRow("T")]
    public void Stranger04_05_The_type_of_the_servers_may_have_any_name(string name)
        => Compile($$"""
            x-oggen-name: {{name}}
            servers: [ { url: 'https://x.example' } ]
            paths: { /v: { get: { tags: [ pets ], operationId: get, servers: [ { url: 'https://y.example' } ], {{Answer}} } } }
            """);

    [TestMethod]
    [DataRow("pets", "Pets")]
    [DataRow("T client", "")]
    [DataRow("TClient", "")]
    [DataRow("operations", "Operations")]
    public void Stranger06_A_client_may_be_called_like_a_tag(string tag, string client)
        => Compile($"paths: {{ /v: {{ get: {{ tags: [ '{tag}' ], operationId: get, {Answer} }} }} }}", client: client);

    [TestMethod]
    [DataRow("{ deprecated: true }")]
    [DataRow("{ deprecated: true, type: integer }")]
    [DataRow("{ deprecated: true, type: string, format: date-time }")]
    [DataRow("{ deprecated: true, enum: [ a ] }")]
    public void Stranger32_A_required_member_of_a_union_may_be_deprecated(string old)
        => Compile($$"""
            paths: {}
            components:
              schemas:
                Base: { type: object, required: [ kind, old ], discriminator: { propertyName: kind },
                    properties: { kind: { type: string }, old: { $ref: '#/components/schemas/Old' } } }
                A: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { x: { type: string } } } ] }
                Old: {{old}}
            """);

    [TestMethod]
    [DataRow("equals")]
    [DataRow("get_hash_code")]
    [DataRow("reference-equals")]
    [DataRow("ToString")]
    [DataRow("known")]
    [DataRow("finalize")]
    public void Stranger33_A_discriminator_may_have_values_like_members_of_every_class(string value)
        => Compile($$"""
            paths: {}
            components:
              schemas:
                C:
                  oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ]
                  discriminator: { propertyName: op, mapping: { {{value}}: '#/components/schemas/A', other: '#/components/schemas/B',
                      third: '#/components/schemas/B' } }
                A: { type: object, required: [ op ], properties: { op: { type: string }, v: { type: string } } }
                B: { type: object, required: [ op ], properties: { op: { type: string }, v: { type: string } } }
            """);

    private static string Polled(string content)
        => "paths: { /v: { get: { operationId: get, x-oggen-poll: { status: 404, header: X-A, value: b }, responses: { '200': { "
            + $"description: A., content: {{ {content} }} }} }} }} }} }}";

    private static string Compile(string rest, string client = "", int warnings = 0)
    {
        Declared document = Declared.Of(Head + rest + "\n") with { Client = client };
        GeneratorHarness.Driver([document])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);
        string[] reported =
        [
            .. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => diagnostic.ToString()),
        ];
        Assert.HasCount(warnings, reported, string.Join('\n', reported));
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        return string.Join('\n', reported);
    }
}
