using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>Operations of Swagger 2.0 that are called as they are described.</summary>
[TestClass]
public sealed class Version2CallTests
{
    private const string Ok = "responses: { '204': { description: none } }";

    [TestMethod]
    [DataRow(
        "get: { produces: [], responses: { '200': { description: ok, schema: { $ref: '#/definitions/Pet' } } } }",
        DisplayName = "a schema, and no content type of the answer")]
    [DataRow(
        "post: { consumes: [application/x-www-form-urlencoded], parameters: [{ in: formData, name: first, type: string, required: true }, "
            + "{ in: formData, name: last, type: string, required: true }], " + Ok + " }",
        DisplayName = "fields that are required")]
    [DataRow(
        "post: { consumes: [application/x-www-form-urlencoded], parameters: [{ in: formData, name: first, type: string, required: true }, "
            + "{ in: formData, name: last, type: string }], " + Ok + " }",
        DisplayName = "one field that is required")]
    [DataRow(
        "post: { consumes: [multipart/form-data], parameters: [{ in: formData, name: file, type: file, required: true }, { in: formData, "
            + "name: note, type: string }], " + Ok + " }",
        DisplayName = "a file that is required")]
    [DataRow(
        "parameters: [{ in: formData, name: a, type: string }], post: { parameters: [{ in: formData, name: a, type: integer, required: "
            + "true }], " + Ok + " }",
        DisplayName = "a field of the path that the operation describes again")]
    [DataRow(
        "get: { parameters: [{ in: query, name: tags, type: array, collectionFormat: tsv, items: { type: string } }], " + Ok + " }",
        DisplayName = "tabs in the query")]
    [DataRow(
        "get: { parameters: [{ in: header, name: X-Tags, type: array, collectionFormat: pipes, items: { type: string } }], " + Ok + " }",
        DisplayName = "bars in a header")]
    [DataRow(
        "post: { consumes: [application/x-www-form-urlencoded], parameters: [{ in: body, name: pet, required: true, schema: { $ref: "
            + "'#/definitions/Pet' } }], " + Ok + " }",
        DisplayName = "a body where the content type is that of a form")]
    public async Task A_call_is_what_the_document_says(string operations)
    {
        Row row = await Given.RowAsync($$"""
            swagger: '2.0'
            info: { title: Calls, version: '1' }
            host: calls.example
            basePath: /v2
            schemes: [http, https]
            produces: [text/plain]
            paths: { /a: { {{operations}} } }
            definitions:
              Pet: { type: object, required: [name], properties: { name: { type: string } } }
            """);

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Failures.Concat(row.Findings)));
        Assert.AreEqual(2, row.Calls, string.Join('\n', row.LeftOut));
    }

    /// <summary>The answer's body is one: a client that does not read it is found.</summary>
    [TestMethod]
    public async Task An_empty_list_of_content_types_does_not_hide_the_answer()
    {
        const string document = """
            swagger: '2.0'
            info: { title: Calls, version: '1' }
            paths: { /a: { get: { produces: [], responses: { '200': { description: ok SCHEMA } } } } }
            """;

        Row row = await Given.RowAsync(
            document.Replace(" SCHEMA", "", StringComparison.Ordinal),
            document.Replace(" SCHEMA", ", schema: { type: object, properties: { n: { type: integer } } }", StringComparison.Ordinal));

        Assert.Contains("the answer's body is not returned", string.Join('\n', row.Findings));
    }
}
