using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What becomes of operations: their names, parameters and comments.</summary>
[TestClass]
public sealed class OperationTests
{
    [TestMethod]
    [DataRow("/v1/voices/{voice_id}", "delete", "delete_voice_v1_voices__voice_id__delete", "DeleteVoice")]
    [DataRow("/", "get", "root__get", "Root")]
    [DataRow("/items/", "post", "create_item_items__post", "CreateItem")]
    [DataRow("/a-b/{x:path}", "put", "set_a_b__x_path__put", "Set")]
    [DataRow("/v1/voices", "get", "list_voices_v1_voices_post", "ListVoicesV1VoicesPost")]
    [DataRow("/v1/voices", "get", "list_voices_v1_voice_get", "ListVoicesV1VoiceGet")]
    [DataRow("/v1/voices", "get", "_v1_voices_get", "V1VoicesGet")]
    [DataRow("/v1/voices", "get", "listVoices", "ListVoices")]
    public void The_end_that_FastAPI_adds_to_an_operationId_is_left_out(string path, string method, string id, string name)
    {
        CompiledDocument document = Compile(
            $"  '{path}': {{ {method}: {{ operationId: {id}, responses: {{ '204': {{ description: Done. }} }} }} }}");

        Assert.AreEqual(name, document.Operations[id].Single().Name);
        Assert.IsEmpty(document.Renamed);
    }

    [TestMethod]
    public void Of_those_that_would_clash_in_one_group_each_keeps_its_whole_operationId()
    {
        CompiledDocument document = Compile("""
              /a: { get: { operationId: read_a_get, tags: [x], responses: { '204': { description: Done. } } } }
              /b: { get: { operationId: read_b_get, tags: [x], responses: { '204': { description: Done. } } } }
              /c: { get: { operationId: read_c_get, tags: [y], responses: { '204': { description: Done. } } } }
              /d: { get: { operationId: find_d_get, tags: [x], responses: { '204': { description: Done. } } } }
              /e: { get: { operationId: find, tags: [x], responses: { '204': { description: Done. } } } }
              /f: { get: { operationId: take_f_get, x-oggen-name: read, tags: [z], responses: { '204': { description: Done. } } } }
            """);

        Assert.AreEqual(
            "ReadAGet ReadBGet Read FindDGet Find Read",
            string.Join(
                ' ',
                new[] { "read_a_get", "read_b_get", "read_c_get", "find_d_get", "find", "take_f_get" }.Select(
                    id => document.Operations[id].Single().Name)));
        CollectionAssert.AreEquivalent(
            new[]
            {
                ("Read", "ReadAGet", "by '#/paths/~1b/get'"),
                ("Read", "ReadBGet", "by '#/paths/~1a/get'"),
                ("Find", "FindDGet", "by '#/paths/~1e/get'"),
            },
            document.Renamed.ToArray());
    }

