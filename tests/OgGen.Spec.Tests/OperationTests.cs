using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>The 20 operations: where they are, what they take and what they answer.</summary>
[TestClass]
public sealed class OperationTests
{
    private static readonly string[] SuccessHeaders =
        ["X-Request-ID", "X-Response-Time", "X-RateLimit-State", "X-RateLimit-Reason", "X-RateLimit-Period-In-Sec"];

    [TestMethod]
    [DataRow("Policies_Create", "POST", "/v1/policies", "Policy", "201 PolicyReferenceResponse", "data")]
    [DataRow("Policies_Get", "GET", "/v1/policies/{identifier}", null, "200 PolicyResponse", "data")]
    [DataRow("Policies_Update", "PUT", "/v1/policies/{identifier}", "Policy", "200 ResultResponse", null)]
    [DataRow("Policies_Delete", "DELETE", "/v1/policies/{identifier}", null, "200 ResultResponse", null)]
    [DataRow("Policies_Disable", "POST", "/v1/policies/{identifier}/disable", null, "200 ResultResponse", null)]
    [DataRow("Policies_Enable", "POST", "/v1/policies/{identifier}/enable", null, "200 ResultResponse", null)]
    [DataRow(
        "Policies_ChangeOrder", "POST", "/v1/policies/{identifier}/change-order", "ChangePolicyOrderRequest", "200 ResultResponse", null)]
    [DataRow("Policies_List", "GET", "/v1/policies", null, "200 PolicyListResponse", "data")]
    [DataRow("ActionChannels_Create", "POST", "/v1/actions/channels", "ActionChannel", "201 ActionChannelReferenceResponse", "data")]
    [DataRow(
        "ActionChannels_Update",
        "PATCH",
        "/v1/actions/channels/{channelId}",
        "ActionChannelUpdate",
        "200 ActionChannelReferenceResponse",
        "data")]
    [DataRow("ActionChannels_Delete", "DELETE", "/v1/actions/channels/{channelId}", null, "200 ActionChannelDeletionResponse", "data")]
    [DataRow("ActionChannels_Get", "GET", "/v1/actions/channels/{channelId}", null, "200 ActionChannelResponse", "data")]
    [DataRow("ActionChannels_List", "GET", "/v1/actions/channels", null, "200 ActionChannelListResponse", "data")]
    [DataRow("Actions_Create", "POST", "/v1/actions/actions", "ActionDefinition", "201 ActionDefinitionResponse", "data")]
    [DataRow("Actions_Update", "PUT", "/v1/actions/actions/{actionName}", "ActionUpdate", "200 ActionDefinitionResponse", "data")]
    [DataRow("Actions_Delete", "DELETE", "/v1/actions/actions/{actionName}", null, "200 ResultResponse", null)]
    [DataRow("Actions_Get", "GET", "/v1/actions/actions/{actionName}", null, "200 ActionDefinitionResponse", "data")]
    [DataRow("Actions_List", "GET", "/v1/actions/actions", null, "200 ActionListResponse", "data")]
    [DataRow(
        "Actions_Execute",
        "POST",
        "/v1/actions/actions/executions/{executionKey}",
        "ExecuteActionRequest",
        "200 ExecuteActionResponse, 202 ExecuteActionResponse",
        null)]
    [DataRow("Actions_GetExecution", "GET", "/v1/actions/actions/executions/{executionKey}", null, "200 ActionExecutionResponse", "data")]
    public void Operation_is_where_the_documentation_says(
        string id, string method, string path, string? body, string answers, string? result)
    {
        Operation operation = SpecWalk.Get(id);

        Assert.AreEqual(method, operation.Method);
        Assert.AreEqual(path, operation.Path);
        Assert.AreEqual(body, operation.JsonRequest is { } request ? SpecWalk.ComponentName(request["schema"]!) : null);
        Assert.AreEqual(
            answers,
            string.Join(", ", Successes(operation).Select(s => $"{s.Status} {SpecWalk.ComponentName(JsonSchema(s.Response))}")));
        Assert.AreEqual(result, operation.Node["x-oggen-result"]?.GetValue<string>());
    }

    [TestMethod]
    public void There_are_twenty_operations_with_ids_of_their_own()
    {
        Assert.HasCount(20, SpecWalk.Operations);
        Assert.HasCount(20, SpecWalk.Operations.Select(operation => operation.Id).Distinct());
    }

    [TestMethod]
    public void Channel_and_action_calls_need_the_team_and_no_other_call_takes_it()
    {
        foreach (Operation operation in SpecWalk.Operations)
        {
            bool ofTeam = operation.Path.StartsWith("/v1/actions/", StringComparison.Ordinal)
                && !operation.Path.Contains("/executions/", StringComparison.Ordinal);
            JsonObject? team = operation.Parameters.SingleOrDefault(parameter => Text(parameter, "in") == "query");

            Assert.AreEqual(ofTeam ? "teamId" : null, team is null ? null : Text(team, "name"), operation.Id);
            Assert.AreEqual(ofTeam, team?["required"]?.GetValue<bool>() ?? false, operation.Id);
        }
    }

