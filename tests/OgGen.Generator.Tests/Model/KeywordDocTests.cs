using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What the document says beyond types and names is in the comments: limits, terms, links, and how a token is had.</summary>
[TestClass]
public sealed class KeywordDocTests
{
    private const string Head = """
        openapi: 3.2.0
        info: { title: T, version: '1' }

        """;

    [TestMethod]
    [DataRow(
        "type: string, maxLength: 9, minLength: 1, pattern: '^[a-z]+$'",
        "At most 9 characters. At least 1 character. Matches the pattern `^[a-z]+$`.")]
    [DataRow("type: integer, exclusiveMinimum: 3, exclusiveMaximum: 9, multipleOf: 2", "Above 3. Below 9. A multiple of 2.")]
    [DataRow(
        "type: array, uniqueItems: true, maxItems: 1, items: { type: string, minLength: 2 }",
        "At most 1 item. No two items are equal. Each item: at least 2 characters.")]
    [DataRow(
        "type: object, additionalProperties: { type: string }, minProperties: 1, maxProperties: 2",
        "At most 2 members. At least 1 member.")]
    [DataRow("type: string, not: { const: a }", "The document has conditions besides: `not`.")]
    [DataRow(
        "type: array, items: { type: string }, contains: { const: a }, unevaluatedItems: false",
        "The document has conditions besides: `contains`, `unevaluatedItems`.")]
    public void A_member_has_the_rules_for_its_values(string keywords, string summary)
        => Assert.AreEqual(summary, SchemaOf($"type: object, properties: {{ a: {{ {keywords} }} }}").Properties.Single().Doc.Summary);

    [TestMethod]
    public void A_long_pattern_is_not_printed()
    {
        string pattern = new('a', 201);

        Assert.AreEqual(
            "Matches a pattern of 201 characters, which the document has.",
            SchemaOf($"type: object, properties: {{ a: {{ type: string, pattern: '{pattern}' }} }}").Properties.Single().Doc.Summary);
    }

    [TestMethod]
    public void A_type_has_the_rules_for_its_values_and_a_member_of_the_type_does_not_repeat_them()
    {
        ObjectModel thing = SchemaOf(
            "type: object, minProperties: 1, if: { required: [b] }, then: { required: [c] }, "
            + "properties: { b: { type: object, maxProperties: 3, properties: { x: { type: string } } }, c: { type: string } }");

        Assert.AreEqual("At least 1 member. The document has conditions besides: `if`, `then`.", thing.Doc.Remarks);
        Assert.AreEqual(DocModel.None, thing.Properties[0].Doc);
    }

    [TestMethod]
    public void A_parameter_and_a_response_header_have_the_rules_for_their_values()
    {
        CompiledDocument document = Compile("""
            parameters: [ { name: q, in: query, description: About q, schema: { type: string, pattern: ^a, default: abc } } ],
            responses: { '204': { description: Done., headers: { X-A: {
              required: true, description: About a., schema: { type: integer, minimum: 3 } } } } }
            """);

        Assert.AreEqual(
            "About q. Matches the pattern `^a`. Default: `\"abc\"`.", document.Operations["getA"].Single().Parameters.Single().Doc.Summary);
        Assert.AreEqual(
            new DocModel("About a.", "Not below 3. The service always sends it."),
            document.Types.Values.OfType<HeadersModel>().Single().Headers.Single().Doc);
    }

    [TestMethod]
    public void A_method_has_what_its_path_says_and_where_its_responses_lead()
    {
        CompiledDocument document = Compile(
            """
            summary: One, responses: { '204': { description: Done., links: { next: { operationId: getB, description: The next one.,
            parameters: { id: $response.body#/id, n: 5 }, requestBody: $request.body, server: { url: 'https://b.example' } },
            other: { operationRef: '#/paths/~1b/get' } } } }
            """,
            "summary: All of them, description: Ordered by age.");

        Assert.AreEqual(
            new DocModel(
                "One",
                "All of them\n\nOrdered by age.\n\nThe link `next` leads to `getB` with `id` = `$response.body#/id`, `n` = `5`, "
                    + "the body `$request.body`, the server `https://b.example`: The next one.\n\n"
                    + "The link `other` leads to `#/paths/~1b/get`."),
            document.Operations["getA"].Single().Doc);
    }

