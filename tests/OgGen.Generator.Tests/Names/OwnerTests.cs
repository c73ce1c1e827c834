using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>
/// Operations and webhooks have the types of their inline schemas for themselves, as <c>generator/Naming/NAMING.md</c> says.
/// </summary>
[TestClass]
public sealed class OwnerTests
{
    private const string Message = "{ type: object, properties: { message: { type: string } } }";

    [TestMethod]
    [DataRow("cat", "get", DisplayName = "with a shorter name")]
    [DataRow("zebra", "listAllZebrasOfTheZoo", DisplayName = "with a longer name")]
    public void An_operation_that_is_added_renames_no_type_of_another_one(string path, string id)
    {
        string widget = Operation("widgets/all", "getWidget", Message);
        string other = Operation(path, id, Message);

        foreach (string paths in new[] { widget, widget + other, other + widget })
        {
            Assert.AreEqual("GetWidgetResponse", CompiledDocument.Of(Document(paths)).ResultOf("getWidget"), paths);
        }
    }

    [TestMethod]
    public void An_operation_in_a_group_keeps_its_type_when_one_with_a_short_name_is_added()
    {
        const string lines = """
              /orders/lines: { get: { operationId: listOrderLines, tags: [ t ],
                  responses: { '200': { description: x, content: { application/json: {
                      schema: { type: object, properties: { total: { type: integer }, page: { type: integer } } } } } } } } }

            """;
        const string x = """
              /x: { get: { operationId: x, tags: [ t ], responses: { '200': { description: x,
                  content: { application/json: { schema: { type: object,
                      properties: { total: { type: integer }, page: { type: integer } } } } } } } } }

            """;

        Assert.AreEqual("TListOrderLinesResponse", CompiledDocument.Of(Document(lines)).ResultOf("listOrderLines"));
        Assert.AreEqual("TListOrderLinesResponse", CompiledDocument.Of(Document(lines + x)).ResultOf("listOrderLines"));
    }

    [TestMethod]
    public void Each_of_two_operations_documents_its_own_type()
    {
        CompiledDocument document = CompiledDocument.Of(Document(
            Operation("tip", "getTip", "{ description: A tip for the waiter., type: object, properties: { amount: { type: integer } } }")
            + Operation(
                "invoice", "getInvoice", "{ description: What a guest owes., type: object, properties: { amount: { type: integer } } }")));

        Assert.AreEqual("A tip for the waiter.", document.SummaryOf(document.ResultOf("getTip")));
        Assert.AreEqual("What a guest owes.", document.SummaryOf(document.ResultOf("getInvoice")));
    }

    [TestMethod]
    public void Errors_and_results_of_several_operations_that_are_alike_are_called_by_their_operations()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.0.3
            info: { title: Shop, version: "1" }
            servers: [ { url: https://shop.example } ]
            paths:
              /menu:
                get:
                  operationId: getMenu
                  responses:
                    "200": { description: ok, content: { application/json: {
                        schema: { type: object, properties: { items: { type: array, items: { type: string } } } } } } }
                    "401": { description: no, content: { application/json: {
                        schema: { type: object, properties: { message: { type: string } } } } } }
              /orders:
                post:
                  operationId: importOrders
                  responses:
                    "200": { description: ok, content: { application/json: {
                        schema: { type: object, properties: { message: { type: string } } } } } }
                    "404": { description: no, content: { application/json: {
                        schema: { type: object, properties: { message: { type: string } } } } } }
              /users:
                post:
                  operationId: createUser
                  responses:
                    "200": { description: ok, content: { application/json: {
                        schema: { type: object, properties: { message: { type: string } } } } } }
            """);

        Assert.AreEqual("CreateUserResponse", document.ResultOf("createUser"));
        Assert.AreEqual("ImportOrdersResponse", document.ResultOf("importOrders"));
        Assert.AreEqual("CreateUserResponse GetMenuError GetMenuResponse ImportOrdersResponse", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    public void Components_that_are_alike_have_a_type_each()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: Usage, version: "1" }
            servers: [ { url: https://usage.example } ]
            paths:
              /run:
                get:
                  operationId: getRun
                  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Run" } } } } }
              /step:
                get:
                  operationId: getStep
                  responses: { "200": { description: ok, content: { application/json: {
                      schema: { $ref: "#/components/schemas/Step" } } } } }
            components:
              schemas:
                Run: { type: object, properties: { usage: { $ref: "#/components/schemas/RunUsage" } } }
                Step: { type: object, properties: { usage: { $ref: "#/components/schemas/StepUsage" } } }
                RunUsage:
                  anyOf: [ { type: object, properties: { tokens: { type: integer } } }, { type: "null" } ]
                StepUsage:
                  anyOf: [ { type: object, properties: { tokens: { type: integer } } }, { type: "null" } ]
            """);

        Assert.AreEqual("RunUsage", document.TypeOf("Run", "usage"));
        Assert.AreEqual("StepUsage", document.TypeOf("Step", "usage"));
    }

