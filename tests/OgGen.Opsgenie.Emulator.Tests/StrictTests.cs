namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>Strict mode: a member that the operation does not know is an error, not lost data.</summary>
[TestClass]
public sealed class StrictTests
{
    private static Task<Wire> StartAsync() => Wire.StartAsync(new OpsgenieEmulatorOptions { Strict = true });

    public static IEnumerable<(string Name, string Body)> KnownPolicies =>
        DocumentedSamplesTests.Policies.Where(static policy => policy.Name != "modify as printed").Append((
            "redundant fields", Json.With(Json.With(Samples.DelayFor, "untilHour", "5"), "untilMinute", "6")));

    [TestMethod]
    [DynamicData(nameof(KnownPolicies))]
    public async Task A_documented_policy_passes(string name, string body)
    {
        await using Wire wire = await StartAsync();
        Reply created = await wire.PostAsync("v1/policies", body);
        Assert.AreEqual(201, created.Status, name + created.Body);
        string id = (string)created.Data["id"]!;
        (await wire.PutAsync($"v1/policies/{id}", body)).AssertStatus(200);
        (await wire.PostAsync($"v1/policies/{id}/change-order", Samples.ChangeOrder)).AssertStatus(200);
    }

    [TestMethod]
    public async Task Documented_channels_actions_and_executions_pass()
    {
        await using Wire wire = await StartAsync();
        foreach ((_, string body) in DocumentedSamplesTests.Channels)
        {
            Reply channel = await wire.PostAsync($"v1/actions/channels{wire.Team}", body);
            channel.AssertStatus(201);
            string update = Json.With(body, "actionType", null);
            (await wire.PatchAsync($"v1/actions/channels/{channel.Data["id"]}{wire.Team}", update)).AssertStatus(200);
        }

        Reply action = await wire.PostAsync("v1/actions/actions" + Samples.ExecutionTeam, Samples.EnabledAction);
        action.AssertStatus(201);
        string name = Uri.EscapeDataString((string)action.Data["name"]!);
        (await wire.PutAsync(
            $"v1/actions/actions/{name}{Samples.ExecutionTeam}", """{"state":{"enabled":true,"disableReason":""}}""")).AssertStatus(200);
        (await wire.PostAsync($"v1/actions/actions/executions/{name}", Samples.Execution)).AssertStatus(202);
    }

    [TestMethod]
    [DataRow("alertDescription")]
    [DataRow("id")]
    [DataRow("maxRepeatCount")]
    [DataRow("filter.condition")]
    [DataRow("filter.conditions[1].Not")]
    [DataRow("timeRestrictions.restriction.startMinute")]
    [DataRow("timeRestrictions.restrictions")]
    [DataRow("duration.unit")]
    public async Task An_unknown_member_of_a_policy_is_named_by_its_path(string path)
    {
        await using Wire wire = await StartAsync();
        string body = Json.With(Samples.AutoClose, path, "5");
        (await wire.PostAsync("v1/policies", body)).AssertErrors(path);
        Assert.AreEqual("", await wire.ListedPoliciesAsync());

        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        (await wire.PutAsync($"v1/policies/{id}", body)).AssertErrors(path);
        await using Wire lenient = await Wire.StartAsync();
        (await lenient.PostAsync("v1/policies", body)).AssertStatus(201);
    }

    [TestMethod]
    public async Task A_null_and_other_letters_are_unknown_too_and_stand_beside_other_errors()
    {
        await using Wire wire = await StartAsync();
        Reply reply = await wire.PostAsync(
            "v1/policies", """{"type":"auto-close","Name":"n","enabled":true,"duration":{"timeAmount":1},"x":null}""");
        reply.AssertErrors("name", "Name", "x");
        Assert.AreEqual("is not a known field here", (string?)reply.Body["errors"]!["x"]);
    }

    [TestMethod]
    public async Task Where_the_type_is_wrong_only_that_is_said()
    {
        await using Wire wire = await StartAsync();
        (await wire.PostAsync("v1/policies", Json.With(Samples.AutoClose, "type", "\"nope\""))).AssertErrors("type");
        (await wire.PostAsync("v1/policies", Json.With(Samples.AutoClose, "filter.type", "\"nope\""))).AssertErrors("filter.type");
        (await wire.PostAsync("v1/policies", Json.With(Samples.AutoClose, "timeRestrictions.type", "\"nope\""))).AssertErrors(
            "timeRestrictions.type");
        (await wire.PostAsync($"v1/actions/channels{wire.Team}", Json.With(Samples.RestChannel, "actionType", "\"nope\""))).AssertErrors(
            "actionType");
    }

    [TestMethod]
    public async Task Maps_have_no_unknown_members()
    {
        await using Wire wire = await StartAsync();
        (await wire.PostAsync("v1/policies", Json.With(Samples.Modify, "details", """{"anything":"x"}"""))).AssertStatus(201);
        (await wire.PostAsync(
            $"v1/actions/channels{wire.Team}",
            Json.With(Samples.RestChannel, "restActionChannel.headers", """{"X-A":"x"}"""))).AssertStatus(201);
        (await wire.PostAsync(
            $"v1/actions/actions{wire.Team}", Json.With(Samples.Action, "awsSmDocument", """{"a":{"b":1}}"""))).AssertStatus(201);
    }

    [TestMethod]
    public async Task Unknown_members_of_the_other_bodies_are_refused()
    {
        await using Wire wire = await StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        (await wire.PostAsync($"v1/policies/{id}/change-order", """{"targetIndex":0,"index":1}""")).AssertErrors("index");
        (await wire.PostAsync($"v1/actions/channels{wire.Team}", Json.With(Samples.RestChannel, "restChannel", "{}"))).AssertErrors(
            "restChannel");
        Reply channel = await wire.PostAsync($"v1/actions/channels{wire.Team}", Samples.RestChannel);
        (await wire.PatchAsync($"v1/actions/channels/{channel.Data["id"]}{wire.Team}", Samples.RestChannel)).AssertErrors("actionType");
        string action = Json.With(Samples.Action, "name", "\"a\"");
        (await wire.PostAsync($"v1/actions/actions{wire.Team}", Json.With(action, "parameters[0].values", "[]"))).AssertErrors(
            "parameters[0].values");
        (await wire.PostAsync($"v1/actions/actions{wire.Team}", action)).AssertStatus(201);
        (await wire.PutAsync($"v1/actions/actions/a{wire.Team}", """{"state":{"reason":""}}""")).AssertErrors("state.reason");
        (await wire.PostAsync("v1/actions/actions/executions/a", Json.With(Samples.Execution, "ownerTeam.x", "1"))).AssertErrors(
            "ownerTeam.x");
    }

    [TestMethod]
    public async Task A_seeded_policy_may_be_sent_with_what_it_had()
    {
        await using Wire wire = await StartAsync();
        string policy = Json.With(Samples.Suppress, "new", "{}");
        string id = wire.Emulator.Seed(System.Text.Json.Nodes.JsonNode.Parse(policy)!.AsObject());
        (await wire.PutAsync($"v1/policies/{id}", policy)).AssertStatus(200);
    }
}
