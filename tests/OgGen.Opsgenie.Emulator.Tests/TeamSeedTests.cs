using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>Seeds of channels and actions: rows that lack fields, and fields that nobody knows.</summary>
[TestClass]
public sealed class TeamSeedTests
{
    [TestMethod]
    public async Task Rows_of_seeded_channels_may_lack_fields()
    {
        await using Wire wire = await Wire.StartAsync();
        Assert.AreEqual("c-1", wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c-1", ["name"] = "" }));
        wire.Emulator.SeedChannel(new JsonObject
        {
            ["id"] = "c-2",
            ["actionType"] = "pigeon",
            ["pigeonActionChannel"] = new JsonObject { ["ring"] = 5 },
            ["x"] = null,
        });
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c-3", ["teamId"] = "other" });
        string team = wire.Emulator.TeamId;
        (await wire.GetAsync("v1/actions/channels" + wire.Team)).AssertData($$"""
            [{"id":"c-1","name":"","teamId":"{{team}}"},{"id":"c-2","actionType":"pigeon","pigeonActionChannel":{"ring":5},"x":null,"teamId":"{{team}}"}]
            """);
        (await wire.GetAsync("v1/actions/channels/c-1" + wire.Team)).AssertData($$"""{"id":"c-1","name":"","teamId":"{{team}}"}""");
        (await wire.GetAsync("v1/actions/channels/c-3?teamId=other")).AssertData("""{"id":"c-3","teamId":"other"}""");
        (await wire.GetAsync("v1/actions/channels/c-3" + wire.Team)).AssertStatus(404);
        (await wire.DeleteAsync("v1/actions/channels/c-1" + wire.Team)).AssertStatus(200);
    }

    [TestMethod]
    public async Task A_seeded_channel_is_updated_with_what_the_emulator_does_not_know()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { Strict = true });
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "t" });
        (await wire.PatchAsync(
            "v1/actions/channels/c?teamId=t",
            """{"name":"n","pigeonActionChannel":{"ring":5},"id":"x","teamId":"y","actionType":"z"}""")).AssertStatus(200);
        (await wire.PatchAsync("v1/actions/channels/c?teamId=t", """{"name":"m","pigeonActionChannel":{"colour":"grey"}}""")).AssertStatus(
            200);
        (await wire.GetAsync("v1/actions/channels/c?teamId=t")).AssertData(
            """{"id":"c","teamId":"t","name":"m","pigeonActionChannel":{"ring":5,"colour":"grey"}}""");
        (await wire.PatchAsync("v1/actions/channels/c?teamId=t", "{}")).AssertErrors("name");
    }

    [TestMethod]
    public async Task Rows_of_seeded_actions_have_only_the_fields_that_are_there()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.SeedAction(new JsonObject { ["name"] = "a", ["teamId"] = "t" });
        wire.Emulator.SeedAction(
            new JsonObject { ["name"] = "b c", ["teamId"] = "t", ["state"] = null, ["channelType"] = "pigeon", ["x"] = 1 });
        (await wire.GetAsync("v1/actions/actions?teamId=t")).AssertData(
            """[{"name":"a"},{"name":"b c","state":null,"channelType":"pigeon"}]""");
        (await wire.GetAsync("v1/actions/actions/b%20c?teamId=t")).AssertData(
            """{"name":"b c","teamId":"t","state":null,"channelType":"pigeon","x":1}""");
        (await wire.PutAsync("v1/actions/actions/a?teamId=t", """{"state":{"enabled":true},"new":{"y":[1]},"teamId":"u"}""")).AssertStatus(
            200);
        (await wire.GetAsync("v1/actions/actions/a?teamId=t")).AssertData(
            """{"name":"a","teamId":"t","state":{"enabled":true},"new":{"y":[1]}}""");
        (await wire.DeleteAsync("v1/actions/actions/b%20c?teamId=t")).AssertStatus(200);
    }

    [TestMethod]
    [DataRow("""{"name":"a"}""", 422)]
    [DataRow("""{"name":"a","state":5}""", 422)]
    [DataRow("""{"name":"a","state":{"enabled":"true"}}""", 422)]
    [DataRow("""{"name":"a","state":{"enabled":true}}""", 202)]
    [DataRow("""{"name":"a","state":{"enabled":true},"parameters":{}}""", 202)]
    [DataRow("""{"name":"a","state":{"enabled":true},"parameters":[5,{"name":6,"parameterType":[],"required":"x"}]}""", 202)]
    public async Task A_seeded_action_of_any_form_can_be_executed_or_refused(string action, int status)
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.SeedAction(JsonNode.Parse(action)!.AsObject());
        string body = Json.With(Samples.Execution, "ownerTeam", $$"""{"id":"{{wire.Emulator.TeamId}}"}""");
        (await wire.PostAsync("v1/actions/actions/executions/a", body)).AssertStatus(status);
    }

    [TestMethod]
    public async Task Seeds_are_copied_get_an_id_and_are_unique_within_their_team()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { IdGenerator = static () => "made" });
        var seed = new JsonObject { ["name"] = "n" };
        Assert.AreEqual("made", wire.Emulator.SeedChannel(seed));
        wire.Emulator.SeedAction(seed);
        Assert.HasCount(1, seed);
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedChannel(seed));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedAction(seed));
        seed["teamId"] = "other";
        wire.Emulator.SeedChannel(seed);
        wire.Emulator.SeedAction(seed);
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedChannel(new JsonObject { ["id"] = 5 }));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedChannel(new JsonObject { ["teamId"] = "" }));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedAction([]));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedAction(new JsonObject { ["name"] = null }));
    }
}
