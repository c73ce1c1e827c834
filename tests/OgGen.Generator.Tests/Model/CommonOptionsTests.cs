using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What most operations have in common stands with the client, and what an operation has otherwise with the operation.</summary>
[TestClass]
public sealed class CommonOptionsTests
{
    private const string Problem =
        "'400': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }";

    [TestMethod]
    public void Most_operations_say_nothing_of_what_they_have_in_common()
    {
        DocumentModel model = CompiledDocument.Of(Document(("/a", "", Problem), ("/b", "", Problem), ("/c", "", Problem))).Model;

        OperationDefaults? defaults = ClientOf(model).Defaults;
        Assert.AreEqual("X-Id", defaults?.RequestIdHeader);
        Assert.AreEqual("X-Wait", defaults?.RetryAfterHeader);
        Assert.AreEqual("Key", defaults?.Security?.Single().Single());
        Assert.IsInstanceOfType<StatusErrorReader>(defaults?.Errors.Single());
        Assert.IsTrue(model.Operations().All(static operation => operation.Own == OwnOptions.None));
    }

    [TestMethod]
    public void An_operation_says_that_it_has_none_of_what_the_others_have()
    {
        DocumentModel model = CompiledDocument.Of(
            Document(("/a", "", Problem), ("/b", "", Problem), ("/c", "security: [], ", "'404': { description: '' }"))).Model;

        Assert.IsNotNull(ClientOf(model).Defaults);
        OperationModel[] operations = [.. model.Operations()];
        Assert.AreEqual((OwnOptions.None, OwnOptions.None), (operations[0].Own, operations[1].Own));
        Assert.AreEqual(OwnOptions.Errors | OwnOptions.Security, operations[2].Own);
        Assert.IsEmpty(operations[2].Errors);
        Assert.IsNull(operations[2].Security);
    }

    [TestMethod]
    public void What_half_of_the_operations_have_is_not_in_common()
    {
        (string, string, string) other = ("/c", "security: [], ", "'404': { description: '' }");
        DocumentModel model = CompiledDocument.Of(
            Document(("/a", "", Problem), ("/b", "", Problem), other, other with { Item1 = "/d" })).Model;

        Assert.IsNull(ClientOf(model).Defaults?.Security);
        Assert.AreEqual(0, ClientOf(model).Defaults?.Errors.Count);
        Assert.AreEqual(OwnOptions.Errors | OwnOptions.Security, model.Operations().First().Own);
    }

    [TestMethod]
    public void One_operation_has_nothing_in_common_with_others()
    {
        DocumentModel model = CompiledDocument.Of(Document(("/a", "", Problem))).Model;

        Assert.IsNull(ClientOf(model).Defaults);
        Assert.IsNull(model.Files.OfType<GroupsFile>().Single().Groups.Single().DefaultsOwner);
        Assert.AreEqual(
            OwnOptions.RequestIdHeader | OwnOptions.RetryAfterHeader | OwnOptions.Errors | OwnOptions.Security,
            model.Operations().Single().Own);
    }

    private static ClientModel ClientOf(DocumentModel model) => model.Files.OfType<ClientFile>().Single().Client;

    private static string Document(params (string Path, string Options, string Error)[] operations) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        servers: [{ url: 'https://api.example.com' }]
        security: [{ Key: [] }]
        paths:
        {{string.Concat(operations.Select(static operation => $$"""
              {{operation.Path}}: { get: { {{operation.Options}}responses: { '204': { $ref: '#/components/responses/Done' },
                  {{operation.Error}} } } }

            """))}}
        components:
          securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } }
          responses:
            Done:
              description: ''
              headers:
                X-Id: { x-oggen-request-id: true, schema: { type: string } }
                X-Wait: { x-oggen-retry-after: true, schema: { type: integer } }
          schemas:
            Problem: { type: object, properties: { text: { type: string } } }
        """;
}
