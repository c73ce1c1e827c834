using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Wherever a name is another one than the document's because it was taken, that is said, once and there.</summary>
[TestClass]
public sealed class NameCollisionTests
{
    private const string Head = """
        openapi: 3.1.0
        info: { title: T, version: '1' }

        """;
    private const string Schemas = Head + """
        paths: {}
        components:
          schemas:

        """;
    private const string CatAndDog = """
            Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string } } }

        """;
    private const string Answer = "responses: { '204': { description: Done. } }";

    [TestMethod]
    [DataRow(
        "Task",
        "TaskModel",
        Schemas + "    §Task: { type: object, properties: { a: {} } }\n",
        DisplayName = "a component and a type that every file imports")]
    [DataRow("PetShop", "PetShopModel", Schemas + """
            pet-shop: { type: object, properties: { a: {} } }
            §PetShop: { type: object, properties: { b: {} } }
        """, DisplayName = "two components")]
    [DataRow(
        "Value", "ValueModel", Schemas + "    §Value: { type: string, enum: [a] }\n", DisplayName = "an enumeration and its own member")]
    [DataRow("OrderKind", "OrderKindValue", Schemas + """
            OrderKind: { type: object, properties: { a: {} } }
            Order: { type: object, properties: { §kind: { enum: [a] } } }
        """, DisplayName = "an inline enumeration and a component")]
    [DataRow("OrderKind", "OrderKindModel", Schemas + """
            OrderKind: { enum: [a] }
            Order: { type: object, properties: { §kind: { type: object, properties: { a: {} } } } }
        """, DisplayName = "an inline object and a component")]
    [DataRow("OrderKind", "OrderKindUnion", Schemas + """
            OrderKind: { enum: [a] }
            Order: { type: object, properties: { §kind: { oneOf: [ { $ref: '#/components/schemas/OrderKind' }, { type: integer } ] } } }
        """, DisplayName = "an untagged union and a component")]
    [DataRow("OrderItem", "OrderItemsItem", Schemas + """
            OrderItem: { enum: [a] }
            Order: { type: object, properties: { items: { type: array, §items: { type: object, properties: { a: {} } } } } }
        """, DisplayName = "an item and a component")]
    [DataRow("UnknownPet", "UnknownPetModel", Schemas + $$"""
            UnknownPet: { enum: [a] }
            §Pet: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ],
                discriminator: { propertyName: kind } }
        {{CatAndDog}}
        """, DisplayName = "the unknown variant and a component")]
    [DataRow(
        "ToString",
        "ToStringValue",
        Schemas + "    Pet: { type: object, properties: { §toString: { type: string } } }\n",
        DisplayName = "a member and one that every type has")]
    [DataRow(
        "Pet",
        "PetValue",
        Schemas + "    Pet: { type: object, properties: { §pet: { type: string } } }\n",
        DisplayName = "a member and its type")]
    [DataRow(
        "Read", "ReadValue", Schemas + "    Access: { enum: [§read, other] }\n", DisplayName = "a value and a member of every enumeration")]
    [DataRow("A", "AValue", Schemas + "    Grade: { enum: [a, §A] }\n", DisplayName = "two values")]
    [DataRow(
        "Match",
        "MatchValue",
        Schemas + "    Find: { oneOf: [ §{ title: match, type: object, properties: { a: {} } }, { type: string } ] }\n",
        DisplayName = "a case and a member of every untagged union")]
    [DataRow("A", "AValue", Schemas + $$"""
            Pet:
              oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]
              §discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/Cat', A: '#/components/schemas/Dog' } }
        {{CatAndDog}}
        """, DisplayName = "two discriminators")]
    [DataRow("List", "List2", Head + $$"""
        paths:
          /a: { get: { operationId: list, {{Answer}} } }
          /b: { §get: { operationId: List, {{Answer}} } }
        """, DisplayName = "two methods")]
    [DataRow("ListWithResponse", "ListWithResponse2", Head + $$"""
        paths:
          /a: { get: { operationId: list, {{Answer}} } }
          /b: { §get: { operationId: listWithResponse, {{Answer}} } }
        """, DisplayName = "a method and what another one is called with the whole answer")]
    [DataRow("List", "List2", Head + $$"""
        paths:
          /a: { get: { operationId: listWithResponse, {{Answer}} } }
          /b: { §get: { operationId: list, {{Answer}} } }
        """, DisplayName = "what a method is called with the whole answer and another one")]
    [DataRow("AddFromStream", "AddFromStream2", Head + $$"""
        paths:
          /a: { get: { operationId: addFromStream, {{Answer}} } }
          /b: { §post: { operationId: add, requestBody: { content: { application/json: {}, image/png: {} } }, {{Answer}} } }
        """, DisplayName = "a method of a second body")]
    [DataRow("GetAsStream", "GetAsStream2", Head + $$"""
        paths:
          /a: { post: { operationId: getAsStream, {{Answer}} } }
          /b: { §get: { operationId: get, responses: { '200': { description: A., content: { application/json: {}, image/png: {} } } } } }
        """, DisplayName = "a method of a second answer")]
    [DataRow("TClient", "TOperations", Head + $$"""
        paths:
          /a: { §get: { operationId: get, tags: [t], {{Answer}} } }
        """, DisplayName = "a group and the client")]
    [DataRow("With", "WithOperations", Head + $$"""
        paths:
          /a: { §get: { operationId: get, tags: [with], {{Answer}} } }
        """, DisplayName = "a group and a member of the client")]
    [DataRow("id", "idQuery", Head + $$"""
        paths:
          /a/{id}: { get: { operationId: get, parameters: [ { name: id, in: path, required: true, schema: {} },
              §{ name: id, in: query, schema: {} } ], {{Answer}} } }
        """, DisplayName = "two parameters")]
    [DataRow("body", "bodyContent", Head + $$"""
        paths:
          /a: { post: { operationId: post, parameters: [ { name: body, in: query, schema: {} } ],
              §requestBody: { content: { application/json: {} } }, {{Answer}} } }
        """, DisplayName = "the body and a parameter")]
    [DataRow("id", "idPart", Head + $$"""
        paths:
          /a: { post: { operationId: post, parameters: [ { name: id, in: query, schema: {} } ],
              requestBody: { content: { multipart/form-data: { schema: { type: object,
                  properties: { §id: { type: string } } } } } }, {{Answer}} } }
        """, DisplayName = "a part and a parameter")]
    [DataRow("id", "idPath", Head + $$"""
        paths:
          /a/{id}: { §get: { operationId: get, parameters: [ { name: id, in: query, schema: {} } ], {{Answer}} } }
        """, DisplayName = "a variable that nobody declares and a parameter")]
    [DataRow("anId", "anIdHeader", Head + $$"""
        paths:
          /a: { post: { operationId: post, parameters: [ { name: anId, in: query, schema: {} } ],
              requestBody: { content: { multipart/form-data: { §schema: { type: object, properties: { an: { type: string } } },
                  encoding: { an: { headers: { Id: { schema: { type: string } } } } } } } }, {{Answer}} } }
        """, DisplayName = "a header of a part and a parameter")]
    [DataRow("anId", "anIdVariable", Head + """
        servers: [ { url: 'https://{an-id}.{an_id}.example', variables: { an-id: { default: x }, §an_id: { default: y } } } ]
        paths: {}
        """, DisplayName = "two variables of a server")]
    [DataRow("Count", "CountHeader", Head + """
        paths:
          /a: { get: { operationId: get, §responses: { '200': { description: A., headers: { Count: { schema: { type: integer } } } } } } }
        """, DisplayName = "a header and a member of all headers")]
    [DataRow("GetHeaders", "GetHeaders2", Head + """
        paths:
          /a: { get: { operationId: get, §responses: { '200': { description: A., headers: { Link: { schema: { type: integer } } } } } } }
        components: { schemas: { GetHeaders: { enum: [a] } } }
        """, DisplayName = "headers and a component")]
    [DataRow("TServer", "TServerServers", Head + """
        §servers: [ { url: 'https://a.example' } ]
        paths: {}
        components: { schemas: { TServer: { enum: [a] } } }
        """, DisplayName = "the servers and a component")]
    [DataRow("Eu", "EuServer", Head + """
        servers:
          - { url: 'https://a.example', x-oggen-name: Eu }
          - §{ url: 'https://b.example', x-oggen-name: eu }
        paths: {}
        """, DisplayName = "two servers")]
    [DataRow("Key", "KeyCredential", Head + """
        paths: {}
        components: { securitySchemes: { key: { type: http, scheme: basic }, §Key: { type: http, scheme: bearer } } }
        """, DisplayName = "two credentials")]
    [DataRow("HttpClient", "HttpClient2", """
        openapi: 3.1.0
        info: { §title: HTTP, version: '1' }
        paths: {}
        """, DisplayName = "the client and a type that every file imports")]
    public void What_is_called_otherwise_is_reported(string wanted, string name, string text)
    {
        var @case = new Case(Descriptors.Renamed, DiagnosticSeverity.Info, "", text);

        GeneratorRun run = GeneratorHarness.Run(@case.Document);

        string reported = string.Join('\n', run.Infos.Where(static diagnostic => diagnostic.Id == Descriptors.Renamed));
        Assert.MatchesRegex($"^{Regex.Escape(@case.Line + $"The name {wanted} is taken ")}(in C#|by '#/[^']+'); this is {name}$", reported);
    }

