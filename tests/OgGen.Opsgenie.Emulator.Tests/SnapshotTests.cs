using System.Text;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>The whole state out of one emulator and into another.</summary>
[TestClass]
public sealed class SnapshotTests
{
    private const string Unknown = """
        {"type":"notification-escalate","id":"r-1","name":"é \" \\ 🙂 </x>","enabled":"maybe","big":12345678901234567890123,"small":1.0,"exp":1e2,"odd":[1,null,{"x":{}}]}
        """;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_restored_emulator_answers_as_the_first_one(bool throughAStream)
    {
        await using Wire first = await FullAsync();
        await using Wire second = await Wire.StartAsync(new OpsgenieEmulatorOptions { ExecutionsNeedPolls = 0 });
        string team = first.Emulator.TeamId;
        JsonObject snapshot = first.Emulator.TakeSnapshot();
        if (throughAStream)
        {
            using var stream = new MemoryStream();
            await first.Emulator.SaveAsync(stream);
            stream.Position = 0;
            await second.Emulator.LoadAsync(stream);
        }
        else
        {
            second.Emulator.Restore(snapshot);
        }

        Assert.AreEqual(snapshot.ToJsonString(), second.Emulator.TakeSnapshot().ToJsonString());
        Assert.AreEqual(team, second.Emulator.TeamId);
        List<string> paths =
        [
            "v1/policies",
            $"v1/actions/channels{first.Team}",
            $"v1/actions/actions{first.Team}",
            "v1/actions/actions?teamId=other",
        ];
        paths.AddRange((await first.GetAsync("v1/policies")).Data.AsArray().Select(static row => $"v1/policies/{row!["id"]}"));
        foreach (string path in paths)
        {
            Assert.AreEqual((await first.GetAsync(path)).Data.ToJsonString(), (await second.GetAsync(path)).Data.ToJsonString(), path);
        }

        foreach (Wire wire in new[] { first, second })
        {
            // What is still to come is restored too: the polls that are left, what seeds may do, the names of members.
            (await wire.GetAsync("v1/actions/actions/executions/execution")).AssertStatus(404);
            (await wire.GetAsync("v1/actions/actions/executions/execution")).AssertStatus(200);
            (await wire.PutAsync("v1/policies/r-1", Json.With(Unknown, "small", "2"))).AssertStatus(200);
            (await wire.GetAsync("v1/policies/r-1")).AssertData(Json.With(Unknown, "small", "2"));
            string id = (string)snapshot["members"]!.AsObject().Single(static member => (string?)member.Value == "user@opsgenie.com").Key;
            Reply action = await wire.PutAsync(
                $"v1/actions/actions/seeded{first.Team}", $$$"""{"permissions":{"allowedMembers":[{"id":"{{{id}}}"}]},"later":1}""");
            Json.AssertEqual("1", action.Data["later"]);
            Json.AssertEqual("\"user@opsgenie.com\"", action.Data["permissions"]!["allowedMembers"]![0]!["username"]);
        }
    }

    [TestMethod]
    public async Task A_snapshot_is_a_copy_and_a_restore_replaces_everything()
    {
        await using Wire wire = await FullAsync();
        JsonObject before = wire.Emulator.TakeSnapshot();
        string text = before.ToJsonString();
        (await wire.DeleteAsync("v1/policies/r-1")).AssertStatus(200);
        await wire.CreatePolicyAsync(Samples.AutoRestart);
        (await wire.PostAsync("v1/actions/channels?teamId=t", Samples.OecChannel)).AssertStatus(201);
        Assert.AreEqual(text, before.ToJsonString());

        wire.Emulator.Restore(before);
        before["policies"]![0]!["object"]!["name"] = "changed after";
        Assert.AreEqual(text, wire.Emulator.TakeSnapshot().ToJsonString());

        await using OpsgenieEmulator empty = await OpsgenieEmulator.StartAsync();
        wire.Emulator.Restore(empty.TakeSnapshot());
        Assert.AreEqual("", await wire.ListedPoliciesAsync());
        Assert.AreEqual(empty.TeamId, wire.Emulator.TeamId);
    }

    [TestMethod]
    public async Task A_snapshot_can_be_taken_after_disposal_and_has_no_keys()
    {
        await using Wire wire = await FullAsync();
        await wire.Emulator.DisposeAsync();
        string text = wire.Emulator.TakeSnapshot().ToJsonString();
        Assert.Contains("escalate", text);
        Assert.DoesNotContain(wire.Emulator.ApiKey, text);
        Assert.DoesNotContain(wire.Emulator.ReadOnlyApiKey, text);
    }

    [TestMethod]
    public async Task A_saved_snapshot_is_text_for_people_and_leaves_the_stream_open()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        emulator.Seed(new JsonObject { ["type"] = "x", ["name"] = "é <" });
        using var stream = new MemoryStream();
        await emulator.SaveAsync(stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("{\n  \"format\": \"OgGen.Opsgenie.Emulator/1\",\n", text);
        Assert.Contains("\"name\": \"é <\"", text);
        Assert.EndsWith("}\n", text);
        stream.Position = 0;
        await emulator.LoadAsync(stream);
        Assert.IsTrue(stream.CanRead);
    }

