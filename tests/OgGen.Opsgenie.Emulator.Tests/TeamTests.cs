using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>The list of teams.</summary>
[TestClass]
public sealed class TeamTests
{
    [TestMethod]
    public async Task Every_team_that_was_seeded_or_owns_something_is_listed_once()
    {
        await using Wire wire = await Wire.StartAsync();
        string own = wire.Emulator.TeamId;
        Assert.AreEqual(
            "t-1",
            wire.Emulator.SeedTeam(new JsonObject { ["id"] = "t-1", ["name"] = "ops", ["members"] = new JsonArray(), ["x"] = null }));
        wire.Emulator.SeedTeam(new JsonObject { ["id"] = own });
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "t-1" });
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "t-2" });
        wire.Emulator.SeedAction(new JsonObject { ["name"] = "a", ["teamId"] = "t-2" });
        wire.Emulator.SeedAction(new JsonObject { ["name"] = "a", ["teamId"] = "t-3" });
        Reply reply = await wire.GetAsync("v2/teams");
        reply.AssertStatus(200);
        reply.AssertData($$"""
            [{"id":"t-1","name":"ops","members":[],"x":null},{"id":"{{own}}"},
             {"id":"t-2","name":"team t-2","description":""},{"id":"t-3","name":"team t-3","description":""}]
            """);
    }

    [TestMethod]
    public async Task The_team_to_use_is_listed_without_a_seed()
    {
        await using Wire wire = await Wire.StartAsync();
        string own = wire.Emulator.TeamId;
        (await wire.GetAsync("v2/teams")).AssertData($$"""[{"id":"{{own}}","name":"team {{own}}","description":""}]""");
        (await wire.PostAsync("v2/teams", "{}")).AssertStatus(405);
    }

    [TestMethod]
    public async Task Seeds_are_copied_get_an_id_are_unique_and_in_the_snapshot()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { IdGenerator = static () => "made" });
        var seed = new JsonObject { ["name"] = "n" };
        Assert.AreEqual("made", wire.Emulator.SeedTeam(seed));
        Assert.HasCount(1, seed);
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedTeam(seed));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedTeam(new JsonObject { ["id"] = 5 }));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.SeedTeam(new JsonObject { ["id"] = "" }));

        await using Wire second = await Wire.StartAsync();
        second.Emulator.Restore(wire.Emulator.TakeSnapshot());
        Assert.AreEqual((await wire.GetAsync("v2/teams")).Data.ToJsonString(), (await second.GetAsync("v2/teams")).Data.ToJsonString());
    }
}
