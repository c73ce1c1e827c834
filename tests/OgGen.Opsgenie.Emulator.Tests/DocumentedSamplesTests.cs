namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>Every request that the documents show is accepted.</summary>
[TestClass]
public sealed class DocumentedSamplesTests
{
    public static IEnumerable<(string Name, string Body)> Policies =>
    [
        ("auto-close", Samples.AutoClose),
        ("auto-restart", Samples.AutoRestart),
        ("deduplication", Samples.Deduplication),
        ("value-based", Samples.ValueBased),
        ("modify", Samples.Modify),
        ("modify as printed", Samples.ModifyAsPrinted),
        ("delay until", Samples.DelayUntil),
        ("delay for", Samples.DelayFor),
        ("suppress", Samples.Suppress),
        ("match-all", Json.With(Samples.Suppress, "filter", """{ "type": "match-all" }""")),
        ("match-any", Json.With(Samples.Suppress, "filter", Samples.AnyFilter)),
        ("week", Json.With(Samples.Suppress, "timeRestrictions", Samples.WeekRestrictions)),
        ("days", Json.With(Samples.AutoClose, "duration", """{"timeAmount":5,"timeUnit":"days"}""")),
        ("recipients", Json.With(Samples.Modify, "recipients", """
            [{"type":"schedule","id":"b3578948-55b3-4acc-9bf1-2ce2db3brsa2"},{"type":"team","name":"ops_team"},{"type":"user","username":"user@opsgenie.com"}]
            """)),
        ("no recipients", Json.With(Samples.Modify, "recipients", """[{"type":"none"}]""")),
    ];

    [TestMethod]
    [DynamicData(nameof(Policies))]
    public async Task A_documented_policy_is_created_and_updated(string name, string body)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply created = await wire.PostAsync("v1/policies", body);
        created.AssertStatus(201);
        Reply updated = await wire.PutAsync($"v1/policies/{created.Data["id"]}", body);
        updated.AssertStatus(200);
        Assert.AreEqual("Updated", (string?)updated.Body["result"], name);
    }

    public static IEnumerable<(string Name, string Body)> Channels =>
    [
        ("aws-systems-manager", Samples.SystemsManagerChannel),
        ("rest", Samples.RestChannel),
        ("aws-sns", Samples.SnsChannel),
        ("oec", Samples.OecChannel),
    ];

    [TestMethod]
    [DynamicData(nameof(Channels))]
    public async Task A_documented_channel_is_created_and_kept(string name, string body)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply created = await wire.PostAsync($"v1/actions/channels{wire.Team}", body);
        created.AssertStatus(201);
        Reply read = await wire.GetAsync($"v1/actions/channels/{created.Data["id"]}{wire.Team}");
        foreach ((string member, System.Text.Json.Nodes.JsonNode? value) in System.Text.Json.Nodes.JsonNode.Parse(body)!.AsObject())
        {
            Json.AssertEqual(value!.ToJsonString(), read.Data[member]);
        }

        Assert.AreEqual(name, (string?)read.Data["actionType"]);
    }

    /// <summary>The body that has the fields of the sample answer of "Get Policy" is answered as that sample.</summary>
    [TestMethod]
    public async Task Get_policy_answers_as_the_sample_does()
    {
        await using Wire wire = await Wire.StartAsync(
            new OpsgenieEmulatorOptions { IdGenerator = static () => "2b228902-cc04-4f8a-b64f-a381f1289c9b" });
        string id = await wire.CreatePolicyAsync(Samples.ValueBased);
        (await wire.GetAsync($"v1/policies/{id}")).AssertData("""
            {
                "type": "notification-deduplication",
                "policyDescription": "notification deduplication description",
                "id": "2b228902-cc04-4f8a-b64f-a381f1289c9b",
                "name": "notification deduplication policy value-based",
                "enabled": true,
                "filter": {
                    "type": "match-all-conditions",
                    "conditions": [
                        {"field": "message", "not": false, "operation": "contains", "expectedValue": "message", "order": 0},
                        {"field": "recipients", "not": true, "operation": "contains", "expectedValue": "recipient", "order": 0}
                    ]
                },
                "timeRestrictions": {
                    "type": "time-of-day",
                    "restriction": {"startHour": 20, "endHour": 5, "startMin": 23, "endMin": 10}
                },
                "deduplicationActionType": "value-based",
                "count": 10
            }
            """);
    }
}
