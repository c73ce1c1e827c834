namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class ChannelTests
{
    [TestMethod]
    public async Task Create_answers_201_and_the_id_only()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { IdGenerator = static () => "channel-1" });
        Reply reply = await wire.PostAsync($"v1/actions/channels{wire.Team}", Samples.SystemsManagerChannel);
        reply.AssertStatus(201);
        reply.AssertData("""{"id":"channel-1"}""");
    }

    [TestMethod]
    public async Task Get_and_list_answer_the_whole_channel()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Json.With(Samples.RestChannel, "restActionChannel.headers", null));
        string expected = $$"""
            {"id":"{{id}}","teamId":"{{wire.Emulator.TeamId}}","name":"test_1","actionType":"rest","restActionChannel":{"url":"https://cem.ngrok.io","headers":{} } }
            """;
        Reply read = await wire.GetAsync($"v1/actions/channels/{id}{wire.Team}");
        read.AssertStatus(200);
        read.AssertData(expected);
        (await wire.GetAsync($"v1/actions/channels{wire.Team}")).AssertData($"[{expected}]");
    }

    [TestMethod]
    public async Task The_documented_update_changes_what_it_sends_and_keeps_the_rest()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Samples.RestChannel);
        Reply reply = await wire.PatchAsync($"v1/actions/channels/{id}{wire.Team}", Samples.ChannelUpdate);
        reply.AssertStatus(200);
        reply.AssertData($$"""{"id":"{{id}}"}""");
        Reply read = await wire.GetAsync($"v1/actions/channels/{id}{wire.Team}");
        Assert.AreEqual("hepbirlikte", (string?)read.Data["name"]);
        Json.AssertEqual("""{"url":"https://updated-opsgenie.io","headers":{"test1":"test2"}}""", read.Data["restActionChannel"]);
    }

    [TestMethod]
    public async Task Headers_that_are_sent_replace_all_headers()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Samples.RestChannel);
        await wire.PatchAsync(
            $"v1/actions/channels/{id}{wire.Team}", Json.With(Samples.ChannelUpdate, "restActionChannel.headers", """{"new":"1"}"""));
        Json.AssertEqual(
            """{"new":"1"}""", (await wire.GetAsync($"v1/actions/channels/{id}{wire.Team}")).Data["restActionChannel"]!["headers"]);
    }

    [TestMethod]
    public async Task The_type_of_a_channel_cannot_be_changed()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Samples.RestChannel);
        (await wire.PatchAsync(
            $"v1/actions/channels/{id}{wire.Team}", Json.With(Samples.ChannelUpdate, "actionType", "\"oec\""))).AssertStatus(200);
        Assert.AreEqual("rest", (string?)(await wire.GetAsync($"v1/actions/channels/{id}{wire.Team}")).Data["actionType"]);
    }

    [TestMethod]
    public async Task Delete_answers_its_result_in_data()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Samples.RestChannel);
        Reply reply = await wire.DeleteAsync($"v1/actions/channels/{id}{wire.Team}");
        reply.AssertStatus(200);
        reply.AssertData("""{"result":"Deleted"}""");
        (await wire.DeleteAsync($"v1/actions/channels/{id}{wire.Team}")).AssertStatus(404);
    }

    [TestMethod]
    public async Task A_channel_is_seen_by_its_team_only()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await CreateAsync(wire, Samples.RestChannel);
        (await wire.GetAsync($"v1/actions/channels/{id}?teamId=other")).AssertStatus(404);
        (await wire.PatchAsync($"v1/actions/channels/{id}?teamId=other", Samples.ChannelUpdate)).AssertStatus(404);
        (await wire.DeleteAsync($"v1/actions/channels/{id}?teamId=other")).AssertStatus(404);
        (await wire.GetAsync("v1/actions/channels?teamId=other")).AssertData("[]");
        (await wire.GetAsync($"v1/actions/channels/{id}{wire.Team}")).AssertStatus(200);
    }

    [TestMethod]
    [DataRow("POST", "v1/actions/channels")]
    [DataRow("GET", "v1/actions/channels")]
    [DataRow("GET", "v1/actions/channels/x")]
    [DataRow("PATCH", "v1/actions/channels/x")]
    [DataRow("DELETE", "v1/actions/channels/x")]
    [DataRow("POST", "v1/actions/actions")]
    [DataRow("GET", "v1/actions/actions")]
    [DataRow("GET", "v1/actions/actions/x")]
    [DataRow("PUT", "v1/actions/actions/x")]
    [DataRow("DELETE", "v1/actions/actions/x")]
    public async Task A_team_is_needed(string method, string path)
    {
        await using Wire wire = await Wire.StartAsync();
        string? body = method is "POST" or "PATCH" or "PUT" ? "{}" : null;
        (await wire.SendAsync(new HttpMethod(method), path, body)).AssertErrors("teamId");
        (await wire.SendAsync(new HttpMethod(method), path + "?teamId=", body)).AssertErrors("teamId");
    }

    public static IEnumerable<(string Body, string Path, string? Value)> Wrong =>
    [
        (Samples.RestChannel, "name", null),
        (Samples.RestChannel, "name", "5"),
        (Samples.RestChannel, "actionType", null),
        (Samples.RestChannel, "actionType", "\"REST\""),
        (Samples.RestChannel, "restActionChannel", null),
        (Samples.RestChannel, "restActionChannel", "[]"),
        (Samples.RestChannel, "restActionChannel.url", null),
        (Samples.RestChannel, "restActionChannel.headers", "[]"),
        (Samples.RestChannel, "restActionChannel.headers.test1", "1"),
        (Samples.SystemsManagerChannel, "awsSmActionChannel", null),
        (Samples.SystemsManagerChannel, "awsSmActionChannel.roleName", null),
        (Samples.SystemsManagerChannel, "awsSmActionChannel.accountId", "123"),
        (Samples.SystemsManagerChannel, "awsSmActionChannel.region", null),
        (Samples.SnsChannel, "awsSnsActionChannel", null),
        (Samples.SnsChannel, "awsSnsActionChannel.topicName", null),
        (Samples.SnsChannel, "awsSnsActionChannel.accountId", null),
        (Samples.SnsChannel, "awsSnsActionChannel.region", null),
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public async Task A_broken_rule_is_a_422_that_names_the_field(string body, string path, string? value)
    {
        await using Wire wire = await Wire.StartAsync();
        string bad = Json.With(body, path, value);
        (await wire.PostAsync($"v1/actions/channels{wire.Team}", bad)).AssertErrors(path);
        (await wire.GetAsync($"v1/actions/channels{wire.Team}")).AssertData("[]");

        // An update has the same rules, but for the type.
        string id = await CreateAsync(wire, body);
        Reply update = await wire.PatchAsync($"v1/actions/channels/{id}{wire.Team}", bad);
        if (path == "actionType")
        {
            update.AssertStatus(200);
        }
        else
        {
            update.AssertErrors(path);
        }
    }

    [TestMethod]
    public async Task The_name_restChannel_of_the_table_is_unknown_to_the_service()
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.PostAsync(
            $"v1/actions/channels{wire.Team}", """{"name":"n","actionType":"rest","restChannel":{"url":"u"}}""");
        reply.AssertErrors("restActionChannel");
    }

    private static async Task<string> CreateAsync(Wire wire, string body)
    {
        Reply reply = await wire.PostAsync($"v1/actions/channels{wire.Team}", body);
        reply.AssertStatus(201);
        return (string)reply.Data["id"]!;
    }
}