    [TestMethod]
    public void Path_parameters_are_those_of_the_template_plain_required_texts()
    {
        foreach (Operation operation in SpecWalk.Operations)
        {
            List<JsonObject> parameters = [.. operation.Parameters.Where(parameter => Text(parameter, "in") == "path")];

            string inTemplate = string.Join(",", operation.Path.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}')));
            Assert.AreEqual(inTemplate, string.Join(",", parameters.Select(parameter => Text(parameter, "name"))), operation.Id);
            foreach (JsonObject parameter in parameters)
            {
                Assert.IsTrue(parameter["required"]!.GetValue<bool>(), operation.Id);
                Assert.AreEqual("string", Text(parameter["schema"]!.AsObject(), "type"), operation.Id);
                Assert.IsNull(parameter["schema"]!["format"], $"{operation.Id}: not every id is a UUID.");
            }
        }
    }

    [TestMethod]
    public void The_path_with_two_meanings_names_both()
    {
        Assert.AreEqual("actionName", Text(SpecWalk.Get("Actions_Execute").Parameters.Single(), "x-oggen-name"));
        Assert.AreEqual("requestId", Text(SpecWalk.Get("Actions_GetExecution").Parameters.Single(), "x-oggen-name"));
    }

    [TestMethod]
    public void Only_the_status_call_can_be_asked_again()
    {
        Operation[] polled = [.. SpecWalk.Operations.Where(operation => operation.Node.ContainsKey("x-oggen-poll"))];

        Assert.AreEqual("Actions_GetExecution", string.Join(",", polled.Select(operation => operation.Id)));
        JsonNode expected = JsonNode.Parse("""{"status":404,"header":"X-Opsgenie-Errortype","value":"RequestNotProcessed"}""")!;
        Assert.IsTrue(JsonNode.DeepEquals(expected, polled[0].Node["x-oggen-poll"]));
    }

    [TestMethod]
    public void Every_error_has_one_schema_the_headers_and_an_example()
    {
        string[] headers = [.. SuccessHeaders, "X-Opsgenie-Errortype"];
        foreach (Operation operation in SpecWalk.Operations)
        {
            bool hasIdentifier = operation.Path.Contains('{', StringComparison.Ordinal);
            string expected = hasIdentifier ? "400,401,402,403,404,422,429,4XX,5XX" : "400,401,402,403,422,429,4XX,5XX";
            (string Status, JsonObject Response)[] errors = [.. operation.Responses.Where(r => r.Status[0] != '2')];

            Assert.AreEqual(expected, string.Join(",", errors.Select(error => error.Status)), operation.Id);
            foreach ((string status, JsonObject response) in errors)
            {
                string place = $"{operation.Id} {status}";
                Assert.AreEqual("ErrorResponse", SpecWalk.ComponentName(JsonSchema(response)), place);
                AssertHeaders(headers, response, place);
                Assert.IsNotEmpty(response["content"]!["application/json"]!["examples"]!.AsObject(), place);
            }
        }
    }

    [TestMethod]
    public void Every_success_has_the_headers_and_an_example()
    {
        foreach (Operation operation in SpecWalk.Operations)
        {
            foreach ((string status, JsonObject response) in Successes(operation))
            {
                AssertHeaders(SuccessHeaders, response, $"{operation.Id} {status}");
                Assert.IsNotEmpty(response["content"]!["application/json"]!["examples"]!.AsObject(), operation.Id);
            }
        }
    }

    [TestMethod]
    public void Servers_are_named_Us_and_Eu()
    {
        string servers = string.Join(
            "; ", SpecDocument.Root["servers"]!.AsArray().Select(s => $"{s!["x-oggen-name"]} {s["url"]}"));

        Assert.AreEqual("Us https://api.opsgenie.com; Eu https://api.eu.opsgenie.com", servers);
        Assert.AreEqual("OpsgenieRegion", Text(SpecDocument.Root, "x-oggen-name"));
    }

    [TestMethod]
    public void The_key_travels_under_the_http_scheme_GenieKey()
    {
        JsonObject scheme = SpecDocument.Components("securitySchemes")["GenieKey"]!.AsObject();

        Assert.AreEqual("http", Text(scheme, "type"));
        Assert.AreEqual("GenieKey", Text(scheme, "scheme"));
        Assert.AreEqual("""[{"GenieKey":[]}]""", SpecDocument.Root["security"]!.ToJsonString());
        Assert.IsFalse(SpecWalk.Operations.Any(operation => operation.Node.ContainsKey("security")));
    }

    private static IEnumerable<(string Status, JsonObject Response)> Successes(Operation operation) =>
        operation.Responses.Where(response => response.Status[0] == '2');

    private static JsonNode JsonSchema(JsonObject response) => response["content"]!["application/json"]!["schema"]!;

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();

    private static void AssertHeaders(string[] expected, JsonObject response, string place) =>
        Assert.AreEqual(
            string.Join(",", expected), string.Join(",", response["headers"]!.AsObject().Select(header => header.Key)), place);
}
