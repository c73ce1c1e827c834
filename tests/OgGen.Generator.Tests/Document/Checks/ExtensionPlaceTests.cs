using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.Checks;

/// <summary>An extension of ours changes what is generated, or it is reported (OGG023): wherever it stands, and never both.</summary>
[TestClass]
public sealed class ExtensionPlaceTests
{
    /// <summary>A value for each extension that fits the document.</summary>
    private static readonly Dictionary<string, string> s_values = new()
    {
        [SpecExtensions.Name] = "Chosen",
        [SpecExtensions.Result] = "data",
        [SpecExtensions.Poll] = "{ status: 404, header: X-State, value: waiting }",
        [SpecExtensions.ReadAliases] = "[ other ]",
    };

    [TestMethod]
    [DataRow("3.1.0")]
    [DataRow("3.0.3")]
    public void An_extension_has_an_effect_or_is_reported(string version)
    {
        var wrong = new List<string>();
        DocumentResult plain = ExtensionPlaces.Compile("", "", version);
        foreach (string place in ExtensionPlaces.Of(version))
        {
            DocumentResult aliased = ExtensionPlaces.Compile(place, SpecExtensions.ReadAliases + ": [ other ],", version);
            foreach (SpecExtension extension in SpecExtensions.All)
            {
                bool isSecond = extension.Name == SpecExtensions.WriteAliases;
                DocumentResult result = ExtensionPlaces.Compile(
                    place, Member(extension, isSecond ? SpecExtensions.ReadAliases + ": [ other ], " : ""), version);

                bool changes = !result.Model.Equals(isSecond ? aliased.Model : plain.Model);
                if (changes == result.Diagnostics.Any(
                    diagnostic => diagnostic.Id == Descriptors.BadExtension && IsOf(extension, diagnostic)))
                {
                    wrong.Add(
                        $"{extension.Name} at {place}: "
                            + $"{(changes ? "has an effect and is reported" : "has no effect and is not reported")}");
                }
            }
        }

        Assert.AreEqual("", string.Join('\n', wrong));
    }

    [TestMethod]
    [DataRow("3.1.0")]
    [DataRow("3.0.3")]
    public void An_extension_that_is_not_known_is_reported_and_changes_nothing(string version)
    {
        DocumentResult plain = ExtensionPlaces.Compile("", "", version);
        foreach (string place in ExtensionPlaces.Of(version))
        {
            // The last two are how the generator passes on what Microsoft.OpenApi has no place for.
            foreach (string member in new[] { "x-oggen-nmae: A", "x-oggen-: A", "x-oggen-types: 'null string'", "x-oggen-tabs: true" })
            {
                DocumentResult result = ExtensionPlaces.Compile(place, member + ",", version);

                string name = member.Split(':')[0];
                string[] told =
                [
                    .. result.Diagnostics.Where(static diagnostic => diagnostic.Id == Descriptors.BadExtension)
                        .Select(static diagnostic => diagnostic.Arguments[0]),
                ];
                Assert.HasCount(1, told, $"{name} at {place}");
                Assert.StartsWith($"'{name}' is no extension of OgGen", told[0]);
                Assert.IsTrue(name != "x-oggen-nmae" || told[0].Contains("(is 'x-oggen-name' meant?)", StringComparison.Ordinal), told[0]);
                Assert.AreEqual(plain.Model, result.Model, $"{name} at {place}");
            }
        }
    }

