using Microsoft.CodeAnalysis;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>A type of generated code that is called like one of its own members gets another name: C# allows no such type.</summary>
[TestClass]
public sealed class OwnMemberTests
{
    [TestMethod]
    [DataRow("Names")]
    [DataRow("Find")]
    [DataRow("Custom")]
    [DataRow("BaseAddress")]
    [DataRow("Default")]
    [DataRow("GetType")]
    [DataRow("With")]
    [DataRow("Dispose")]
    public void The_type_of_the_servers(string name)
        => AssertCompiles(Declared.Of(Document.Replace("paths:", $"x-oggen-name: {name}\npaths:", StringComparison.Ordinal)), name);

    [TestMethod]
    [DataRow("With")]
    [DataRow("Create")]
    [DataRow("Dispose")]
    [DataRow("Pipeline")]
    [DataRow("ToString")]
    [DataRow("Names")]
    public void The_client(string name) => AssertCompiles(Declared.Of(Document) with { Client = name }, name);

    [TestMethod]
    [DataRow("query")]
    [DataRow("header")]
    public void A_parameter_that_is_called_like_the_operator_nameof(string place)
        => AssertCompiles(
            Declared.Of($$"""
                openapi: 3.1.0
                info: { title: T, version: '1' }
                servers: [ { url: 'https://{nameof}.example.com', variables: { nameof: { default: a } } } ]
                paths:
                  /a/{class}:
                    get:
                      operationId: getA
                      parameters:
                        - { name: nameof, in: {{place}}, required: true, schema: { type: string } }
                        - { name: class, in: path, required: true, schema: { type: string } }
                      responses: { '204': { description: A. } }
                components:
                  schemas:
                    U: { type: object, required: [nameof], properties: { nameof: { type: string } },
                        discriminator: { propertyName: nameof, mapping: { a: '#/components/schemas/V', b: '#/components/schemas/V' } } }
                    V: { allOf: [ { $ref: '#/components/schemas/U' } ] }
                """),
            place);

    [TestMethod]
    [DataRow("A", DisplayName = "a variant's name")]
    [DataRow("U", DisplayName = "the union's name")]
    [DataRow("W", DisplayName = "the name of a variant of a variant")]
    [DataRow("UnknownU", DisplayName = "the unknown variant's name")]
    public void A_discriminator(string name)
        => AssertCompiles(
            Declared.Of($$"""
                openapi: 3.1.0
                info: { title: T, version: '1' }
                paths: {}
                components:
                  schemas:
                    U: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' },
                        { $ref: '#/components/schemas/V' } ], discriminator: { propertyName: {{name}} } }
                    A: { type: object, properties: { x: { type: string } } }
                    B: { type: object, properties: { y: { type: string } } }
                    V: { oneOf: [ { $ref: '#/components/schemas/W' } ], discriminator: { propertyName: kind } }
                    W: { type: object, properties: { z: { type: string } } }
                """),
            name);

    [TestMethod]
    [DataRow("url: 'https://b.example.com'")]
    [DataRow("url: 'https://{x}.example.com', variables: { x: { default: b } }")]
    public void The_client_calls_the_first_server_though_another_one_is_called_Default(string second)
    {
        CompiledDocument document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: Sample, version: '1' }
            servers: [ { url: 'https://a.example.com' }, { {{second}}, x-oggen-name: Default } ]
            paths: {}
            """);

        ServerRef server = document.Model.Files.OfType<ClientFile>().Single().Client.DefaultServer!;
        Assert.AreEqual(document.Model.Files.OfType<ServersFile>().Single().Servers.Servers[0].Name, server.MemberName);
        Assert.IsFalse(server.IsMethod);
    }

    [TestMethod]
    [DataRow("Variable")]
    [DataRow("Find")]
    [DataRow("Names")]
    public void A_server(string name)
        => AssertCompiles(
            Declared.Of(Document
                .Replace("description: Production", $"x-oggen-name: {name}", StringComparison.Ordinal)
                .Replace("variables:", $"x-oggen-name: {name}, variables:", StringComparison.Ordinal)),
            name);

    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [ { url: 'https://{name}.example.com', variables: { name: { default: a, enum: [a, b] } } },
            { url: 'https://b.example.com', description: Production } ]
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        security: [ { key: [] } ]
        paths:
          /a: { get: { operationId: getA, tags: [A], responses: { '200': { description: A.,
              content: { application/json: { schema: { type: object, properties: { x: { type: string } } } } } } } } }
        """;

    private static void AssertCompiles(Declared document, string name)
    {
        _ = GeneratorHarness.Driver([document])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.AreEqual(
            "",
            string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)),
            name);
        Assert.IsFalse(
            diagnostics.Any(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error), string.Join('\n', diagnostics));
    }
}
