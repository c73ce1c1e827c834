using System.Text;

namespace OgGen.Opsgenie.Tests.Wire;

/// <summary>What each of the twenty operations puts on the wire is what opsgenie.md's table says, to the byte.</summary>
[TestClass]
public sealed class WireTests
{
    private const string Key = "0f5fd3a8-9d1c-4d53-9fd2-32a3e4b1f5d7";

    [TestMethod]
    [DynamicData(nameof(WireCase.Rows), typeof(WireCase))]
    public async Task An_operation_sends_exactly_this(string operation)
    {
        WireCase expected = WireCase.All[operation];
        RawRequest sent = await SendAsync(expected.Call, expected.Answer);

        Assert.AreEqual(expected.Method, sent.Method);
        Assert.AreEqual(expected.Target, sent.Target);
        Assert.AreEqual($"GenieKey {Key}", sent.Header("Authorization"));
        Assert.AreEqual("application/json", sent.Header("Accept"));
        Assert.IsNull(sent.Header("Cookie"));
        Assert.IsNull(sent.Header("Transfer-Encoding"));
        Assert.AreEqual(expected.Body ?? "", sent.Text);
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(expected.Body ?? ""), sent.Body);
        Assert.AreEqual(expected.Body is null ? null : "application/json", sent.Header("Content-Type"));
        Assert.AreEqual(expected.Method == "GET" ? null : $"{sent.Body.Length}", sent.Header("Content-Length"));
    }

    [TestMethod]
    public void Every_operation_of_the_document_has_a_row()
        => CollectionAssert.AreEquivalent(SpecWalk.Operations.Select(operation => operation.Id).ToArray(), WireCase.All.Keys.ToArray());

    [TestMethod]
    [DynamicData(nameof(WireCase.Rows), typeof(WireCase))]
    public void A_body_that_is_sent_fits_the_document(string operation)
    {
        WireCase sent = WireCase.All[operation];

        // Two of the rows carry enum values that are newer than the document; everything else must fit it.
        string? known = sent.Body?.Replace("a-new-field", "message", StringComparison.Ordinal).Replace(
            "a-new-input", "free-form", StringComparison.Ordinal);
        Assert.AreEqual("", RequestOracle.Complaints(sent.Method, sent.Target, known ?? ""));
    }

    [TestMethod]
    [DataRow("Action 2/x", "Action%202%2Fx")]
    [DataRow("a?b#c&d", "a%3Fb%23c%26d")]
    [DataRow("100%", "100%25")]
    [DataRow("ä😀", "%C3%A4%F0%9F%98%80")]
    [DataRow("..x", "..x")]
    public async Task A_name_is_one_path_segment(string name, string segment)
    {
        foreach (WireCase call in Calls(name))
        {
            Assert.AreEqual(call.Target.Replace("{}", segment, StringComparison.Ordinal), (await SendAsync(call.Call, call.Answer)).Target);
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("..")]
    public async Task A_name_that_would_change_the_path_is_not_sent(string name)
    {
        await using var server = new RawServer(RawServer.Answer(200, "{}"));
        using var client = new OpsgenieClient(Key, server.Address);
        foreach (WireCase call in Calls(name))
        {
            await Assert.ThrowsExactlyAsync<ArgumentException>(() => call.Call(client));
        }

        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public async Task A_team_is_one_query_value()
        => Assert.AreEqual(
            "/v1/actions/actions?teamId=a%26b%3Dc%20%2B%23",
            (await SendAsync(c => c.Actions.ListAsync("a&b=c +#"), """{"data":[]}""")).Target);

    [TestMethod]
    public async Task A_body_that_is_missing_is_found_before_it_is_sent()
    {
        await using var server = new RawServer(RawServer.Answer(200, "{}"));
        using var client = new OpsgenieClient(Key, server.Address);
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Policies.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.Policies.CreateAsync(new NotificationSuppressPolicy { Name = null!, Enabled = true }));
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public async Task Members_that_the_service_sets_are_kept_but_not_sent()
    {
        Policy policy = JsonModel.Parse<Policy>("""{"type":"notification-suppress","id":"p-1","name":"n","enabled":true,"new":null}""");
        Assert.AreEqual(
            """{"type":"notification-suppress","name":"n","enabled":true,"new":null}""",
            (await SendAsync(c => c.Policies.UpdateAsync("p-1", policy), """{"result":"Updated"}""")).Text);
        Assert.AreEqual("""{"type":"notification-suppress","id":"p-1","name":"n","enabled":true,"new":null}""", JsonModel.ToJson(policy));
        ActionChannel channel = JsonModel.Parse<ActionChannel>("""{"actionType":"oec","id":"c-1","teamId":"t","name":"n"}""");
        Assert.AreEqual(
            """{"actionType":"oec","name":"n"}""",
            (await SendAsync(c => c.ActionChannels.CreateAsync("t", channel), """{"data":{"id":"c-1"}}""")).Text);
    }

    private static WireCase[] Calls(string name) =>
    [
        new(
            "GET",
            "/v1/policies/{}",
            null,
            """{"data":{"type":"notification-suppress","name":"n","enabled":true}}""",
            c => c.Policies.GetAsync(name)),
        new("POST", "/v1/policies/{}/enable", null, """{"result":"Enabled"}""", c => c.Policies.EnableAsync(name)),
        new(
            "GET",
            "/v1/actions/channels/{}?teamId=t",
            null,
            """{"data":{"actionType":"oec","name":"n"}}""",
            c => c.ActionChannels.GetAsync(name, "t")),
        new("DELETE", "/v1/actions/actions/{}?teamId=t", null, """{"result":"Deleted"}""", c => c.Actions.DeleteAsync(name, "t")),
        new(
            "POST",
            "/v1/actions/actions/executions/{}",
            null,
            """{"data":{"message":"m"}}""",
            c => c.Actions.ExecuteAsync(name, Requests.Execution())),
        new(
            "GET",
            "/v1/actions/actions/executions/{}",
            null,
            """{"data":{"requestId":"r","success":true}}""",
            c => c.Actions.GetExecutionAsync(name)),
    ];

    private static async Task<RawRequest> SendAsync(Func<OpsgenieClient, Task> call, string answer)
    {
        await using var server = new RawServer(RawServer.Answer(200, answer));
        using var client = new OpsgenieClient(Key, server.Address);
        await call(client);
        return server.Requests.Single();
    }
}
