using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>
/// A policy of a type that the document does not list survives a change by this client. (No oracle: the document does not know it.)
/// </summary>
[TestClass]
public sealed class UnknownPolicyTests
{
    [TestMethod]
    public async Task It_is_read_changed_and_written_back_whole()
    {
        await using OpsgenieEmulator service = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(service.ApiKey, service.Address);
        string id = service.Seed(JsonNode.Parse(
            """{"type":"notification-escalate","name":"again","enabled":true,"policyDescription":null,"filter":{"type":"match-"""
                + """some","share":0.50},"renotify":{"every":[1,2.0,null]}}""")!.AsObject());

        var policy = (UnknownPolicy)await client.Policies.GetAsync(id);
        Assert.AreEqual("notification-escalate", policy.Type.Value);
        Assert.IsInstanceOfType<UnknownFilter>(policy.Filter);
        policy.Enabled = false;
        policy.PolicyDescription = "now with a text";
        Assert.AreEqual("Updated", (await client.Policies.UpdateAsync(id, policy)).Result);

        JsonText.AssertSame(
            """{"type":"notification-escalate","name":"again","enabled":false,"policyDescription":"now with a """
                + """text","filter":{"type":"match-some","share":0.50},"renotify":{"every":[1,2.0,null]}}""",
            service.Requests[^1].Body);
        Assert.AreEqual(1, service.Requests[^1].Body.Split("policyDescription").Length - 1);
        Assert.AreEqual("notification-escalate", (await client.Policies.ListAsync()).Single().Type.Value);
    }
}
