using System.Text;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Keeping;

/// <summary>
/// Get, change one member, update: the service is sent the JSON that it answered, but for that member and what it assigns itself.
/// </summary>
[TestClass]
public sealed class KeepingPropertyTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(30)]
    public async Task A_policy_is_sent_as_it_was_read_but_for_one_member(int odd)
    {
        using var service = new StubService();
        using OpsgenieClient client = Connect(service);
        var payloads = new RandomPayloads(new Random(odd)) { Odd = odd };
        var changed = new Dictionary<string, int>();
        int unknown = 0;
        int both = 0;
        for (int i = 0; i < 2400; i++)
        {
            Change change = Change.All[i % Change.All.Count];
            JsonObject json = payloads.Policy();
            service.Answer = json.ToJsonString();

            Policy policy = await client.Policies.GetAsync("p-1");
            unknown += policy is UnknownPolicy or UnknownNotificationDelayPolicy or UnknownNotificationDeduplicationPolicy ? 1 : 0;
            both += policy is ModifyPolicy && json.ContainsKey("actions") && json.ContainsKey("alertActions") ? 1 : 0;
            if (!change.Apply(policy, json))
            {
                continue;
            }

            await client.Policies.UpdateAsync("p-1", policy);

            json.Remove("id");
            changed[change.Name] = changed.GetValueOrDefault(change.Name) + 1;
            Assert.IsNull(service.Difference(json), $"policy {i}, {change.Name}\n{service.Difference(json)}");
        }

        Assert.HasCount(25, payloads.Hours, "every hour, 24 included");
        Assert.HasCount(Change.All.Count, changed, "every change");
        Assert.IsGreaterThan(100, unknown);
        Assert.IsGreaterThan(20, both);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(30)]
    public async Task A_channel_is_sent_as_it_was_read_but_for_one_member(int odd)
    {
        using var service = new StubService();
        using OpsgenieClient client = Connect(service);
        var payloads = new RandomPayloads(new Random(odd)) { Odd = odd };
        int updates = 0;
        for (int i = 0; i < 1000; i++)
        {
            JsonObject json = payloads.Channel();
            service.Answer = json.ToJsonString();
            ActionChannel channel = await client.ActionChannels.GetAsync("c-1", "t-1");
            channel.Name = "changed";
            json["name"] = "changed";
            json.Remove("id");
            json.Remove("teamId");

            // A channel that is made anew, as after a loss.
            await client.ActionChannels.CreateAsync("t-1", channel);
            Assert.IsNull(service.Difference(json), $"channel {i}\n{service.Difference(json)}");
            if (channel is UnknownActionChannel)
            {
                continue;
            }

            // The type of a channel cannot be changed: it is no part of an update.
            ActionChannelUpdate update = JsonModel.Parse<ActionChannelUpdate>(JsonModel.ToUtf8(channel, JsonWriteMode.Request));
            update.AdditionalProperties.Remove("actionType");
            await client.ActionChannels.UpdateAsync("c-1", "t-1", update);
            json.Remove("actionType");
            Assert.IsNull(service.Difference(json), $"channel {i}\n{service.Difference(json)}");
            updates++;
        }

        Assert.IsGreaterThan(100, updates);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(10)]
    public async Task An_action_is_sent_as_it_was_read_but_for_one_member(int odd)
    {
        using var service = new StubService();
        using OpsgenieClient client = Connect(service);
        var payloads = new RandomPayloads(new Random(odd)) { Odd = odd };
        int updates = 0;
        for (int i = 0; i < 1500; i++)
        {
            JsonObject json = payloads.Action();
            service.Answer = json.ToJsonString();
            ActionDefinition action;
            try
            {
                action = await client.Actions.GetAsync("restart", "t-1");
            }
            catch (ApiResponseFormatException e)
            {
                // An action is no union: one that does not fit is an error, which has the whole body.
                Assert.Contains(service.Answer, Encoding.UTF8.GetString(e.Body.Span));
                continue;
            }

            ActionUpdate update = JsonModel.Parse<ActionUpdate>(JsonModel.ToUtf8(action, JsonWriteMode.Request));
            update.State!.Enabled = !update.State.Enabled;
            json["state"]!["enabled"] = update.State.Enabled;
            json.Remove("teamId");
            await client.Actions.UpdateAsync("restart", "t-1", update);
            Assert.IsNull(service.Difference(json), $"action {i}\n{service.Difference(json)}");
            updates++;
        }

        Assert.IsGreaterThan(100, updates);
    }

    /// <summary>The same against the emulator, as either source documents the service: it also has afterwards what it was sent.</summary>
    [TestMethod]
    [DataRow(DocumentedBy.Page)]
    [DataRow(DocumentedBy.PublishedSchema)]
    public async Task The_emulator_has_what_it_answered_but_for_one_member(DocumentedBy source)
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { DocumentedBy = source });
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);
        var payloads = new RandomPayloads(new Random(7)) { Odd = 5 };
        for (int i = 0; i < 240; i++)
        {
            JsonObject json = payloads.Policy();
            json["id"] = $"p-{i}";
            json["name"] = "a text, as the service repeats it in its answer";
            emulator.Seed((JsonObject)json.DeepClone());
            Policy policy = await client.Policies.GetAsync($"p-{i}");
            if (!Change.All[i % Change.All.Count].Apply(policy, json))
            {
                continue;
            }

            await client.Policies.UpdateAsync($"p-{i}", policy);
            json.Remove("id");
            string sent = emulator.Requests[^1].Body;
            Assert.IsTrue(JsonNode.DeepEquals(json, JsonNode.Parse(sent)), $"policy {i}\nexpected {json.ToJsonString()}\nsent     {sent}");
        }
    }

    private static OpsgenieClient Connect(HttpMessageHandler service)
        => new("key", OpsgenieRegion.Us, new ApiClientOptions { Handler = service });
}