    [TestMethod]
    [DataRow("format", null, "format")]
    [DataRow("format", "\"OgGen.Opsgenie.Emulator/2\"", "OgGen.Opsgenie.Emulator/2")]
    [DataRow("teamId", "5", "teamId")]
    [DataRow("policies", null, "policies")]
    [DataRow("policies", "{}", "policies")]
    [DataRow("policies[0]", "5", "policies[0]")]
    [DataRow("policies[0].object", null, "policies[0].object")]
    [DataRow("policies[0].seeded", "\"yes\"", "policies[0].seeded")]
    [DataRow("policies[1].object.id", null, "policies[1].object.id")]
    [DataRow("policies[1].object.type", "[]", "policies[1].object.type")]
    [DataRow("policies[1].object.id", "\"r-1\"", "the same id")]
    [DataRow("channels[0].object.id", "7", "channels[0].object.id")]
    [DataRow("channels[0].object.teamId", null, "channels[0].object.teamId")]
    [DataRow("channels[1].object.id", "\"c-1\"", "channels[1]")]
    [DataRow("actions[0].object.name", null, "actions[0].object.name")]
    [DataRow("executions[0].requestId", null, "executions[0].requestId")]
    [DataRow("executions[0].pollsLeft", "-1", "executions[0].pollsLeft")]
    [DataRow("executions[0].pollsLeft", "1.5", "executions[0].pollsLeft")]
    [DataRow("executions[0].status", null, "executions[0].status")]
    [DataRow("teams", "{}", "teams")]
    [DataRow("members", "[]", "members")]
    [DataRow("members.x", "5", "members.x")]
    [DataRow("policy", "[]", "policy")]
    public async Task A_bad_snapshot_is_refused_by_the_place_and_changes_nothing(string path, string? value, string said)
    {
        await using Wire wire = await FullAsync();
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c-2" });
        string text = wire.Emulator.TakeSnapshot().ToJsonString();
        if (path == "policies[1].object.id" && value is not null)
        {
            text = Json.With(text, "policies[0].object.id", value);
        }

        JsonObject bad = JsonNode.Parse(Json.With(text, path, value))!.AsObject();
        text = wire.Emulator.TakeSnapshot().ToJsonString();
        InvalidDataException exception = Assert.ThrowsExactly<InvalidDataException>(() => wire.Emulator.Restore(bad));
        Assert.Contains(said, exception.Message);
        Assert.AreEqual(text, wire.Emulator.TakeSnapshot().ToJsonString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{\"format\":")]
    [DataRow("{\"format\":\"OgGen.Opsgenie.Emulator/1\",\"format\":\"OgGen.Opsgenie.Emulator/1\"}")]
    [DataRow("{\"format\":\"\\ud800\"}")]
    [DataRow("{}")]
    public async Task A_stream_that_is_no_snapshot_is_refused(string text)
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        InvalidDataException exception = await Assert.ThrowsExactlyAsync<InvalidDataException>(() => emulator.LoadAsync(stream));
        Assert.Contains("snapshot", exception.Message);
    }

    [TestMethod]
    public async Task What_is_deep_comes_back()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        JsonNode deep = new JsonArray();
        for (int i = 0; i < 500; i++)
        {
            deep = new JsonArray(deep);
        }

        emulator.Seed(new JsonObject { ["type"] = "x", ["deep"] = deep });
        using var stream = new MemoryStream();
        await emulator.SaveAsync(stream);
        stream.Position = 0;
        await emulator.LoadAsync(stream);
        Assert.IsTrue(JsonNode.DeepEquals(deep, emulator.TakeSnapshot()["policies"]![0]!["object"]!["deep"]));
    }

    /// <summary>An emulator that has something of everything.</summary>
    private static async Task<Wire> FullAsync()
    {
        int ids = 0;
        Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions
        {
            ExecutionsNeedPolls = 2,
            RequestIdGenerator = static () => "execution",
            IdGenerator = () => $"id-{++ids}",
        });
        foreach ((string name, string body) in DocumentedSamplesTests.Policies)
        {
            await wire.CreatePolicyAsync(Json.With(body, "name", $"\"{name}\""));
        }

        wire.Emulator.Seed(JsonNode.Parse(Unknown)!.AsObject());
        (await wire.PostAsync("v1/policies/r-1/change-order", """{"targetIndex":1}""")).AssertStatus(200);
        wire.Emulator.SeedChannel(new JsonObject { ["id"] = "c-1" });
        (await wire.PostAsync($"v1/actions/channels{wire.Team}", Samples.RestChannel)).AssertStatus(201);
        (await wire.PostAsync("v1/actions/channels?teamId=other", Samples.SnsChannel)).AssertStatus(201);
        wire.Emulator.SeedAction(new JsonObject { ["name"] = "seeded", ["extra"] = true });
        (await wire.PostAsync("v1/actions/actions?teamId=other", Samples.Action)).AssertStatus(201);
        (await wire.PostAsync("v1/actions/actions" + Samples.ExecutionTeam, Samples.EnabledAction)).AssertStatus(201);
        (await wire.PutAsync(
            $"v1/actions/actions/seeded{wire.Team}",
            """{"permissions":{"allowedMembers":[{"username":"user@opsgenie.com"}]}}""")).AssertStatus(200);
        string action = Uri.EscapeDataString((string)JsonNode.Parse(Samples.EnabledAction)!["name"]!);
        (await wire.PostAsync($"v1/actions/actions/executions/{action}", Samples.Execution)).AssertStatus(202);
        (await wire.GetAsync("v1/actions/actions/executions/execution")).AssertStatus(404);
        return wire;
    }
}