    [TestMethod]
    [DataRow("anyOf: [ §, { type: 'null' } ]", DisplayName = "an alternative beside null")]
    [DataRow("oneOf: [ § ]", DisplayName = "a single alternative")]
    [DataRow("allOf: [ § ]", DisplayName = "a single subschema")]
    [DataRow("anyOf: [ { oneOf: [ § ] }, { type: 'null' } ]", DisplayName = "an alternative within an alternative")]
    public void A_component_that_is_an_alias_of_an_inline_schema_has_its_own_type_and_name(string alias)
    {
        CompiledDocument document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Run: { type: object, properties: { usage: {{Message}}, other: { $ref: '#/components/schemas/StepUsage' } } }
                StepUsage: { {{alias.Replace("§", Message, StringComparison.Ordinal)}} }
                RunUsage: { {{alias.Replace("§", Message, StringComparison.Ordinal)}} }
            """);

        // The component has its name before the inline schema whose place says the same.
        Assert.AreEqual("Run RunUsage RunUsageModel StepUsage", string.Join(' ', document.TypeNames));
        Assert.AreEqual("RunUsageModel", document.TypeOf("Run", "usage"));
        Assert.AreEqual("StepUsage", document.TypeOf("Run", "other"));
    }

    [TestMethod]
    public void A_component_and_an_operation_share_no_inline_type()
    {
        CompiledDocument document = CompiledDocument.Of(Document(
            Operation("a", "getA", Message), $"Order: {{ type: object, properties: {{ note: {Message} }} }}"));

        Assert.AreEqual("OrderNote", document.TypeOf("Order", "note"));
        Assert.AreEqual("GetAResponse", document.ResultOf("getA"));
    }

    [TestMethod]
    public void A_component_that_is_added_changes_no_type_of_an_operation()
    {
        string paths = Operation("a", "getA", Message);

        string member = $"A: {{ type: object, properties: {{ b: {Message} }} }}";

        Assert.AreEqual("GetAResponse", CompiledDocument.Of(Document(paths, member)).ResultOf("getA"));
        Assert.AreEqual("GetAResponse", CompiledDocument.Of(Document(paths, "A: " + Message)).ResultOf("getA"));
    }

    [TestMethod]
    public void Each_webhook_has_its_own_types()
    {
        string hook =
            $"{{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {Message} }} }} }}, responses: {{ '200': {{ "
                + "description: A. } } } }";

        var document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            webhooks:
              late: {{hook}}
              newPet: {{hook}}
            """);

