using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace Quickstart;

/// <summary>
/// The service knows types of policies, and fields, that its documentation does not list. A client that drops them destroys a policy by
/// updating it; this one keeps them whole.
/// </summary>
internal sealed class UnknownTypeScenario(OpsgenieClient client, OpsgenieEmulator emulator, Report report)
{
    /// <summary>A policy as a newer service might answer it: the type, the filter and some fields are in no document.</summary>
    private const string FromTheFuture = """
        {
          "type": "notification-escalate",
          "name": "ask again",
          "enabled": true,
          "filter": { "type": "match-by-moon", "phase": { "name": "full", "hours": [22, 23, 0] } },
          "escalate": { "every": 5.50, "unit": "minutes", "until": null, "exact": 12345678901234567890 },
          "channels": ["sms", "voice"]
        }
        """;

    private const string KnownWithMore = """
        {
          "type": "auto-close",
          "name": "close, but not on holidays",
          "enabled": true,
          "duration": { "timeAmount": 3, "timeUnit": "minutes", "rounded": { "to": 1.0 } },
          "holidays": { "country": "SE", "except": [] }
        }
        """;

    public async Task RunAsync()
    {
        report.Section("Unknown types and fields: they survive reading and writing");
        await RoundTripAsync(FromTheFuture, policy =>
        {
            report.Check("the model of an unknown type", true, policy is UnknownPolicy);
            report.Check("its type", "notification-escalate", policy.Type.Value);
            report.Check("the model of an unknown filter", true, policy.Filter is UnknownFilter);
        });
        await RoundTripAsync(KnownWithMore, policy =>
        {
            report.Check("the model of a known type", true, policy is AutoClosePolicy);
            report.Check("its unknown field", JsonValueKind.Object, policy.AdditionalProperties["holidays"].ValueKind);
            report.Check("an unknown field below", 1, (policy as AutoClosePolicy)?.Duration.AdditionalProperties.Count);
        });
    }

    private async Task RoundTripAsync(string json, Action<Policy> check)
    {
        JsonObject expected = JsonNode.Parse(json)!.AsObject();
        string id = emulator.Seed(expected);

        Policy policy = await client.Policies.GetAsync(id);
        check(policy);
        report.Row(
            "Policies.GetAsync",
            $"{policy.Type} \"{policy.Name}\"",
            $"{policy.GetType().Name}, also {string.Join(", ", policy.AdditionalProperties.Keys)}");

        policy.Name += ", renamed";
        ResultResponse result = await client.Policies.UpdateAsync(id, policy);

        // Compared with what went over the wire, not with what the same models read.
        JsonNode sent = JsonNode.Parse(emulator.Requests[^1].Body)!;
        expected["name"] = policy.Name;
        report.Check("the request is the answer, renamed", true, JsonNode.DeepEquals(expected, sent));
        foreach ((string name, JsonNode? value) in expected)
        {
            report.Check($"{name} as it was sent", value?.ToJsonString(), sent[name]?.ToJsonString());
        }

        report.Row("Policies.UpdateAsync", $"{policy.Type} \"{policy.Name}\"", $"{result.Result}, nothing lost");
        await client.Policies.DeleteAsync(id);
    }
}
