using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>A client that is held to another document than its own: every difference is found.</summary>
[TestClass]
public sealed class PlantedFaultTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Planted, version: '1' }
        security: [{ key: [] }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: tag, in: query, schema: { type: array, items: { type: string } } }
                - { name: X-Trace, in: header, schema: { type: integer } }
                - { name: session, in: cookie, schema: { type: string } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            put:
              operationId: putPet
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: none } }
        components:
          securitySchemes: { key: { type: apiKey, in: query, name: api_key } }
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string }, born: { type: string, format: date } } }
        """;

    [TestMethod]
    public async Task A_client_fits_its_own_document()
    {
        Row row = await Given.RowAsync(Document);

        Assert.IsTrue(row.IsFlawless, string.Join('\n', row.Findings));
        Assert.AreEqual(2, row.Operations);
        Assert.AreEqual(1, row.Schemas);
        Assert.AreEqual(4, row.Calls);
        Assert.IsGreaterThan(3, row.Samples);
    }

    [TestMethod]
    [DataRow("  /pets/{id}:", "  /animals/{id}:", "no method calls GET /animals/{id}")]
    [DataRow("    put:", "    post:", "no method calls POST /pets/{id}")]
    [DataRow("Pet: { type", "Dog: { type", "no type for #/components/schemas/Dog")]
    [DataRow("born: { type: string, format: date }", "born: { type: integer }", "sample (")]
    [DataRow("items: { type: string } } }", "items: { type: string } }, explode: false }", "the query has no tag=")]
    [DataRow("name: tag", "name: tags", "no argument for the parameter 'tags'")]
    [DataRow("in: header", "in: query", "the query has no X-Trace=")]
    [DataRow("in: cookie", "in: header", "the header session is ''")]
    [DataRow("in: header", "in: cookie", "the cookies have no X-Trace")]
    [DataRow(
        "{ required: true, content: { application/json",
        "{ required: true, content: { application/problem+json",
        "the content type is application/json")]
    public async Task A_difference_is_found(string text, string replacement, string finding)
    {
        Assert.Contains(text, Document);

        Row row = await Given.RowAsync(Document, Document.Replace(text, replacement, StringComparison.Ordinal));

        Assert.IsFalse(row.IsFlawless);
        Assert.IsTrue(
            row.Findings.Any(candidate => candidate.Contains(finding, StringComparison.Ordinal)), string.Join('\n', row.Findings));
    }
}
