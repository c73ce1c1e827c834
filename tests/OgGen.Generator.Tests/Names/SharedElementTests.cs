using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>Types in shared responses, request bodies, parameters and headers are called after the component and its kind.</summary>
[TestClass]
public sealed class SharedElementTests
{
    private const string Uses = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              operationId: postA
              parameters: [ { $ref: '#/components/parameters/§' } ]
              requestBody: { $ref: '#/components/requestBodies/§' }
              responses: { '200': { $ref: '#/components/responses/§' }, default: { $ref: '#/components/responses/§' } }
          /b:
            get:
              operationId: getB
              responses: { '200': { description: A., headers: { X-Rate: { $ref: '#/components/headers/§' } } } }
        components:

        """;

    [TestMethod]
    public void Two_operations_share_the_types_of_their_shared_responses_and_bodies()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.0.3
            info: { title: Topics, version: "1" }
            servers: [ { url: https://topics.example } ]
            paths:
              /topics/{id}:
                get:
                  operationId: getTopic
                  parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                  responses: { "200": { $ref: "#/components/responses/topic" }, "404": { $ref: "#/components/responses/problem" } }
                put:
                  operationId: updateTopic
                  parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                  requestBody: { $ref: "#/components/requestBodies/topicInput" }
                  responses: { "200": { $ref: "#/components/responses/topic" }, "404": { $ref: "#/components/responses/problem" } }
            components:
              requestBodies:
                topicInput: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses:
                topic: { description: a topic, content: { application/json: {
                    schema: { type: object, properties: { topic: { type: string } } } } } }
                problem: { description: a problem, content: { application/json: {
                    schema: { type: object, properties: { code: { type: string } } } } } }
            """);

        Assert.AreEqual("TopicResponse", document.ResultOf("getTopic"));
        Assert.AreEqual("TopicResponse", document.ResultOf("updateTopic"));
        Assert.AreEqual("ProblemResponse TopicInputRequest TopicResponse", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    [DataRow("rate", "RateHeader RateParameter RateRequest RateResponse", DisplayName = "a name alone")]
    [DataRow("rate_header", "RateHeader RateHeaderParameter RateHeaderRequest RateHeaderResponse", DisplayName = "the kind of a header")]
    [DataRow(
        "RateParameter",
        "RateParameter RateParameterHeader RateParameterRequest RateParameterResponse",
        DisplayName = "the kind of a parameter")]
    [DataRow("rate-request", "RateRequest RateRequestHeader RateRequestParameter RateRequestResponse", DisplayName = "the kind of a body")]
    [DataRow(
        "rateResponse",
        "RateResponse RateResponseHeader RateResponseParameter RateResponseRequest",
        DisplayName = "the kind of a response")]
    public void A_type_in_a_shared_element_is_called_after_the_component_and_its_kind_with_no_word_twice(string id, string expected)
    {
        CompiledDocument document = CompiledDocument.Of(Uses.Replace("§", id, StringComparison.Ordinal) + $$"""
              headers: { {{id}}: { schema: { type: string, enum: [ h ] } } }
              parameters: { {{id}}: { name: x, in: query, schema: { type: string, enum: [ p ] } } }
              requestBodies: { {{id}}: { content: { application/json: {
                  schema: { type: object, properties: { body: { type: string } } } } } } }
              responses: { {{id}}: { description: A., content: { application/json: {
                  schema: { type: object, properties: { answer: { type: string } } } } } } }
            """);

        Assert.AreEqual(expected, string.Join(' ', document.TypeNames.Where(static name => name != "XRateHeaders")));
        Assert.IsEmpty(document.Renamed);
    }

    [TestMethod]
    public void A_component_schema_with_the_name_of_a_shared_element_takes_no_name_from_it()
    {
        const string elements = """
              headers: { direction: { schema: { type: string, enum: [ h ] } } }
              parameters: { direction: { name: x, in: query, schema: { type: string, enum: [ p ] } } }
              requestBodies: { direction: { content: { application/json: {
                  schema: { type: object, properties: { body: { type: string } } } } } } }
              responses: { direction: { description: A., content: { application/json: {
                  schema: { type: object, properties: { answer: { type: string } } } } } } }

            """;
        string text = Uses.Replace("§", "direction", StringComparison.Ordinal) + elements;

        string[] before = [.. CompiledDocument.Of(text).TypeNames];
        CompiledDocument after = CompiledDocument.Of(text + "  schemas: { Direction: { type: string, enum: [ s ] } }\n");

        CollectionAssert.AreEquivalent(before.Append("Direction").ToArray(), after.TypeNames.ToArray());
        Assert.IsEmpty(after.Renamed);
    }

    [TestMethod]
    public void What_stands_in_a_shared_element_is_called_after_it_in_any_order_and_whoever_uses_it()
    {
        string[] responses =
        [
            "zebra: { description: A., content: { application/json: { schema: { type: object, properties: { kind: { enum: [ a ] } } } } } "
                + "}",
            "ape: { description: A., content: { application/json: { schema: { type: object, properties: { kind: { enum: [ a ] }, age: { "
                + "type: integer } } } } } }",
        ];
        string[] operations =
        [
            "/a: { get: { operationId: getA, responses: { '200': { $ref: '#/components/responses/zebra' } } } }",
            "/b: { get: { operationId: getB, responses: { '200': { $ref: '#/components/responses/ape' } } } }",
        ];

        foreach ((int first, int second) in new[] { (0, 1), (1, 0) })
        {
            var document = CompiledDocument.Of($$"""
                openapi: 3.1.0
                info: { title: T, version: '1' }
                paths:
                  {{operations[second]}}
                  {{operations[first]}}
                components:
                  responses:
                    {{responses[first]}}
                    {{responses[second]}}
                """);

            Assert.AreEqual("ApeResponse ApeResponseKind ZebraResponse", string.Join(' ', document.TypeNames));
            Assert.AreEqual("ApeResponseKind", document.TypeOf("ZebraResponse", "kind"));
        }
    }

    [TestMethod]
    public void A_reference_to_a_reference_is_called_after_the_component_in_which_the_schema_stands()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: getA, responses: { '200': { $ref: '#/components/responses/alias' } } } }
            components:
              responses:
                alias: { $ref: '#/components/responses/topic' }
                topic: { description: A., content: { application/json: {
                    schema: { type: object, properties: { kind: { enum: [ a ] } } } } } }
            """);

        Assert.AreEqual("TopicResponse TopicResponseKind", string.Join(' ', document.TypeNames));
        Assert.AreEqual("TopicResponse", document.ResultOf("getA"));
    }

    [TestMethod]
    public void A_shared_media_type_of_3_2_has_one_type_for_all_that_refer_to_it()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: getA, responses: { '200': { description: A.,
                  content: { application/json: { $ref: '#/components/mediaTypes/topic' } } } } } }
              /b: { post: { operationId: postB, requestBody: { content: { application/json: { $ref: '#/components/mediaTypes/topic' } } },
                  responses: { '204': { description: A. } } } }
            components:
              mediaTypes:
                topic: { schema: { type: object, properties: { kind: { enum: [ a ] } } } }
            """);

        Assert.AreEqual(document.ResultOf("getA"), CompiledDocument.NameOf(document.Operations["postB"].Single().Body!.Type));
        Assert.HasCount(2, document.TypeNames);
    }

    [TestMethod]
    public void Headers_of_an_operation_are_called_after_it_and_shared_ones_by_their_names()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: getA, responses: { '200': { description: A., headers: { Link: { schema: { type: string } } } } } } }
              /b: { get: { operationId: getB, responses: { '200': { description: A., headers: { Link: { schema: { type: string } } } } } } }
              /c: { get: { operationId: getC, responses: { '200': { description: A.,
                  headers: { Link: { $ref: '#/components/headers/link' } } } } } }
              /d: { get: { operationId: getD, responses: { '200': { description: A.,
                  headers: { Link: { $ref: '#/components/headers/link' } } } } } }
              /e:
                get:
                  operationId: getE
                  responses:
                    '200':
                      description: A.
                      headers:
                        A: { $ref: '#/components/headers/link' }
                        B: { $ref: '#/components/headers/link' }
                        C: { $ref: '#/components/headers/link' }
                        D: { $ref: '#/components/headers/link' }
              /f: { get: { operationId: getF, responses: { '200': { $ref: '#/components/responses/page' } } } }
            components:
              headers: { link: { schema: { type: string } } }
              responses: { page: { description: A., headers: { Next: { schema: { type: string } } } } }
            """);

        string[] names =
        [
            .. new[] { "getA", "getB", "getC", "getD", "getE", "getF" }.Select(id => document.Operations[id].Single().Result.HeadersName!),
        ];
        Assert.AreEqual("GetAHeaders GetBHeaders LinkHeaders LinkHeaders THeaders PageHeaders", string.Join(' ', names));
        Assert.IsEmpty(document.Renamed);
    }

    [TestMethod]
    public void A_server_of_operations_is_called_by_its_address_whoever_has_it_first()
    {
        const string uploads = """
              /a: { get: { operationId: getA, servers: [ { url: 'https://uploads.example.com' } ],
                  responses: { '204': { description: A. } } } }

            """;
        const string files = """
              /b: { get: { operationId: getB, servers: [ { url: 'https://files.example.com/v1' } ],
                  responses: { '204': { description: A. } } } }

            """;
        const string more = """
              /c: { get: { operationId: getC, servers: [ { url: 'https://uploads.example.com' } ],
                  responses: { '204': { description: A. } } } }

            """;

        foreach (string paths in new[] { uploads, files + uploads, more + uploads + files })
        {
            CompiledDocument document = CompiledDocument.Of(
                $$"""
                    openapi: 3.1.0
                    info: { title: T, version: '1' }
                    servers: [ { url: 'https://example.com' } ]
                    paths:
                    {{paths}}
                    """);

            Assert.AreEqual("UploadsExampleCom", document.Operations["getA"].Single().Server!.MemberName, paths);
        }
    }

    [TestMethod]
    public void Servers_that_operations_bring_where_the_document_has_none_are_called_by_their_addresses()
    {
        const string one = """
              /a: { get: { operationId: getA, servers: [ { url: 'https://a.example.com' } ], responses: { '204': { description: A. } } } }

            """;
        const string two = """
              /b: { get: { operationId: getB, servers: [ { url: 'https://b.example.com' } ], responses: { '204': { description: A. } } } }

            """;

        foreach (string paths in new[] { one + two, two + one })
        {
            CompiledDocument document = CompiledDocument.Of($$"""
                openapi: 3.1.0
                info: { title: T, version: '1' }
                paths:
                {{paths}}
                """);

            ServersFile servers = document.Model.Files.OfType<ServersFile>().Single();
            Assert.AreEqual(
                "AExampleCom BExampleCom",
                string.Join(' ', servers.Servers.Servers.Select(static server => server.Name).Order(StringComparer.Ordinal)),
                paths);
        }
    }

    [TestMethod]
    public void A_header_of_which_two_responses_say_different_things_is_the_operation_s_though_one_is_shared()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: getA
                  responses:
                    '200': { description: A., headers: { X-Rate: { $ref: '#/components/headers/rate' } } }
                    '201': { description: A., headers: { X-Rate: { schema: { type: string } } } }
              /b: { get: { operationId: getB, responses: { '200': { description: A.,
                  headers: { X-Rate: { $ref: '#/components/headers/rate' } } } } } }
            components: { headers: { rate: { schema: { type: integer } } } }
            """);

        Assert.AreEqual("GetAHeaders XRateHeaders", string.Join(' ', document.TypeNames));
        Assert.IsEmpty(document.Renamed);
    }
}
