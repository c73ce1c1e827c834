using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>
/// What the service has answered, it accepts: a seeded object that is sent back with a change elsewhere, whatever it has.
/// </summary>
[TestClass]
public sealed class AnsweredTests
{
    [TestMethod]
    [DataRow("""{"type":"modify","name":"n","enabled":true}""")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true}""")]
    [DataRow("""{"type":"auto-close","name":5,"enabled":"maybe","duration":{"timeAmount":"ten","timeUnit":"weeks"}}""")]
    [DataRow("""{"type":"auto-close","duration":{}}""")]
    [DataRow("""{"type":"notification-delay","name":"n","enabled":true,"delayOption":"next-month","untilHour":24,"untilMinute":-1}""")]
    [DataRow("""{"type":"notification-deduplication","name":"n","enabled":true,"deduplicationActionType":"other","count":1000}""")]
    [DataRow(
        """{"type":"modify","name":"n","enabled":true,"message":null,"details":{"a":1,"b":[true],"c":"x"},"tags":["x",5,"""
            + """null],"recipients":[{"type":"robot"}]}""")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","alertActions":"one","actions":5,"priority":"P9"}""")]
    [DataRow(
        """{"type":"notification-suppress","name":"n","enabled":true,"filter":{"type":"match-any-condition","conditions":"""
            + """[{"field":"mood","operation":"is"},5]}}""")]
    [DataRow("""{"type":"notification-suppress","name":"n","enabled":true,"filter":"all"}""")]
    public async Task A_policy_that_was_answered_is_accepted_back_with_another_change(string policy)
    {
        foreach (bool strict in new[] { false, true })
        {
            await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { Strict = strict });
            JsonObject seed = JsonNode.Parse(policy)!.AsObject();
            seed["id"] = "p";
            wire.Emulator.Seed(seed);
            (await wire.PutAsync("v1/policies/p", seed.ToJsonString())).AssertStatus(200);
            (await wire.GetAsync("v1/policies/p")).AssertData(seed.ToJsonString());
            seed["policyDescription"] = "changed";
            (await wire.PutAsync("v1/policies/p", seed.ToJsonString())).AssertStatus(200);
            (await wire.GetAsync("v1/policies/p")).AssertData(seed.ToJsonString());
        }
    }

    [TestMethod]
    [DataRow(24)]
    [DataRow(-1)]
    [DataRow(99)]
    public async Task Every_hour_that_was_answered_is_accepted_back_and_a_new_one_is_checked(int hour)
    {
        static string Policy(int start, int end) => $$$"""
            {"type":"notification-suppress","name":"n","enabled":true,
             "timeRestrictions":{"type":"time-of-day","restriction":{"startHour":{{{start}}},"startMin":0,"endHour":{{{end}}},"endMin":30} } }
            """;
        await using Wire wire = await Wire.StartAsync();
        string id = wire.Emulator.Seed(JsonNode.Parse(Policy(hour, 6))!.AsObject());
        (await wire.PutAsync($"v1/policies/{id}", Policy(hour, 7))).AssertStatus(200);
        (await wire.PutAsync($"v1/policies/{id}", Policy(hour, hour))).AssertErrors("timeRestrictions.restriction.endHour");
        (await wire.PutAsync($"v1/policies/{id}", Policy(8, 7))).AssertStatus(200);
        (await wire.PutAsync($"v1/policies/{id}", Policy(hour, 7))).AssertErrors("timeRestrictions.restriction.startHour");
        (await wire.PostAsync("v1/policies", Policy(hour, 6))).AssertErrors("timeRestrictions.restriction.startHour");
    }

    [TestMethod]
    [DataRow("""{"tags":["x",5]}""", """{"tags":[5,"x"]}""", "tags[0]")]
    [DataRow("""{"details":{"a":1}}""", """{"details":{"a":2}}""", "details.a")]
    [DataRow("""{"details":{"a":1}}""", """{"details":{"b":1}}""", "details.b")]
    [DataRow("""{"recipients":[{"type":"robot"}]}""", """{"recipients":[{"type":"user"},{"type":"robot"}]}""", "recipients[1].type")]
    [DataRow("""{"priority":"P9"}""", """{"priority":"P8"}""", "priority")]
    [DataRow("""{}""", """{"priority":"P9"}""", "priority")]
    public async Task What_was_answered_elsewhere_is_no_excuse(string before, string after, string wrong)
    {
        await using Wire wire = await Wire.StartAsync();
        string id = wire.Emulator.Seed(Policy(before));
        (await wire.PutAsync($"v1/policies/{id}", Policy(after).ToJsonString())).AssertErrors(wrong);

        static JsonObject Policy(string more)
        {
            JsonObject policy = JsonNode.Parse(more)!.AsObject();
            policy["type"] = "modify";
            policy["name"] = "n";
            policy["enabled"] = true;
            policy["message"] = "m";
            return policy;
        }
    }

    [TestMethod]
    public async Task A_channel_and_an_action_that_were_answered_are_accepted_back_and_keep_what_they_had()
    {
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { Strict = true });
        const string Channel =
            """{"id":"c","teamId":"t","actionType":"rest","name":5,"restActionChannel":{"url":7,"headers":{"a":1,"b":"x"}}}""";
        const string Action =
            """{"name":"a","teamId":"t","channelType":"pigeon","state":{"enabled":"perhaps"},"parameters":[{"name":"""
                + """5,"required":"maybe","valueType":7},9]}""";
        wire.Emulator.SeedChannel(JsonNode.Parse(Channel)!.AsObject());
        wire.Emulator.SeedAction(JsonNode.Parse(Action)!.AsObject());

        foreach (HttpMethod method in new[] { HttpMethod.Patch, HttpMethod.Put })
        {
            string update = Json.With(Channel, "restActionChannel.headers.b", $"\"{method}\"");
            (await wire.SendAsync(method, "v1/actions/channels/c?teamId=t", update)).AssertStatus(200);
            (await wire.GetAsync("v1/actions/channels/c?teamId=t")).AssertData(update);
        }

        string changed = Json.With(Action, "channelId", "\"c\"");
        (await wire.PutAsync("v1/actions/actions/a?teamId=t", changed)).AssertStatus(200);
        JsonNode read = (await wire.GetAsync("v1/actions/actions/a?teamId=t")).Data;
        Assert.AreEqual("c", (string?)read["channelId"]);
        Json.AssertEqual("""{"enabled":"perhaps"}""", read["state"]);
        Json.AssertEqual("9", read["parameters"]![1]);
        Json.AssertEqual("\"maybe\"", read["parameters"]![0]!["required"]);
        (await wire.PutAsync("v1/actions/actions/a?teamId=t", """{"channelType":"dove"}""")).AssertErrors("channelType");
    }
}
