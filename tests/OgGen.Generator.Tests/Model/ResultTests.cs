using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>The method of the runtime that sends a request, by the response.</summary>
[TestClass]
public sealed class ResultTests
{
    private const string Box = "{ $ref: '#/components/schemas/Box' }";
    private const string ListOfBoxes = "{ type: array, items: " + Box + " }";
    private const string Headers = "headers: { X-Count: { schema: { type: integer } } }, ";

    [TestMethod]
    [DataRow("application/json", Box, SendMethod.Model)]
    [DataRow("application/json", ListOfBoxes, SendMethod.List)]
    [DataRow("application/json", "{ type: array, items: { oneOf: [" + Box + ", { type: 'null' }] } }", SendMethod.General)]
    [DataRow("application/json", "{ type: array, items: { type: string } }", SendMethod.General)]
    [DataRow("application/json", "{ type: string }", SendMethod.General)]
    [DataRow("text/plain", "{ type: string }", SendMethod.Text)]
    [DataRow("application/octet-stream", "{}", SendMethod.Stream)]
    [DataRow("application/jsonl", Box, SendMethod.Sequence)]
    [DataRow("text/event-stream", Box, SendMethod.Events)]
    public void A_response_has_a_method(string contentType, string schema, object method)
        => Assert.AreEqual(method, MethodOf("", contentType, schema));

    [TestMethod]
    [DataRow("application/json", Box, SendMethod.General)]
    [DataRow("application/json", ListOfBoxes, SendMethod.General)]
    [DataRow("text/plain", "{ type: string }", SendMethod.Text)]
    public void A_response_with_headers_has_none_of_the_short_methods(string contentType, string schema, object method)
        => Assert.AreEqual(method, MethodOf(Headers, contentType, schema));

    [TestMethod]
    public void A_model_that_may_be_missing_has_no_short_method()
        => Assert.AreEqual(SendMethod.General, MethodOf("", "application/json", Box, "'204': { description: None. }, "));

    [TestMethod]
    [DataRow("204")]
    [DataRow("205")]
    [DataRow("304")]
    public void A_status_without_a_body_has_none_whatever_its_content_type(string status)
        => Assert.AreEqual(
            ResultKind.Nothing,
            ResultsOf($"'{status}': {{ description: None., content: {{ application/json: {{ schema: {Box} }} }} }}").Single());

    [TestMethod]
    [DataRow("application/json: {}, image/png: { schema: { type: string, format: binary } }", ResultKind.Stream, ResultKind.Json)]
    [DataRow("application/json: {}, text/plain: { schema: { type: string } }", ResultKind.Text, ResultKind.Json)]
    [DataRow("image/png: {}, application/json: { schema: " + Box + " }", ResultKind.Json, ResultKind.Stream)]
    [DataRow("image/png: {}, application/json: {}", ResultKind.Json, ResultKind.Stream)]
    public void A_content_type_that_is_described_comes_before_one_that_is_only_named(string content, object first, object second)
        => CollectionAssert.AreEqual(
            new[] { first, second }, ResultsOf($"'200': {{ description: Found., content: {{ {content} }} }}").Cast<object>().ToArray());

    private static ResultKind[] ResultsOf(string responses) => [.. Models.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: 'https://example.com' }]
        paths: { /boxes: { get: { operationId: findBoxes, responses: { {{responses}} } } } }
        components: { schemas: { Box: { type: object, properties: { size: { type: integer } } } } }
        """).Operations().Select(static operation => operation.Result.Kind)];

    private static SendMethod MethodOf(string headers, string contentType, string schema, string others = "") => Models.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: 'https://example.com' }]
        paths:
          /boxes:
            get:
              operationId: findBoxes
              responses: { {{others}}'200': { description: Found., {{headers}}content: { {{contentType}}: { schema: {{schema}} } } } }
        components:
          schemas:
            Box: { type: object, properties: { size: { type: integer } } }
        """).Operations().Single().Result.Method;
}