    [TestMethod]
    public void The_summary_of_a_response_is_what_the_comment_says_of_it()
        => Assert.AreEqual(
            "Short.",
            Compile("responses: { '204': { summary: Short, description: Long. } }").Operations["getA"].Single().Result.Description);

    [TestMethod]
    public void The_client_names_contact_license_and_terms()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info:
              title: T
              version: '1'
              termsOfService: https://a.example/terms
              contact: { name: Ada, email: ada@a.example, url: 'javascript:alert(1)' }
              license: { name: MIT, identifier: MIT, url: 'https://a.example/mit' }
            paths: {}
            """);

        Assert.AreEqual(
            new DocModel(
                "T",
                "Contact: Ada, ada\\@a\\.example\n\nLicense: MIT, <https://a.example/mit>\n\nTerms of service: <https://a.example/terms>"),
            document.Model.Files.OfType<ClientFile>().Single().Client.Doc);
    }

    [TestMethod]
    [DataRow(
        "type: http, scheme: bearer, bearerFormat: JWT, deprecated: true",
        "Deprecated. The security scheme 'key'.",
        "The format of the token: JWT.")]
    [DataRow(
        "type: openIdConnect, openIdConnectUrl: 'https://a.example/.well-known'",
        "The security scheme 'key'.",
        "OpenID Connect: <https://a.example/.well-known>")]
    [DataRow(
        "type: oauth2, description: Tokens., oauth2MetadataUrl: 'https://a.example/meta', "
            + "flows: { implicit: { authorizationUrl: 'javascript:alert(1)', scopes: {} }, authorizationCode: { "
            + "authorizationUrl: 'https://a.example/a', tokenUrl: 'https://a.example/t', refreshUrl: 'https://a.example/r', scopes: { r: "
            + "Read., w: '' } } }",
        "Tokens.",
        "Metadata of the authorization server: <https://a.example/meta>\n\nOAuth 2.0, flow `implicit`.\n\n"
            + "OAuth 2.0, flow `authorizationCode`: authorize: <https://a.example/a>; tokens: <https://a.example/t>; "
            + "refresh: <https://a.example/r>; scopes `r` (Read), `w`.")]
    [DataRow(
        "type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: 'https://a.example/d', "
            + "tokenUrl: 'https://a.example/t', scopes: {} } }",
        "The security scheme 'key'.",
        "OAuth 2.0, flow `deviceAuthorization`: authorize the device: <https://a.example/d>; tokens: <https://a.example/t>.")]
    public void A_credential_says_how_it_is_had(string scheme, string summary, string remarks)
        => Assert.AreEqual(new DocModel(summary, remarks), CredentialOf(scheme).Doc);

    [TestMethod]
    public void Of_many_scopes_the_first_are_named_and_the_others_counted()
    {
        string scopes = string.Join(", ", Enumerable.Range(0, 53).Select(static n => $"s{n:00}: ''"));

        CredentialModel credential = CredentialOf(
            $"type: oauth2, flows: {{ password: {{ tokenUrl: 'https://a.example/t', scopes: {{ {scopes} }} }} }}");

        Assert.EndsWith("`s48`, `s49` and 3 more.", credential.Doc.Remarks);
    }

    private static CredentialModel CredentialOf(string scheme)
        => CompiledDocument.Of(Head + $"paths: {{}}\ncomponents: {{ securitySchemes: {{ key: {{ {scheme} }} }} }}\n")
            .Model.Files.OfType<ClientFile>().Single().Client.Credentials!.Schemes.Single();

    private static ObjectModel SchemaOf(string keywords)
        => Models.Of(Head + $"paths: {{}}\ncomponents: {{ schemas: {{ Thing: {{ {keywords} }} }} }}\n").ObjectOf("Thing");

    private static CompiledDocument Compile(string operation, string path = "x-none: 1")
        => CompiledDocument.Of(
            Head + $"paths: {{ /a: {{ {path}, get: {{ operationId: getA, {operation.ReplaceLineEndings(" ")} }} }} }}\n");
}