    [TestMethod]
    public void Types_do_not_begin_with_an_underscore()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: 3D Print, version: '1' }
            servers: [{ url: https://a.example }]
            paths:
              /a:
                get:
                  operationId: 2fa_check
                  tags: [2FA]
                  parameters: [{ name: 1st, in: query, schema: { enum: [a, b] } }]
                  responses:
                    '200':
                      description: Found.
                      headers: { 1-Rate: { schema: { type: integer } } }
                      content: { application/json: { schema: { type: object,
                          properties: { 4th: { type: object, properties: { b: { type: string } } } } } } }
            components:
              securitySchemes: { key: { type: http, scheme: bearer } }
              schemas:
                3DModel: { type: object, properties: { 5th: { enum: [1, 2] } } }
                1.2: { enum: [a, b] }
                2Union: { discriminator: { propertyName: kind }, oneOf: [{ $ref: '#/components/schemas/3DModel' }] }
            """);
        string[] names =
        [
            .. document.TypeNames,
            .. document.Groups.Select(static group => group.Name),
            .. document.Model.Files.OfType<ClientFile>().Select(static file => file.Client.Name),
            .. document.Model.Files.OfType<ServersFile>().Select(static file => file.Servers.Name),
            .. document.Model.Files.OfType<ResolverFile>().Select(static file => file.Resolver),
        ];

        Assert.IsEmpty(names.Where(static name => name.StartsWith('_')));
        Assert.Contains("Model3DModel", names);
        Assert.Contains("Group2FAClient", names);
        Assert.Contains("Api3DPrintClient", names);
    }

    [TestMethod]
    public void A_parameter_that_stands_twice_is_reported_and_sent_once()
    {
        CompiledDocument document = Compile("""
              /a:
                parameters: [{ name: x-id, in: header, schema: { type: string } }]
                get:
                  operationId: getA
                  parameters:
                    - { name: n, in: query, schema: { type: integer } }
                    - { name: n, in: query, schema: { type: string } }
                    - { name: N, in: query, schema: { type: string } }
                    - { name: n, in: header, schema: { type: string } }
                    - { name: 'N ', in: header, schema: { type: string } }
                    - { name: X-Id, in: header, required: true, schema: { type: string } }
                  responses: { '204': { description: Done. } }
            """);

        Assert.AreEqual("n N X-Id n", string.Join(' ', document.Operations["getA"].Single().Parameters
            .OrderBy(static parameter => parameter.In).Select(static parameter => parameter.JsonName)));
        CollectionAssert.AreEqual(
            new[]
            {
                "The query parameter 'n' stands twice; the first one counts",
                "The header parameter 'N' stands twice; the first one counts",
            },
            document.Diagnostics.Where(static diagnostic => diagnostic.Id == Descriptors.Invalid)
                .Select(static diagnostic => diagnostic.Arguments[0])
                .ToArray());
    }

    [TestMethod]
    [DataRow("{ type: object, properties: { a: { type: string } } }", "a list of objects")]
    [DataRow("{ type: object, additionalProperties: { type: string } }", "a list of objects")]
    [DataRow("{ type: array, items: { type: string } }", "a list of lists")]
    [DataRow("{ type: string }", null)]
    [DataRow("{}", null)]
    public void A_list_in_a_query_whose_items_are_no_values_is_reported(string items, string? reported)
    {
        CompiledDocument document = Compile(
            $"  /a: {{ get: {{ operationId: getA, parameters: [ {{ name: items, in: query, schema: {{ type: array, items: {items} }} }} ], "
                + "responses: { '204': { description: Done. } } } }");

        Assert.AreEqual(
            reported is null
                ? ""
                : $"OpenAPI does not say how {reported} is written as a parameter; each of them is sent as JSON in 'items'",
            string.Join(" ", document.Diagnostics.Select(static diagnostic => diagnostic.Arguments[0])));
    }

    [TestMethod]
    public void What_the_document_says_of_responses_and_of_more_documentation_is_in_the_comments()
    {
        CompiledDocument document = Compile(
            """
                  /d:
                    get:
                      operationId: getD
                      summary: A summary
                      externalDocs: { url: https://docs.example/more, description: 'The whole story:' }
                      parameters: [ { name: q, in: query, deprecated: true, description: About q, schema: { type: string, default: abc } } ]
                      responses:
                        '200': { description: The found thing, content: { application/json: { schema: { $ref: '#/components/schemas/D' } } } }
                        '404': { description: Not Found }
                        '409': { description: Somebody was faster., content: {
                            application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                        '410': { description: 'It is gone. For ever.', content: {
                            application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                        '418': { description: A teapot }
                        '429': { description: Wait a minute, content: { application/json: {
                            schema: { $ref: '#/components/schemas/Problem' } } } }
                        default: { description: Error, content: { application/json: {
                            schema: { type: object, properties: { why: { type: string } } } } } }
                """,
            "components: { schemas: { D: { type: object, properties: { a: { type: string } } }, Problem: { type: object, properties: { a: "
                + "{ type: string } } } } }");
        OperationModel operation = document.Operations["getD"].Single();

        Assert.AreEqual("A summary", operation.Doc.Summary);
        Assert.AreEqual("The whole story: <https://docs.example/more>", operation.Doc.Remarks);
        Assert.AreEqual("The found thing.", operation.Result.Description);
        Assert.AreEqual("Deprecated. About q. Default: `\"abc\"`.", operation.Parameters.Single().Doc.Summary);
        CollectionAssert.AreEqual(
            new[]
            {
                new FailureDoc("Problem", false, "409: Somebody was faster; 410: It is gone. For ever."),
                new FailureDoc(null, false, "418: A teapot."),
                new FailureDoc(null, true, "429: Wait a minute."),
                new FailureDoc("GetDError", false, "Any other status."),
            },
            operation.Failures.ToArray());
    }

    [TestMethod]
    public void Many_groups_share_files_as_many_components_do()
    {
        string paths = string.Join('\n', Enumerable.Range(0, 250).Select(static i =>
            $"  /p{i}: {{ get: {{ operationId: get{i}, tags: [tag{i}], responses: {{ '204': {{ description: Done. }} }} }} }}"));
        FileModel[] many = [.. Compile(paths).Model.Files];
        FileModel[] more =
        [
            .. Compile(
                paths + "\n  /q: { get: { operationId: getQ, tags: [other], responses: { '204': { description: Done. } } } }").Model.Files,
        ];

        Assert.HasCount(250, many.OfType<GroupsFile>().SelectMany(static file => file.Groups));
        Assert.IsLessThanOrEqualTo(100, many.OfType<GroupsFile>().Count());
        Assert.AreEqual(
            1,
            more.OfType<GroupsFile>().Count(file => !many.OfType<GroupsFile>().Any(known => known.Equals(file))),
            "a group that is added changes one file");
    }

    [TestMethod]
    public void A_304_that_is_described_is_a_response()
    {
        CompiledDocument document = Compile("""
              /a: { get: { operationId: getA, responses: { '200': { description: Done. }, '304': { description: Not modified } } } }
              /b: { get: { operationId: getB, responses: { '200': { description: Done. } } } }
            """);

        Assert.IsTrue(document.Operations["getA"].Single().HasNotModified);
        Assert.IsFalse(document.Operations["getB"].Single().HasNotModified);
    }

    private static CompiledDocument Compile(string paths, string rest = "") => CompiledDocument.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
        {{paths}}
        {{rest}}
        """);
}
