using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Wherever a name is another one than the document's because it was taken, that is said, once and there.</summary>
[TestClass]
public sealed class NameCollisionTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
    private const string Schemas = Head + "paths: {}\ncomponents:\n  schemas:\n";
    private const string CatAndDog = "    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }\n    Dog: { type: object, required: [kind], properties: { kind: { type: string } } }\n";
    private const string Answer = "responses: { '204': { description: Done. } }";

    [TestMethod]
    [DataRow("Task", "TaskModel", Schemas + "    §Task: { type: object, properties: { a: {} } }\n", DisplayName = "a component and a type that every file imports")]
    [DataRow("PetShop", "PetShopModel", Schemas + "    pet-shop: { type: object, properties: { a: {} } }\n    §PetShop: { type: object, properties: { b: {} } }\n", DisplayName = "two components")]
    [DataRow("Value", "ValueModel", Schemas + "    §Value: { type: string, enum: [a] }\n", DisplayName = "an enumeration and its own member")]
    [DataRow("OrderKind", "OrderKindValue", Schemas + "    OrderKind: { type: object, properties: { a: {} } }\n    Order: { type: object, properties: { §kind: { enum: [a] } } }\n", DisplayName = "an inline enumeration and a component")]
    [DataRow("OrderKind", "OrderKindModel", Schemas + "    OrderKind: { enum: [a] }\n    Order: { type: object, properties: { §kind: { type: object, properties: { a: {} } } } }\n", DisplayName = "an inline object and a component")]
    [DataRow("OrderKind", "OrderKindChoice", Schemas + "    OrderKind: { enum: [a] }\n    Order: { type: object, properties: { §kind: { oneOf: [ { $ref: '#/components/schemas/OrderKind' }, { type: integer } ] } } }\n", DisplayName = "a choice and a component")]
    [DataRow("OrderItem", "OrderItemsItem", Schemas + "    OrderItem: { enum: [a] }\n    Order: { type: object, properties: { items: { type: array, §items: { type: object, properties: { a: {} } } } } }\n", DisplayName = "an item and a component")]
    [DataRow("UnknownPet", "UnknownPetModel", Schemas + "    UnknownPet: { enum: [a] }\n    §Pet: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind } }\n" + CatAndDog, DisplayName = "the unknown variant and a component")]
    [DataRow("ToString", "ToStringValue", Schemas + "    Pet: { type: object, properties: { §toString: { type: string } } }\n", DisplayName = "a member and one that every type has")]
    [DataRow("Pet", "PetValue", Schemas + "    Pet: { type: object, properties: { §pet: { type: string } } }\n", DisplayName = "a member and its type")]
    [DataRow("Read", "ReadValue", Schemas + "    Access: { enum: [§read, other] }\n", DisplayName = "a value and a member of every enumeration")]
    [DataRow("A", "AValue", Schemas + "    Grade: { enum: [a, §A] }\n", DisplayName = "two values")]
    [DataRow("Match", "MatchValue", Schemas + "    Find: { oneOf: [ §{ title: match, type: object, properties: { a: {} } }, { type: string } ] }\n", DisplayName = "a case and a member of every choice")]
    [DataRow("A", "AValue", Schemas + "    Pet:\n      oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]\n      §discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/Cat', A: '#/components/schemas/Dog' } }\n" + CatAndDog, DisplayName = "two discriminators")]
    [DataRow("List", "List2", Head + "paths:\n  /a: { get: { operationId: list, " + Answer + " } }\n  /b: { §get: { operationId: List, " + Answer + " } }\n", DisplayName = "two methods")]
    [DataRow("ListWithResponse", "ListWithResponse2", Head + "paths:\n  /a: { get: { operationId: list, " + Answer + " } }\n  /b: { §get: { operationId: listWithResponse, " + Answer + " } }\n", DisplayName = "a method and what another one is called with the whole answer")]
    [DataRow("List", "List2", Head + "paths:\n  /a: { get: { operationId: listWithResponse, " + Answer + " } }\n  /b: { §get: { operationId: list, " + Answer + " } }\n", DisplayName = "what a method is called with the whole answer and another one")]
    [DataRow("AddFromStream", "AddFromStream2", Head + "paths:\n  /a: { get: { operationId: addFromStream, " + Answer + " } }\n  /b: { §post: { operationId: add, requestBody: { content: { application/json: {}, image/png: {} } }, " + Answer + " } }\n", DisplayName = "a method of a second body")]
    [DataRow("GetAsStream", "GetAsStream2", Head + "paths:\n  /a: { post: { operationId: getAsStream, " + Answer + " } }\n  /b: { §get: { operationId: get, responses: { '200': { description: A., content: { application/json: {}, image/png: {} } } } } }\n", DisplayName = "a method of a second answer")]
    [DataRow("TClient", "TOperations", Head + "paths:\n  /a: { §get: { operationId: get, tags: [t], " + Answer + " } }\n", DisplayName = "a group and the client")]
    [DataRow("With", "WithOperations", Head + "paths:\n  /a: { §get: { operationId: get, tags: [with], " + Answer + " } }\n", DisplayName = "a group and a member of the client")]
    [DataRow("id", "idQuery", Head + "paths:\n  /a/{id}: { get: { operationId: get, parameters: [ { name: id, in: path, required: true, schema: {} }, §{ name: id, in: query, schema: {} } ], " + Answer + " } }\n", DisplayName = "two parameters")]
    [DataRow("body", "bodyContent", Head + "paths:\n  /a: { post: { operationId: post, parameters: [ { name: body, in: query, schema: {} } ], §requestBody: { content: { application/json: {} } }, " + Answer + " } }\n", DisplayName = "the body and a parameter")]
    [DataRow("id", "idPart", Head + "paths:\n  /a: { post: { operationId: post, parameters: [ { name: id, in: query, schema: {} } ], requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { §id: { type: string } } } } } }, " + Answer + " } }\n", DisplayName = "a part and a parameter")]
    [DataRow("id", "idPath", Head + "paths:\n  /a/{id}: { §get: { operationId: get, parameters: [ { name: id, in: query, schema: {} } ], " + Answer + " } }\n", DisplayName = "a variable that nobody declares and a parameter")]
    [DataRow("anId", "anIdHeader", Head + "paths:\n  /a: { post: { operationId: post, parameters: [ { name: anId, in: query, schema: {} } ], requestBody: { content: { multipart/form-data: { §schema: { type: object, properties: { an: { type: string } } }, encoding: { an: { headers: { Id: { schema: { type: string } } } } } } } }, " + Answer + " } }\n", DisplayName = "a header of a part and a parameter")]
    [DataRow("anId", "anIdVariable", Head + "servers: [ { url: 'https://{an-id}.{an_id}.example', variables: { an-id: { default: x }, §an_id: { default: y } } } ]\npaths: {}\n", DisplayName = "two variables of a server")]
    [DataRow("Count", "CountHeader", Head + "paths:\n  /a: { get: { operationId: get, §responses: { '200': { description: A., headers: { Count: { schema: { type: integer } } } } } } }\n", DisplayName = "a header and a member of all headers")]
    [DataRow("GetHeaders", "GetHeaders2", Head + "paths:\n  /a: { get: { operationId: get, §responses: { '200': { description: A., headers: { Link: { schema: { type: integer } } } } } } }\ncomponents: { schemas: { GetHeaders: { enum: [a] } } }\n", DisplayName = "headers and a component")]
    [DataRow("TServer", "TServerServers", Head + "§servers: [ { url: 'https://a.example' } ]\npaths: {}\ncomponents: { schemas: { TServer: { enum: [a] } } }\n", DisplayName = "the servers and a component")]
    [DataRow("Eu", "EuServer", Head + "servers:\n  - { url: 'https://a.example', x-oggen-name: Eu }\n  - §{ url: 'https://b.example', x-oggen-name: eu }\npaths: {}\n", DisplayName = "two servers")]
    [DataRow("Key", "KeyCredential", Head + "paths: {}\ncomponents: { securitySchemes: { key: { type: http, scheme: basic }, §Key: { type: http, scheme: bearer } } }\n", DisplayName = "two credentials")]
    [DataRow("HttpClient", "HttpClient2", "openapi: 3.1.0\ninfo: { §title: HTTP, version: '1' }\npaths: {}\n", DisplayName = "the client and a type that every file imports")]
    public void What_is_called_otherwise_is_reported(string wanted, string name, string text)
    {
        var @case = new Case(Descriptors.Renamed, DiagnosticSeverity.Info, "", text);

        GeneratorRun run = GeneratorHarness.Run(@case.Document);

        string reported = string.Join('\n', run.Infos.Where(static diagnostic => diagnostic.Id == Descriptors.Renamed));
        Assert.MatchesRegex($"^{Regex.Escape(@case.Line + $"The name {wanted} is taken ")}(in C#|by '#/[^']+'); this is {name}$", reported);
    }

    [TestMethod]
    [DataRow("A: { enum: [ a ] }, a: { enum: [ b ] }", "A", "AModel", "#/components/schemas/A", DisplayName = "two components")]
    [DataRow("A: { properties: { b: { enum: [ a ] } } }, AB: { enum: [ b ] }", "AB", "ABValue", "#/components/schemas/AB", DisplayName = "an inline schema and a component")]
    [DataRow("A: { properties: { a_kind: { enum: [ a ] }, kind: { enum: [ b ] } } }", "AKind", "AAKind", "#/components/schemas/A/properties/kind", DisplayName = "two inline schemas")]
    [DataRow("A: { properties: { to_string: { type: string } } }", "ToString", "ToStringValue", null, DisplayName = "a member of every object")]
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
