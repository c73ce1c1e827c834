using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class SeedTests
{
    private const string Escalate = """
        {"type":"notification-escalate","id":"r-1","name":"escalate","enabled":true,"escalateEvery":{"amount":5,"odd":[1,null]},"filter":{"type":"match-all","new":true}}
        """;

    [TestMethod]
    public async Task A_policy_of_an_unknown_type_is_answered_whole()
    {
        await using Wire wire = await Wire.StartAsync();
        Assert.AreEqual("r-1", wire.Emulator.Seed(JsonNode.Parse(Escalate)!.AsObject()));
        (await wire.GetAsync("v1/policies/r-1")).AssertData(Escalate);
        (await wire.GetAsync("v1/policies")).AssertData(
            """[{"id":"r-1","name":"escalate","type":"notification-escalate","order":0,"enabled":true}]""");
    }

    [TestMethod]
    public async Task A_policy_of_an_unknown_type_survives_an_update_whole()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Seed(JsonNode.Parse(Escalate)!.AsObject());
        string changed = Json.With(Json.With(Escalate, "name", "\"changed\""), "escalateEvery.amount", "6");
        (await wire.PutAsync("v1/policies/r-1", Json.With(changed, "id", "\"another\""))).AssertStatus(200);
        (await wire.GetAsync("v1/policies/r-1")).AssertData(changed);
    }

    [TestMethod]
    public async Task Unknown_fields_of_a_seeded_policy_survive_an_update_that_sends_them()
    {
        await using Wire wire = await Wire.StartAsync();
        JsonObject seed = JsonNode.Parse(Samples.Suppress)!.AsObject();
        seed["enabled"] = true;
        seed["newField"] = new JsonObject { ["a"] = 1 };
        seed["filter"]!["newField"] = 2;
        string id = wire.Emulator.Seed(seed);
        seed["id"] = id;
        seed["name"] = "changed";
        (await wire.PutAsync($"v1/policies/{id}", seed.ToJsonString())).AssertStatus(200);
        (await wire.GetAsync($"v1/policies/{id}")).AssertData(seed.ToJsonString());

        seed.Remove("newField");
        (await wire.PutAsync($"v1/policies/{id}", seed.ToJsonString())).AssertStatus(200);
        (await wire.GetAsync($"v1/policies/{id}")).AssertData(seed.ToJsonString());
    }

    [TestMethod]
    public async Task A_seeded_policy_of_a_known_type_is_still_checked()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = wire.Emulator.Seed(new JsonObject { ["type"] = "auto-close", ["name"] = "n", ["enabled"] = true });
        (await wire.PutAsync($"v1/policies/{id}", """{"type":"auto-close","name":"n","enabled":true,"duration":5}""")).AssertErrors(
            "duration");
    }

    [TestMethod]
    public async Task Enabled_of_a_seeded_policy_may_be_sent_as_a_string_too()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = wire.Emulator.Seed(new JsonObject { ["type"] = "notification-suppress", ["name"] = "n", ["enabled"] = true });
        (await wire.PutAsync($"v1/policies/{id}", """{"type":"notification-suppress","name":"n","enabled":"false"}""")).AssertStatus(200);
        Json.AssertEqual("false", (await wire.GetAsync($"v1/policies/{id}")).Data["enabled"]);
    }

    [TestMethod]
    public async Task A_policy_cannot_become_another_unknown_type()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Seed(JsonNode.Parse(Escalate)!.AsObject());
        (await wire.PutAsync("v1/policies/r-1", Json.With(Escalate, "type", "\"notification-other\""))).AssertErrors("type");
        (await wire.PutAsync("v1/policies/r-1", Json.With(Escalate, "type", null))).AssertErrors("type");
    }

    [TestMethod]
    public async Task A_seeded_policy_is_enabled_moved_and_deleted_like_any_other()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Seed(JsonNode.Parse(Escalate)!.AsObject());
        await wire.CreatePolicyAsync(Json.With(Samples.Suppress, "name", "\"s\""));
        (await wire.PostAsync("v1/policies/r-1/disable")).AssertStatus(200);
        (await wire.PostAsync("v1/policies/r-1/change-order", """{"targetIndex":1}""")).AssertStatus(200);
        Assert.AreEqual("s:0 escalate:1", await wire.ListedPoliciesAsync());
        (await wire.GetAsync("v1/policies/r-1")).AssertData(Json.With(Escalate, "enabled", "false"));
        (await wire.DeleteAsync("v1/policies/r-1")).AssertStatus(200);
    }

    [TestMethod]
    public async Task A_seed_is_copied_and_gets_an_id()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { IdGenerator = static () => "made" });
        var seed = new JsonObject { ["type"] = "x" };
        Assert.AreEqual("made", wire.Emulator.Seed(seed));
        seed["type"] = "changed";
        (await wire.GetAsync("v1/policies/made")).AssertData("""{"id":"made","type":"x"}""");
        (await wire.GetAsync("v1/policies")).AssertData("""[{"id":"made","type":"x","order":0}]""");
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.Seed(new JsonObject { ["type"] = "x", ["id"] = "made" }));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.Seed([]));
        Assert.ThrowsExactly<ArgumentException>(() => wire.Emulator.Seed(new JsonObject { ["type"] = "x", ["id"] = 5 }));
    }
}