        Assert.AreEqual("LatePayload NewPetPayload", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    public void Callbacks_belong_to_their_operation()
    {
        string callback =
            $"{{ '{{$request.query.url}}': {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {Message} }} }} }}, "
                + "responses: { '200': { description: A. } } } } }";
        string Subscription(string id, string result) => $$"""
              /{{id}}: { post: { operationId: {{id}}, callbacks: { done: {{callback}} },
                  responses: { '200': { description: A., content: { application/json: { schema: {{result}} } } } } } }

            """;

        CompiledDocument document = CompiledDocument.Of(Document(
            Subscription("watch", Message) + Subscription("follow", "{ type: object, properties: { other: { type: string } } }")));

        // What the callback of 'watch' sends equals what 'watch' returns, so it is that type; 'follow' shares nothing with 'watch'.
        Assert.AreEqual("FollowDonePayload FollowResponse WatchResponse", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    public void A_shared_callback_belongs_to_each_operation_that_has_it()
    {
        var document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { post: { operationId: watch, callbacks: { done: { $ref: '#/components/callbacks/done' } },
                  responses: { '204': { description: A. } } } }
              /b: { post: { operationId: follow, callbacks: { done: { $ref: '#/components/callbacks/done' } },
                  responses: { '204': { description: A. } } } }
            components:
              callbacks:
                done:
                  '{$request.query.url}':
                    post:
                      requestBody: { content: { application/json: { schema: {{Message}} } } }
                      responses: { '200': { description: A. } }
            """);

        Assert.AreEqual("FollowDonePayload WatchDonePayload", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    public void A_parameter_of_a_path_belongs_to_each_of_its_operations()
    {
        CompiledDocument document = CompiledDocument.Of(Document("""
              /a:
                parameters: [ { name: kind, in: query, schema: { type: string, enum: [ a, b ] } } ]
                get: { operationId: getA, responses: { '204': { description: A. } } }
                delete: { operationId: deleteA, responses: { '204': { description: A. } } }

            """));

        Assert.AreEqual("DeleteAKind GetAKind", string.Join(' ', document.TypeNames));
        Assert.AreEqual("GetAKind", CompiledDocument.NameOf(document.Operations["getA"].Single().Parameters.Single().Type));
    }

    [TestMethod]
    public void A_path_that_is_a_reference_has_the_types_of_its_own_operations()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { $ref: '#/components/pathItems/a' }
            components:
              pathItems:
                a:
                  parameters: [ { name: kind, in: query, schema: { type: string, enum: [ a ] } } ]
                  get: { operationId: getA, responses: { '200': { description: A.,
                      content: { application/json: { schema: { type: object, properties: { way: { enum: [ b ] } } } } } } } }
            """);

        Assert.AreEqual("GetAKind GetAResponse GetAResponseWay", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    [DataRow("b", "", DisplayName = "by tag")]
    [DataRow("", "/b", DisplayName = "by path")]
    public void A_filter_changes_no_name(string tags, string paths)
    {
        // Without the first operation, its name would be free, and the second one's method and types would have it.
        string text = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: list, tags: [ a ], responses: { '200': { $ref: '#/components/responses/topic' } } } }
              /a2: { get: { operationId: B_List, responses: { '200': { description: A.,
                  content: { application/json: { schema: {{Message}} } } } } } }
              /b: { get: { operationId: list, tags: [ b ], responses: {
                  '200': { description: A., content: { application/json: { schema: {{Message}} } } } } } }
              /b2: { get: { operationId: other, tags: [ b ], responses: { '200': { $ref: '#/components/responses/topic' } } } }
            components: { responses: { topic: { description: A., content: { application/json: { schema: {{Message}} } } } } }
            """;

        CompiledDocument whole = CompiledDocument.Of(text);
        CompiledDocument filtered = CompiledDocument.Of(Declared.Of(text) with { Tags = tags, Paths = paths });

        Assert.HasCount(2, filtered.Operations);
        Assert.AreEqual(whole.ResultOf("other"), filtered.ResultOf("other"));
        Assert.AreEqual("TopicResponse", filtered.ResultOf("other"));
        Assert.AreEqual("BList2Response", CompiledDocument.NameOf(filtered.Operations["list"].Single().Result.Type));
        CollectionAssert.IsSubsetOf(filtered.TypeNames.ToArray(), whole.TypeNames.ToArray());
    }

    private static string Operation(string path, string id, string response) => $$"""
          /{{path}}: { get: { operationId: {{id}}, responses: { '200': { description: A.,
              content: { application/json: { schema: {{response}} } } } } } }

        """;

    private static string Document(string paths, string schemas = "") => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
        {{paths}}
        components: { schemas: { {{schemas}} } }
        """;
}
