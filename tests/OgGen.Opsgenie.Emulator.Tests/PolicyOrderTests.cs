using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class PolicyOrderTests
{
    [TestMethod]
    public async Task The_list_is_in_groups_and_order_restarts_in_each()
    {
        await using Wire wire = await Wire.StartAsync();
        foreach ((string name, string body) in new[]
        {
            ("m1", Samples.Modify), ("d1", Samples.Deduplication), ("c1", Samples.AutoClose), ("s1", Samples.Suppress),
            ("r1", Samples.AutoRestart),
            ("w1", Samples.DelayUntil), ("c2", Samples.AutoClose), ("m2", Samples.Modify),
            ("r2", Samples.AutoRestart),
        })
        {
            await wire.CreatePolicyAsync(Json.With(body, "name", $"\"{name}\""));
        }

        wire.Emulator.Seed(new JsonObject { ["type"] = "other", ["name"] = "o1" });
        wire.Emulator.Seed(new JsonObject { ["type"] = "notification-escalate", ["name"] = "n1" });
        Assert.AreEqual("r1:0 r2:1 c1:0 c2:1 d1:0 s1:1 w1:2 n1:3 m1:0 m2:1 o1:0", await wire.ListedPoliciesAsync());
    }

    [TestMethod]
    public async Task A_row_has_id_name_type_order_and_enabled_only()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        (await wire.GetAsync("v1/policies")).AssertData(
            $$"""[{"id":"{{id}}","name":"auto close policy","type":"auto-close","order":0,"enabled":true}]""");
    }

    [TestMethod]
    [DataRow(0, "c:0 a:1 b:2 m:0")]
    [DataRow(1, "a:0 c:1 b:2 m:0")]
    [DataRow(2, "a:0 b:1 c:2 m:0")]
    [DataRow(3, "a:0 b:1 c:2 m:0")]
    [DataRow(99999999999, "a:0 b:1 c:2 m:0")]
    public async Task Change_order_moves_within_the_group_and_beyond_the_end_means_last(long target, string expected)
    {
        await using Wire wire = await Wire.StartAsync();
        await wire.CreatePolicyAsync(Json.With(Samples.Modify, "name", "\"m\""));
        string id = "";
        foreach (string name in new[] { "a", "b", "c" })
        {
            id = await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "name", $"\"{name}\""));
        }

        Reply reply = await wire.PostAsync($"v1/policies/{id}/change-order", $$"""{"targetIndex":{{target}}}""");
        reply.AssertStatus(200);
        Assert.AreEqual("Order Changed", (string?)reply.Body["result"]);
        Assert.AreEqual(expected, await wire.ListedPoliciesAsync());
    }

    [TestMethod]
    public async Task The_documented_change_order_sample_moves_the_first_to_the_end()
    {
        await using Wire wire = await Wire.StartAsync();
        string first = await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "name", "\"a\""));
        await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "name", "\"b\""));
        (await wire.PostAsync($"v1/policies/{first}/change-order", Samples.ChangeOrder)).AssertStatus(200);
        Assert.AreEqual("b:0 a:1", await wire.ListedPoliciesAsync());
    }

    [TestMethod]
    [DataRow("""{"targetIndex":-1}""")]
    [DataRow("""{"targetIndex":1.5}""")]
    [DataRow("""{"targetIndex":"1"}""")]
    [DataRow("""{"targetIndex":null}""")]
    [DataRow("""{}""")]
    public async Task Change_order_needs_a_whole_number_from_0(string body)
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        (await wire.PostAsync($"v1/policies/{id}/change-order", body)).AssertErrors("targetIndex");
    }

    [TestMethod]
    public async Task Update_keeps_the_place_and_a_change_of_group_goes_to_its_end()
    {
        await using Wire wire = await Wire.StartAsync();
        string a = await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "name", "\"a\""));
        await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "name", "\"b\""));
        await wire.CreatePolicyAsync(Json.With(Samples.Modify, "name", "\"m\""));
        (await wire.PutAsync($"v1/policies/{a}", Json.With(Samples.AutoClose, "name", "\"A\""))).AssertStatus(200);
        Assert.AreEqual("A:0 b:1 m:0", await wire.ListedPoliciesAsync());
        (await wire.PutAsync($"v1/policies/{a}", Json.With(Samples.Modify, "name", "\"A\""))).AssertStatus(200);
        Assert.AreEqual("b:0 m:0 A:1", await wire.ListedPoliciesAsync());
    }
}