    [TestMethod]
    [DataRow("A: { enum: [ a ] }, a: { enum: [ b ] }", "A", "AModel", "#/components/schemas/A", DisplayName = "two components")]
    [DataRow(
        "A: { properties: { b: { enum: [ a ] } } }, AB: { enum: [ b ] }",
        "AB",
        "ABValue",
        "#/components/schemas/AB",
        DisplayName = "an inline schema and a component")]
    [DataRow(
        "A: { properties: { a_kind: { enum: [ a ] }, kind: { enum: [ b ] } } }",
        "AKind",
        "AAKind",
        "#/components/schemas/A/properties/kind",
        DisplayName = "two inline schemas")]
    [DataRow(
        "A: { properties: { to_string: { type: string } } }", "ToString", "ToStringValue", null, DisplayName = "a member of every object")]
    public void What_has_the_name_is_named_too(string schemas, string wanted, string name, string? holder)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Schemas.TrimEnd('\n') + $" {{ {schemas} }}\n"));

        string taken = holder is null ? "in C#" : $"by '{holder}'";
        Assert.Contains($"The name {wanted} is taken {taken}; this is {name}", string.Join('\n', run.Infos));
    }

    [TestMethod]
    [DataRow("    Task: { type: object, x-oggen-name: Task, properties: { a: {} } }\n", "Task")]
    [DataRow("    Order: { type: object, properties: { job: { type: object, x-oggen-name: Task, properties: { a: {} } } } }\n", "Task")]
    public void A_name_that_is_given_is_kept_although_every_file_imports_it(string schemas, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Schemas + schemas));

        Assert.IsTrue(run.HasType(expected));
        Assert.IsEmpty(run.Infos);
    }
}
