using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class ActionTests
{
    private const string Parameters = """
        [{"name":"parameter123","description":"this makes difference","valueType":"string","required":true,"defaultValue":[],
          "parameterType":"prompt-user","inputType":"free-form","availableValues":["val2","val1"]}]
        """;

    /// <summary>The sample answer of "Create Action", but for the id of the member.</summary>
    [TestMethod]
    public async Task The_documented_create_is_answered_like_its_sample()
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.PostAsync($"v1/actions/actions{wire.Team}", Samples.Action);
        reply.AssertStatus(201);
        string memberId = (string)reply.Data["permissions"]!["allowedMembers"]![0]!["id"]!;
        string expected = $$"""
            {"name":"Action2","teamId":"{{wire.Emulator.TeamId}}","channelId":"e72b4966-f5de-4b00-b062-f16c4f300000","channelType":"rest",
             "state":{"enabled":false,"disableReason":"something went wrong"},
             "permissions":{"allTeamMembersAllowed":true,"allowedMembers":[{"username":"user@example.com","id":"{{memberId}}"}],"policiesEnabled":false},
             "parameters":{{Parameters}} }
            """;
        reply.AssertData(expected);
        (await wire.GetAsync($"v1/actions/actions/Action2{wire.Team}")).AssertData(expected);
    }

    /// <summary>The sample answer of "Update Action": renamed, partial, and without <c>teamId</c>.</summary>
    [TestMethod]
    public async Task The_documented_update_is_answered_like_its_sample()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Samples.Action);
        Reply reply = await wire.PutAsync($"v1/actions/actions/Action2{wire.Team}", Samples.ActionUpdate);
        reply.AssertStatus(200);
        string memberId = (string)reply.Data["permissions"]!["allowedMembers"]![0]!["id"]!;
        string memberName = (string)reply.Data["permissions"]!["allowedMembers"]![1]!["username"]!;
        reply.AssertData($$"""
            {"name":"Updated-Action2","channelId":"e72b4966-f5de-4b00-b062-f16c4f300000","channelType":"oec",
             "state":{"enabled":false,"disableReason":"something went wrong"},
             "permissions":{"allTeamMembersAllowed":false,"policiesEnabled":false,"allowedMembers":[
                {"username":"other@example.com","id":"{{memberId}}"},{"username":"{{memberName}}","id":"80ab38b5-4434-4a17-9092-c14974b00000"}]},
             "parameters":{{Parameters}} }
            """);
        (await wire.GetAsync($"v1/actions/actions/Action2{wire.Team}")).AssertStatus(404);
        Reply renamed = await wire.GetAsync($"v1/actions/actions/Updated-Action2{wire.Team}");
        renamed.AssertStatus(200);
        Assert.AreEqual(wire.Emulator.TeamId, (string?)renamed.Data["teamId"]);
    }

    [TestMethod]
    [DataRow("""{"state":{"enabled":true}}""", "state", """{"enabled":true,"disableReason":"something went wrong"}""")]
    [DataRow("""{"state":{"disableReason":"r"}}""", "state", """{"enabled":false,"disableReason":"r"}""")]
    [DataRow("""{"channelId":"c2"}""", "channelId", "\"c2\"")]
    [DataRow("""{"parameters":[]}""", "parameters", "[]")]
    [DataRow("""{"name":null}""", "name", "\"Action2\"")]
    [DataRow("""{}""", "name", "\"Action2\"")]
    public async Task Update_changes_only_what_is_sent(string changes, string field, string expected)
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Samples.Action);
        JsonObject before = (await wire.GetAsync($"v1/actions/actions/Action2{wire.Team}")).Data.DeepClone().AsObject();
        (await wire.PutAsync($"v1/actions/actions/Action2{wire.Team}", changes)).AssertStatus(200);
        JsonNode after = (await wire.GetAsync($"v1/actions/actions/Action2{wire.Team}")).Data;
        before[field] = JsonNode.Parse(expected);
        Json.AssertEqual(before.ToJsonString(), after);
    }

    [TestMethod]
    public async Task An_action_without_parameters_has_an_empty_list_and_an_enabled_one_an_empty_reason()
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.PostAsync($"v1/actions/actions{wire.Team}", Samples.EnabledAction);
        reply.AssertData($$"""
            {"name":"post-to-rest-endpoint","teamId":"{{wire.Emulator.TeamId}}","channelId":"c","channelType":"rest",
             "state":{"enabled":true,"disableReason":""},"permissions":{"allTeamMembersAllowed":true},"parameters":[]}
            """);
    }

    [TestMethod]
    public async Task The_list_has_four_fields_of_each_action()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Samples.Action);
        (await wire.GetAsync($"v1/actions/actions{wire.Team}")).AssertData("""
            [{"name":"Action2","channelId":"e72b4966-f5de-4b00-b062-f16c4f300000","channelType":"rest","state":{"enabled":false,"disableReason":"something went wrong"}}]
            """);
    }

    [TestMethod]
    public async Task Delete_answers_its_result_at_the_top()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Samples.Action);
        Reply reply = await wire.DeleteAsync($"v1/actions/actions/Action2{wire.Team}");
        reply.AssertStatus(200);
        Assert.AreEqual("Deleted", (string?)reply.Body["result"]);
        Assert.IsNull(reply.Body["data"]);
        (await wire.DeleteAsync($"v1/actions/actions/Action2{wire.Team}")).AssertStatus(404);
    }

    [TestMethod]
    public async Task A_name_may_have_spaces_and_slashes()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Json.With(Samples.Action, "name", "\"restart / node \\u00e9 50%\""));
        string path = $"v1/actions/actions/{Uri.EscapeDataString("restart / node é 50%")}{wire.Team}";
        (await wire.GetAsync(path)).AssertStatus(200);
        (await wire.PutAsync(path, "{}")).AssertStatus(200);
        (await wire.DeleteAsync(path)).AssertStatus(200);
    }

    [TestMethod]
    public async Task A_name_is_taken_once_per_team()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Samples.Action);
        await CreateAsync(wire, Json.With(Samples.Action, "name", "\"other\""));
        (await wire.PostAsync($"v1/actions/actions{wire.Team}", Samples.Action)).AssertErrors("name");
        (await wire.PutAsync($"v1/actions/actions/other{wire.Team}", """{"name":"Action2"}""")).AssertErrors("name");
        (await wire.PutAsync($"v1/actions/actions/other{wire.Team}", """{"name":"other"}""")).AssertStatus(200);
        (await wire.PostAsync("v1/actions/actions?teamId=second", Samples.Action)).AssertStatus(201);
        (await wire.GetAsync($"v1/actions/actions/other?teamId=second")).AssertStatus(404);
    }

    [TestMethod]
    public async Task A_member_has_the_same_id_in_every_run_and_is_found_by_it()
    {
        var ids = new List<string>();
        for (int run = 0; run < 2; run++)
        {
            await using Wire wire = await Wire.StartAsync();
            Reply created = await wire.PostAsync($"v1/actions/actions{wire.Team}", Samples.Action);
            ids.Add((string)created.Data["permissions"]!["allowedMembers"]![0]!["id"]!);
            Reply updated = await wire.PutAsync(
                $"v1/actions/actions/Action2{wire.Team}", $$$"""{"permissions":{"allowedMembers":[{"id":"{{{ids[0]}}}"}]}}""");
            Assert.AreEqual("user@example.com", (string?)updated.Data["permissions"]!["allowedMembers"]![0]!["username"]);
        }

        Assert.AreEqual(ids[0], ids[1]);
    }

    [TestMethod]
    public async Task The_undocumented_document_is_kept_as_sent()
    {
        await using Wire wire = await Wire.StartAsync();
        await CreateAsync(wire, Json.With(Samples.Action, "awsSmDocument", """{"name":"d","x":[1,null,{"y":true}]}"""));
        Json.AssertEqual(
            """{"name":"d","x":[1,null,{"y":true}]}""",
            (await wire.GetAsync($"v1/actions/actions/Action2{wire.Team}")).Data["awsSmDocument"]);
    }

    public static IEnumerable<(string Path, string? Value, string Field)> Wrong =>
    [
        ("name", null, "name"),
        ("name", "\"\"", "name"),
        ("channelId", null, "channelId"),
        ("channelType", null, "channelType"),
        ("channelType", "\"aws-sns\"", "channelType"),
        ("channelType", "\"aws-systems-manager\"", "channelType"),
        ("state", null, "state"),
        ("state", "true", "state"),
        ("state.enabled", null, "state.enabled"),
        ("state.enabled", "\"on\"", "state.enabled"),
        ("state.disableReason", "1", "state.disableReason"),
        ("permissions", null, "permissions"),
        ("permissions.allTeamMembersAllowed", "1", "permissions.allTeamMembersAllowed"),
        ("permissions.policiesEnabled", "1", "permissions.policiesEnabled"),
        ("permissions.allowedMembers", "{}", "permissions.allowedMembers"),
        ("permissions.allowedMembers[0]", "{}", "permissions.allowedMembers[0].username"),
        ("parameters", "{}", "parameters"),
        ("parameters[0].name", null, "parameters[0].name"),
        ("parameters[0].required", "\"yes\"", "parameters[0].required"),
        ("parameters[0].valueType", "1", "parameters[0].valueType"),
        ("parameters[0].availableValues", "[1]", "parameters[0].availableValues[0]"),
        ("awsSmDocument", "[]", "awsSmDocument"),
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public async Task A_broken_rule_is_a_422_that_names_the_field(string path, string? value, string field)
    {
        await using Wire wire = await Wire.StartAsync();
        string bad = Json.With(Samples.Action, path, value);
        (await wire.PostAsync($"v1/actions/actions{wire.Team}", bad)).AssertErrors(field);
        (await wire.GetAsync($"v1/actions/actions{wire.Team}")).AssertData("[]");

        // An update refuses the same values, but not that a field is missing, unless it is in an item of a list.
        await CreateAsync(wire, Samples.Action);
        Reply update = await wire.PutAsync($"v1/actions/actions/Action2{wire.Team}", bad);
        if (value is null && !path.Contains('[', StringComparison.Ordinal))
        {
            update.AssertStatus(200);
        }
        else
        {
            update.AssertErrors(field);
        }
    }

    private static async Task CreateAsync(Wire wire, string body) =>
        (await wire.PostAsync($"v1/actions/actions{wire.Team}", body)).AssertStatus(201);
}
