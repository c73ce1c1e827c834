using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>
/// Operations that are called as they are described: what the program passes, answers and expects is what the document means.
/// </summary>
[TestClass]
public sealed class CallTests
{
    private const string Ok = "responses: { '204': { description: none } }";

    [TestMethod]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { '*/*': { schema: { $ref: '#/components/schemas/Pet' } } } } } } }",
        DisplayName = "an answer of any type")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { application/*: { schema: { $ref: '#/components/schemas/Pet' } } } "
            + "} } } }",
        DisplayName = "an answer of a range")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { text/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } "
            + "} }",
        DisplayName = "an answer of JSON's other name")]
    [DataRow(
        "/a: { post: { requestBody: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Pet' } } } }, " + Ok
            + " } }",
        DisplayName = "a body of any type")]
    [DataRow(
        "/a: { post: { requestBody: { required: true, content: { '*/*': { schema: { type: string, format: binary } } } }, " + Ok + " } }",
        DisplayName = "bytes of any type")]
    [DataRow(
        "'/a?q={q}&n=1': { get: { parameters: [{ name: q, in: path, required: true, schema: { type: string } }], " + Ok + " } }",
        DisplayName = "a variable in the query of a path")]
    [DataRow(
        "/a: { get: { parameters: [{ name: key, in: query, schema: { type: string } }], security: [{ key: [] }], " + Ok + " } }",
        DisplayName = "a parameter that is the credential")]
    [DataRow(
        "/a: { get: { parameters: [{ name: X-Key, in: header, schema: { type: string } }], security: [{ head: [] }], " + Ok + " } }",
        DisplayName = "a header that is the credential")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { '*/*': { schema: { $ref: '#/components/schemas/Pet' } }, "
            + "application/json: { example: {} } } } } } }",
        DisplayName = "JSON without a schema beside a range that has one")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { application/json: { example: {} } } } } } }",
        DisplayName = "JSON without a schema")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { application/json: { example: {} }, text/yaml: { schema: { type: "
            + "string } } } } } } }",
        DisplayName = "JSON without a schema beside a text that has one")]
    [DataRow(
        "/a: { get: { responses: { '200': { description: ok, content: { image/png: { schema: { type: string, format: binary } }, "
            + "application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }",
        DisplayName = "JSON beside bytes")]
    [DataRow(
        "/a: { post: { requestBody: { content: { application/x-ndjson: { schema: { $ref: '#/components/schemas/Pet' } } } }, " + Ok
            + " } }",
        DisplayName = "the schema of one of many values")]
    [DataRow(
        "/a: { post: { requestBody: { content: { multipart/form-data: { schema: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: "
            + "object, properties: { n: { type: integer } } }] } } } }, " + Ok + " } }",
        DisplayName = "parts that several schemas describe")]
    [DataRow(
        "/a: { post: { requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { n: { type: integer } }, "
            + "additionalProperties: { type: string } } } } }, " + Ok + " } }",
        DisplayName = "parts without a name, of one type")]
    [DataRow("/a: { get: { security: [{ bad: [] }], " + Ok + " } }", DisplayName = "a credential in a header that HTTP does not allow")]
    [DataRow(
        "/a: { get: { parameters: [{ name: Content-Length, in: header, schema: { type: integer } }], " + Ok + " } }",
        DisplayName = "a header of the transport")]
    [DataRow(
        "/a: { get: { parameters: [{ name: q, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } "
            + "}], " + Ok + " } }",
        DisplayName = "JSON in the query")]
    [DataRow(
        "'/a/{petID}': { get: { parameters: [{ name: petId, in: query, schema: { type: string, format: uuid } }, { name: petID, in: path, "
            + "required: true, schema: { type: string } }], " + Ok + " } }",
        DisplayName = "names that differ in capitals")]
    [DataRow(
        "/a: { get: { parameters: [{ name: Most, in: query, schema: { type: string } }, { name: most, in: query, schema: { type: integer } "
            + "}], " + Ok + " } }",
        DisplayName = "names that differ in the first letter")]
    [DataRow(
        "/a: { parameters: [{ name: X-Sum, in: header, schema: { type: string } }], get: { parameters: [{ name: x-sum, in: header, "
            + "required: true, schema: { type: string } }], " + Ok + " } }",
        DisplayName = "a header of the operation in other capitals than that of the path")]
    [DataRow(
        "'/a/{id}': { get: { parameters: [{ name: id, in: query, schema: { type: integer } }, { name: id, in: path, required: true, "
            + "schema: { type: string, format: uuid } }], " + Ok + " } }",
        DisplayName = "one name in two places")]
    [DataRow(
        "'/a/{slug}': { get: { parameters: [{ name: slug, in: path, required: true, schema: { type: string, pattern: '^[ a-z]+$' } }], "
            + Ok + " } }",
        DisplayName = "a path value that may be white space")]
    [DataRow(
        "'/a/{items}': { get: { parameters: [{ name: items, in: path, required: true, schema: { type: array, items: { type: array, items: "
            + "{ type: string } } } }], " + Ok + " } }",
        DisplayName = "arrays in an array in the path")]
    [DataRow(
        "/a: { get: { parameters: [{ name: X-Fields, in: header, schema: { type: object, properties: { Pets: { type: array, items: { $ref: "
            + "'#/components/schemas/Pet' } } } } }], " + Ok + " } }",
        DisplayName = "objects in a header")]
    [DataRow(
        "/a: { get: { parameters: [{ name: mix, in: query, schema: { type: array, enum: [live, old], items: { type: string } } }], " + Ok
            + " } }",
        DisplayName = "values of the items at the array")]
    [DataRow(
        "/a: { get: { parameters: [{ name: no, in: query, required: true, schema: { type: string, enum: [1, 2] } }], " + Ok + " } }",
        DisplayName = "numbers that are texts")]
    [DataRow("/a: { servers: [{ url: / }], get: { " + Ok + " } }", DisplayName = "a server of its own")]
    [DataRow(
        "/a: { post: { requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { token: { type: string }, n: "
            + "{ type: integer } } } } } }, parameters: [{ name: token, in: query, schema: { type: string } }], " + Ok + " } }",
        DisplayName = "a part and a parameter of one name")]
    [DataRow(
        "/a: { post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { Body: { type: "
            + "string }, n: { type: integer } } } } } }, " + Ok + " } }",
        DisplayName = "a field that is called body")]
    [DataRow(
        "/a: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string }, b: false } "
            + "} } } }, " + Ok + " } }",
        DisplayName = "a member that none may have")]
    [DataRow(
        "/a: { put: { requestBody: { required: true, content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Pet' "
            + "}], required: [born] } } } }, " + Ok + " } }",
        DisplayName = "a member that only one use requires")]
    public async Task A_call_is_what_the_document_says(string path)
    {
        Row row = await Given.RowAsync(Document(path));

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Failures.Concat(row.Findings)));
        Assert.AreEqual(2, row.Calls);
    }

    [TestMethod]
    public async Task A_path_without_any_value_is_not_called()
    {
        Row row = await Given.RowAsync(
            Document(
                "'/a/{v}': { get: { parameters: [{ name: v, in: path, required: true, schema: { type: object, properties: { n: { type: "
                    + "integer, readOnly: true } } } }], " + Ok + " } }"));

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Failures.Concat(row.Findings)));
        Assert.AreEqual(0, row.Calls);
        Assert.AreEqual(2, row.LeftOutCalls);
        Assert.Contains("call GET /a/{v}: a path has no place for the value that was made", string.Join('\n', row.LeftOut));
    }

    /// <summary>A list of files that may have none is no field when it has none.</summary>
    [TestMethod]
    public async Task An_empty_list_of_files_is_no_field()
    {
        Row row = await Given.RowAsync(
            Document(
                "/a: { post: { requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [files, "
                    + "note], properties: { files: { type: array, maxItems: 0, items: { type: string, format: binary } }, note: { type: "
                    + "string } } } } } }, " + Ok + " } }"));

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Failures.Concat(row.Findings)));
        Assert.AreEqual(2, row.Calls);
    }

    [TestMethod]
    public async Task Parameters_beyond_the_limit_are_not_expected()
    {
        string many = string.Join(
            ", ", Enumerable.Range(0, 258).Select(static i => $"{{ name: p{i}, in: query, schema: {{ type: string }} }}"));

        Row row = await Given.RowAsync(Document("/a: { get: { parameters: [" + many + "], " + Ok + " } }"));

        Assert.AreEqual(2, row.Calls);
        Assert.AreEqual(2, row.CorrectCalls, string.Join('\n', row.Findings));
    }

    private static string Document(string path) => $$"""
        openapi: 3.1.0
        info: { title: Calls, version: '1' }
        servers: [{ url: 'https://calls.example/v1' }]
        paths:
          {{path}}
        components:
          securitySchemes:
            key: { type: apiKey, in: query, name: key }
            head: { type: apiKey, in: header, name: X-Key }
            {{(path.Contains("bad", StringComparison.Ordinal) ? "bad: { type: apiKey, in: header, name: The Key }" : "")}}
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string }, born: { type: string, format: date } } }
        """;
}
