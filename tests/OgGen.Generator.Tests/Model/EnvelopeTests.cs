using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>A response of which methods return a member has no type, unless something else shows it.</summary>
[TestClass]
public sealed class EnvelopeTests
{
    private const string Envelope = """
        PetResponse:
          type: object
          properties:
            data: { type: object, properties: { name: { type: string }, age: { type: object, properties: { years: { type: integer } } } } }
            paging: { type: object, properties: { next: { type: string } } }
            links: { $ref: '#/components/schemas/Links' }
        Links: { type: object, properties: { self: { type: string } } }
        """;
    private const string Alone = "Alone: { type: object, properties: { text: { type: string } } }";
    private const string Unwrapped =
        "/pets: { get: { x-oggen-result: data, responses: { '200': { $ref: '#/components/responses/Pet' } } } }";

    [TestMethod]
    public void What_no_method_shows_is_not_generated()
    {
        DocumentModel model = CompiledDocument.Of(Document([Unwrapped], Envelope, Alone)).Model;

        string[] expected = ["Alone", "Links", "PetResponseData", "PetResponseDataAge"];
        CollectionAssert.AreEquivalent(expected, TypesOf(model));
        CollectionAssert.AreEquivalent(expected, model.Files.OfType<ResolverFile>().Single().TypeNames.ToArray());
        Assert.AreEqual("PetResponseData", ((ModelRef)model.Operations().Single().Result.Returned!).Name);
    }

    [TestMethod]
    [DataRow("an operation that returns it whole", "/other: { get: { responses: { '200': { $ref: '#/components/responses/Pet' } } } }", "")]
    [DataRow(
        "an error",
        "/other: { get: { responses: { '204': { description: '' }, '400': { $ref: '#/components/responses/Pet' } } } }",
        "")]
    [DataRow(
        "a body",
        "/other: { post: { requestBody: { content: { application/json: { schema: { type: array, items: "
            + "{ $ref: '#/components/schemas/PetResponse' } } } } }, responses: { '204': { description: '' } } } }",
        "")]
    [DataRow("a member", "", "Other: { type: object, properties: { pet: { $ref: '#/components/schemas/PetResponse' } } }")]
    [DataRow("a value of a map", "", "Other: { type: object, additionalProperties: { $ref: '#/components/schemas/PetResponse' } }")]
    [DataRow("an alias", "", "Other: { $ref: '#/components/schemas/PetResponse' }")]
    [DataRow(
        "an untagged union",
        "",
        "Other: { oneOf: [{ $ref: '#/components/schemas/PetResponse' }, { $ref: '#/components/schemas/Alone' }] }")]
    [DataRow(
        "a discriminated union",
        "",
        "Other: { oneOf: [{ $ref: '#/components/schemas/PetResponse' }, { $ref: '#/components/schemas/Alone' }], "
            + "discriminator: { propertyName: kind } }")]
    public void What_something_else_shows_is_generated(string what, string paths, string schemas)
    {
        DocumentModel model = CompiledDocument.Of(Document([Unwrapped, paths], Envelope, Alone, schemas)).Model;

        CollectionAssert.IsSubsetOf(new[] { "PetResponse", "PetResponsePaging" }, TypesOf(model), what);
    }

    [TestMethod]
    public void An_inline_response_of_which_a_method_returns_a_member_is_not_generated()
    {
        const string path = """
            /pets:
              get:
                operationId: Pets_Get
                x-oggen-result: data
                responses:
                  '200':
                    description: ''
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            data: { type: object, properties: { name: { type: string } } }
                            paging: { type: object, properties: { next: { type: string } } }
            """;
        DocumentModel model = CompiledDocument.Of(Document([path], Envelope, Alone)).Model;

        string[] components = ["Alone", "Links", "PetResponse", "PetResponseData", "PetResponseDataAge", "PetResponsePaging"];
        CollectionAssert.AreEquivalent(components.Append("PetsGetResponseData").ToArray(), TypesOf(model));
    }

    [TestMethod]
    public void A_schema_that_nothing_refers_to_is_generated_and_a_name_stays_taken()
    {
        const string other = "pet_response: { type: object, properties: { text: { type: string } } }";
        string whole = Unwrapped.Replace("x-oggen-result: data, ", "", StringComparison.Ordinal);

        string[] types = TypesOf(CompiledDocument.Of(Document([Unwrapped], Envelope, Alone, other)).Model);
        string[] withEnvelope = TypesOf(CompiledDocument.Of(Document([whole], Envelope, Alone, other)).Model);

        // The envelope keeps the name that its component asks for, also where it has no type.
        string[] envelope = ["PetResponse", "PetResponsePaging"];
        CollectionAssert.AreEquivalent(types.Concat(envelope).ToArray(), withEnvelope);
    }

    private static string[] TypesOf(DocumentModel model)
        =>
        [
            .. model.Types()
                .Concat(model.Files.OfType<GroupsFile>().SelectMany(static file => file.Groups).SelectMany(static group => group.Types))
                .Select(static type => type.Name),
        ];

    private static string Document(string[] paths, params string[] schemas) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        servers: [{ url: 'https://api.example.com' }]
        paths:
          {{string.Join('\n', paths).Replace("\n", "\n  ", StringComparison.Ordinal)}}
        components:
          responses:
            Pet: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/PetResponse' } } } }
          schemas:
            {{string.Join('\n', schemas).Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """;
}
