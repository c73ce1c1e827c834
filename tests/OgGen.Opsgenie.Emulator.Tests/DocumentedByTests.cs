using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>The emulator answers as the page says, or as the published schema does, where the two differ.</summary>
[TestClass]
public sealed class DocumentedByTests
{
    private static Task<Wire> StartAsync(DocumentedBy source, bool strict = false)
        => Wire.StartAsync(new OpsgenieEmulatorOptions { DocumentedBy = source, Strict = strict });

    [TestMethod]
    [DataRow(DocumentedBy.Page, "alertActions", "actions")]
    [DataRow(DocumentedBy.PublishedSchema, "actions", "alertActions")]
    public async Task One_name_of_the_alert_actions_is_known_and_the_other_is_lost(DocumentedBy source, string known, string other)
    {
        foreach (bool strict in new[] { false, true })
        {
            await using Wire wire = await StartAsync(source, strict);
            string bare = Samples.Modify;
            string id = await wire.CreatePolicyAsync(Json.With(Json.With(bare, known, """["a"]"""), other, """["b"]"""));
            await AssertAsync(wire, id, known, other, """["a"]""");

            // A full replacement that has only the other name takes the alert actions away.
            (await wire.PutAsync($"v1/policies/{id}", Json.With(bare, other, """["b"]"""))).AssertStatus(200);
            await AssertAsync(wire, id, known, other, null);
            (await wire.PutAsync($"v1/policies/{id}", Json.With(bare, known, "\"reboot\""))).AssertErrors(known);
        }
    }

    [TestMethod]
    [DataRow(DocumentedBy.Page)]
    [DataRow(DocumentedBy.PublishedSchema)]
    public async Task A_seeded_policy_keeps_the_names_that_it_has(DocumentedBy source)
    {
        foreach (string names in new[]
        {
            """{"actions":["a"]}""",
            """{"alertActions":["a"]}""",
            """{"actions":["a"],"alertActions":["b"]}""",
        })
        {
            await using Wire wire = await StartAsync(source, strict: true);
            JsonObject policy = JsonNode.Parse(names)!.AsObject();
            policy["type"] = "modify";
            policy["name"] = "n";
            policy["enabled"] = true;
            policy["message"] = "m";
            policy["id"] = "p";
            wire.Emulator.Seed(policy);
            (await wire.GetAsync("v1/policies/p")).AssertData(policy.ToJsonString());
            policy["message"] = "changed";
            policy.Remove("id");
            (await wire.PutAsync("v1/policies/p", policy.ToJsonString())).AssertStatus(200);
            policy["id"] = "p";
            (await wire.GetAsync("v1/policies/p")).AssertData(policy.ToJsonString());
        }
    }

    [TestMethod]
    [DataRow(DocumentedBy.Page)]
    [DataRow(DocumentedBy.PublishedSchema)]
    public async Task Results_have_data_where_the_published_schema_is_followed(DocumentedBy source)
    {
        await using Wire wire = await StartAsync(source);
        string id = await wire.CreatePolicyAsync(Samples.Suppress);
        string? name = (string?)JsonNode.Parse(Samples.Suppress)!["name"];
        var replies = new List<Reply>
        {
            await wire.PutAsync($"v1/policies/{id}", Samples.Suppress),
            await wire.PostAsync($"v1/policies/{id}/enable"),
            await wire.PostAsync($"v1/policies/{id}/disable"),
            await wire.PostAsync($"v1/policies/{id}/change-order", Samples.ChangeOrder),
            await wire.DeleteAsync($"v1/policies/{id}"),
        };
        foreach (Reply reply in replies)
        {
            reply.AssertStatus(200);
            string? data = reply.Body["data"]?.ToJsonString();
            Assert.AreEqual(source == DocumentedBy.Page ? null : new JsonObject { ["id"] = id, ["name"] = name }.ToJsonString(), data);
        }
    }

    [TestMethod]
    public async Task There_is_no_third_documentation()
        => await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => StartAsync((DocumentedBy)2));

    private static async Task AssertAsync(Wire wire, string id, string known, string other, string? expected)
    {
        JsonObject policy = (await wire.GetAsync($"v1/policies/{id}")).Data.AsObject();
        Assert.AreEqual(expected, policy[known]?.ToJsonString());
        Assert.IsFalse(policy.ContainsKey(other));
    }
}