    [TestMethod]
    public void What_is_a_name_of_the_document_s_or_any_JSON_is_no_extension()
    {
        Declared document = Declared.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  security: [ { x-oggen-key: [ x-oggen-read ] } ]
                  responses:
                    '200':
                      description: Done.
                      headers: { x-oggen-trace: { schema: { type: string } } }
                      content: { application/json: { example: { x-oggen-name: 1 }, schema: { $ref: '#/components/schemas/x-oggen-pet' } } }
            components:
              securitySchemes: { x-oggen-key: { type: oauth2, flows: {
                  clientCredentials: { tokenUrl: 'https://a.example.com', scopes: { x-oggen-read: Reads. } } } } }
              schemas:
                x-oggen-pet:
                  x-other: { x-oggen-name: 1 }
                  oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]
                  discriminator: { propertyName: x-oggen-kind, mapping: { x-oggen-cat: '#/components/schemas/Cat',
                      x-oggen-dog: '#/components/schemas/Dog' } }
                Cat: { type: object, properties: { x-oggen-kind: { type: string }, x-oggen-name: { type: string, default: x-oggen-name } },
                    dependentRequired: { x-oggen-name: [ x-oggen-kind ] } }
                Dog: { type: object, properties: { x-oggen-kind: { type: string }, any: { examples: [ { x-oggen-name: 1 } ] } } }
            """);

        Assert.AreEqual(
            "",
            string.Join(
                '\n',
                GeneratorHarness.Run(document).Result.Diagnostics.Where(static diagnostic => diagnostic.Id == Descriptors.BadExtension)));
    }

    [TestMethod]
    [DataRow("x-oggen-nmae: 1", "", "", "swagger.yaml", 2)]
    [DataRow("", "x-oggen-name: Chosen, ", "", "", 0)]
    [DataRow("", "x-oggen-lenient: true, ", "", "swagger.yaml", 8)]
    [DataRow("", "", "x-oggen-secret: true, ", "", 0)]
    public void Swagger_2_has_the_same_places(string top, string parameter, string property, string path, int line)
    {
        var document = new Declared("/spec/swagger.yaml", $$"""
            swagger: '2.0'
            {{top}}
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  parameters: [ { {{parameter}}name: id, in: query, type: string }, { $ref: '#/parameters/Body' } ]
                  responses: { 200: { description: Done., schema: { $ref: '#/definitions/A' } } }
            parameters: { Body: { name: body, in: body, schema: { $ref: '#/definitions/A' } } }
            definitions: { A: { type: object, properties: { title: { {{property}}type: string } } } }
            """);

        string[] told = [.. GeneratorHarness.Run(document).Result.Diagnostics.Select(static diagnostic => diagnostic.ToString())];

        Assert.HasCount(line == 0 ? 0 : 1, told, string.Join('\n', told));
        Assert.IsTrue(
            told.All(text => text.StartsWith($"/spec/{path}({line},", StringComparison.Ordinal)
                && text.Contains("warning OGG023", StringComparison.Ordinal)),
            string.Join('\n', told));
    }

    [TestMethod]
    [DataRow("in: body, schema: { type: object, properties: { a: { type: string } } }", "application/json")]
    [DataRow("in: formData, type: string", "multipart/form-data")]
    public void A_body_of_Swagger_2_has_the_name_that_it_is_given(string parameter, string consumes)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            swagger: '2.0'
            info: { title: T, version: '1' }
            consumes: [ {{consumes}} ]
            paths: { /a: { post: { operationId: a, parameters: [ { name: old, x-oggen-name: chosen, {{parameter}} } ],
                responses: { 204: { description: Done. } } } } }
            """));

        Assert.IsEmpty(run.Diagnostics);
        Assert.IsTrue(run.Files.Values.Any(static text => text.Contains(" chosen", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("content: { x-oggen-name: true, application/json: {} }")]
    [DataRow("content: {}, headers: { x-oggen-request-id: true }")]
    [DataRow("content: { x-oggen-poll: { status: 404, header: X-State, value: waiting }, application/json: {} }")]
    public void An_extension_among_the_names_of_elements_is_reported(string members)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., {{members}} } } } } }
            """));

        Assert.Contains(
            " has no meaning here; it belongs to ",
            run.Diagnostics.Single(static diagnostic => diagnostic.Id == Descriptors.BadExtension).ToString());
    }

    /// <summary>Inline schemas share a type where their JSON is equal, every keyword included.</summary>
    [TestMethod]
    [DataRow("x-oggen-retry-after: true")]
    [DataRow("x-oggen-nmae: A")]
    [DataRow("x-oggen-optional: true")]
    public void An_extension_that_cannot_be_used_makes_no_other_type_of_a_schema(string member)
    {
        DocumentModel with = Compile(member + ", ");

        Assert.AreEqual(Compile(""), with);

        static DocumentModel Compile(string member) => CompiledDocument.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { b: { type: object, properties: { c: { {{member}}type: string } } } } }
                D: { type: object, properties: { b: { type: object, properties: { c: { type: string } } } } }
            """).Model;
    }

    [TestMethod]
    public void What_stands_in_another_file_is_reported_there()
    {
        GeneratorRun run = GeneratorHarness.Run(
            new Declared("/spec/api.yaml", """
                openapi: 3.1.0
                info: { title: T, version: '1' }
                paths: { /a: { $ref: 'a.yaml' } }
                """),
            new Declared("/spec/a.yaml", """
                get:
                  operationId: a
                  x-oggen-retry-after: true
                  responses: { '204': { description: Done. } }
                """) { Reference = "true" });

        Assert.StartsWith(
            "/spec/a.yaml(3,3): warning OGG023: 'x-oggen-retry-after' has no meaning here; it belongs to a header of a response",
            run.Diagnostics.Single().ToString());
    }

    [TestMethod]
    [DataRow("responses: { '204': { description: Done. } }")]
    [DataRow("responses: { '200': { description: Done., content: { text/plain: { schema: { type: string } } } } }")]
    public void A_result_of_an_operation_that_returns_no_JSON_is_reported(string responses)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /a: { get: { operationId: a, x-oggen-result: data, {{responses}} } } }
            """));

        Assert.Contains(
            "(3,39): warning OGG023: 'x-oggen-result' has no meaning for an operation that returns no JSON",
            run.Diagnostics.Single().ToString());
    }

    internal static string Member(SpecExtension extension, string before = "")
        => $"{before}{extension.Name}: {s_values.GetValueOrDefault(extension.Name, "true")},";

    /// <summary>Whether a diagnostic is about an extension; about aliases there is one that does not name it.</summary>
    private static bool IsOf(SpecExtension extension, DiagnosticInfo diagnostic)
        => diagnostic.Arguments[0].StartsWith($"'{extension.Name}' ", StringComparison.Ordinal)
            || (extension.Name == SpecExtensions.ReadAliases && diagnostic.Arguments[0].StartsWith("The alias", StringComparison.Ordinal));
}
