namespace OgGen.Opsgenie.Tests.Client;

/// <summary>A copy of a client sends with other options over the same connections; the client itself stays as it is.</summary>
[TestClass]
public sealed class CopyTests
{
    [TestMethod]
    public async Task Headers_of_a_copy_are_sent_through_every_group_of_it_only()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"data":[]}"""));
        using var client = new OpsgenieClient("key", server.Address);
        using OpsgenieClient copy = client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "42" } });
        await copy.Policies.ListAsync();
        await copy.Actions.ListAsync("t");
        await copy.ActionChannels.ListAsync("t");
        await client.Policies.ListAsync();
        CollectionAssert.AreEqual(new[] { "42", "42", "42", null }, server.Requests.Select(request => request.Header("X-Trace")).ToArray());
        Assert.IsTrue(server.Requests.All(request => request.Header("Authorization") == "GenieKey key"));
        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    public async Task Retries_of_a_copy_are_its_own()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"));
        using var client = new OpsgenieClient("key", server.Address);
        using OpsgenieClient copy = client.With(new ApiCallOptions { Retry = new ApiRetryOptions { Enabled = false } });
        await Assert.ThrowsAsync<ApiException>(() => copy.Policies.ListAsync());
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task Disposing_a_copy_leaves_the_client_alive()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"data":[]}"""));
        using var client = new OpsgenieClient("key", server.Address);
        client.With(new ApiCallOptions()).Dispose();
        Assert.IsEmpty(await client.Policies.ListAsync());
    }
}
