using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class PolicyTests
{
    [TestMethod]
    public async Task Create_answers_201_with_id_name_type_and_enabled()
    {
        await using Wire wire = await Wire.StartAsync(
            new OpsgenieEmulatorOptions { IdGenerator = static () => "id-1", RequestIdGenerator = static () => "request-1" });
        Reply reply = await wire.PostAsync("v1/policies", Samples.AutoClose);
        reply.AssertStatus(201);
        reply.AssertData("""{"id":"id-1","name":"auto close policy","type":"auto-close","enabled":true}""");
        Assert.AreEqual("request-1", (string?)reply.Body["requestId"]);
        Assert.IsGreaterThan(0, (double)reply.Body["took"]!);
    }

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("false", false)]
    [DataRow("\"true\"", true)]
    [DataRow("\"false\"", false)]
    public async Task Booleans_may_be_strings_and_are_answered_as_booleans(string sent, bool answered)
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "enabled", sent));
        Reply reply = await wire.GetAsync($"v1/policies/{id}");
        Json.AssertEqual(answered ? "true" : "false", reply.Data["enabled"]);
    }

    [TestMethod]
    public async Task Unknown_fields_are_ignored_and_lost_at_every_depth()
    {
        await using Wire wire = await Wire.StartAsync();
        string body = Json.With(Samples.AutoClose, "alertDescription", "\"x\"");
        body = Json.With(body, "duration.timeUnits", "\"x\"");
        body = Json.With(body, "filter.conditions[0].expectedValues", "\"x\"");
        body = Json.With(body, "timeRestrictions.restriction.startMinute", "3");
        string id = await wire.CreatePolicyAsync(body);
        string whole = (await wire.GetAsync($"v1/policies/{id}")).Body.ToJsonString();
        foreach (string lost in new[] { "alertDescription", "timeUnits", "expectedValues", "startMinute" })
        {
            Assert.DoesNotContain(lost, whole);
        }
    }

    [TestMethod]
    public async Task Update_replaces_all_but_the_id()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        Reply reply = await wire.PutAsync(
            $"v1/policies/{id}", """{"type":"auto-close","name":"n","enabled":false,"duration":{"timeAmount":1,"timeUnit":"days"}}""");
        reply.AssertStatus(200);
        Assert.AreEqual("Updated", (string?)reply.Body["result"]);
        (await wire.GetAsync($"v1/policies/{id}")).AssertData(
            $$"""{"id":"{{id}}","type":"auto-close","name":"n","enabled":false,"duration":{"timeAmount":1,"timeUnit":"days"} }""");
    }

    [TestMethod]
    public async Task Update_is_checked_like_create_and_changes_nothing_when_refused()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        Reply before = await wire.GetAsync($"v1/policies/{id}");
        (await wire.PutAsync($"v1/policies/{id}", """{"type":"auto-close","name":"n","enabled":true}""")).AssertErrors("duration");
        (await wire.GetAsync($"v1/policies/{id}")).AssertData(before.Data.ToJsonString());
    }

    [TestMethod]
    public async Task Delete_removes_and_a_second_delete_is_not_found()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        Reply reply = await wire.DeleteAsync($"v1/policies/{id}");
        reply.AssertStatus(200);
        Assert.AreEqual("Deleted", (string?)reply.Body["result"]);
        (await wire.DeleteAsync($"v1/policies/{id}")).AssertStatus(404);
        Assert.AreEqual("", await wire.ListedPoliciesAsync());
    }

    [TestMethod]
    public async Task Disable_and_enable_switch_the_policy()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        foreach ((string call,
            string result,
            bool enabled) in new[] { ("disable", "Disabled", false), ("disable", "Disabled", false), ("enable", "Enabled", true) })
        {
            Reply reply = await wire.PostAsync($"v1/policies/{id}/{call}");
            reply.AssertStatus(200);
            Assert.AreEqual(result, (string?)reply.Body["result"]);
            Assert.AreEqual(enabled, (bool)(await wire.GetAsync($"v1/policies/{id}")).Data["enabled"]!);
            Assert.AreEqual(enabled, (bool)(await wire.GetAsync("v1/policies")).Data[0]!["enabled"]!);
        }
    }

    [TestMethod]
    [DataRow("GET", "v1/policies/nobody", null)]
    [DataRow("PUT", "v1/policies/nobody", "{}")]
    [DataRow("DELETE", "v1/policies/nobody", null)]
    [DataRow("POST", "v1/policies/nobody/enable", null)]
    [DataRow("POST", "v1/policies/nobody/disable", null)]
    [DataRow("POST", "v1/policies/nobody/change-order", "{\"targetIndex\":0}")]
    public async Task An_unknown_policy_is_not_found(string method, string path, string? body)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.SendAsync(new HttpMethod(method), path, body);
        reply.AssertStatus(404);
        Assert.Contains("nobody", (string)reply.Body["message"]!);
        Assert.AreEqual("NotFound", reply.Header("X-Opsgenie-Errortype"));
    }

    [TestMethod]
    public async Task A_condition_gets_the_defaults_that_the_sample_answer_shows()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(
            Json.With(Samples.AutoClose, "filter.conditions", """[{"field":"alias","operation":"is-empty"}]"""));
        Reply reply = await wire.GetAsync($"v1/policies/{id}");
        Json.AssertEqual(
            """[{"field":"alias","operation":"is-empty","not":false,"expectedValue":"","order":0}]""", reply.Data["filter"]!["conditions"]);
    }

    [TestMethod]
    public async Task A_duration_without_a_unit_is_in_minutes()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Json.With(Samples.AutoClose, "duration.timeUnit", null));
        Json.AssertEqual("""{"timeAmount":10,"timeUnit":"minutes"}""", (await wire.GetAsync($"v1/policies/{id}")).Data["duration"]);
    }

    [TestMethod]
    public async Task A_delay_for_a_duration_loses_its_redundant_time()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Json.With(Samples.DelayFor, "untilHour", "9"));
        Assert.IsNull((await wire.GetAsync($"v1/policies/{id}")).Data["untilHour"]);
    }

    [TestMethod]
    public async Task A_modify_policy_keeps_every_documented_field()
    {
        await using Wire wire = await Wire.StartAsync();
        const string Body = """
            {
                "type":"modify","policyDescription":"p","name":"n","enabled":true,"filter":{"type":"match-all"},
                "message":"m","continue":true,"alias":"a","description":"d","entity":"e","source":"s",
                "ignoreOriginalAlertActions":true,"alertActions":["x","y"],"ignoreOriginalDetails":true,"details":{"k":"v","":"empty key"},
                "ignoreOriginalRecipients":false,
                "recipients":[{"type":"schedule","id":"i"},{"type":"team","name":"t"},{"type":"user","username":"u@example.com"},{"type":"all"}],
                "ignoreOriginalTags":true,"tags":["t"],"ignoreOriginalTeams":true,"priority":"P1"
            }
            """;
        string id = await wire.CreatePolicyAsync(Body);
        Reply reply = await wire.GetAsync($"v1/policies/{id}");
        JsonObject data = reply.Data.AsObject();
        Assert.IsTrue(data.Remove("id"));
        Json.AssertEqual(Body, data);
    }

    [TestMethod]
    public async Task An_identifier_is_one_percent_decoded_segment()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Seed(new JsonObject { ["id"] = "a/b c%", ["type"] = "auto-close", ["name"] = "odd" });
        Reply reply = await wire.GetAsync("v1/policies/a%2Fb%20c%25");
        reply.AssertStatus(200);
        Assert.AreEqual("odd", (string?)reply.Data["name"]);
    }

    [TestMethod]
    public async Task Concurrent_creates_are_all_kept_in_one_order()
    {
        await using Wire wire = await Wire.StartAsync();
        await Parallel.ForAsync(0, 64, async (_, _) => await wire.CreatePolicyAsync(Samples.AutoClose));
        JsonArray rows = (await wire.GetAsync("v1/policies")).Data.AsArray();
        CollectionAssert.AreEqual(Enumerable.Range(0, 64).ToArray(), rows.Select(static row => (int)row!["order"]!).ToArray());
        Assert.HasCount(64, rows.Select(static row => (string)row!["id"]!).Distinct());
    }
}
