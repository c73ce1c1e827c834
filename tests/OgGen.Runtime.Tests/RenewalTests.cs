using OgGen.Generated;

namespace OgGen.Runtime.Tests;

/// <summary>A 401 means that the service did nothing, and that another token may be there by now.</summary>
[TestClass]
public sealed class RenewalTests
{
    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    [DataRow("DELETE")]
    public async Task StrangerList_a_401_asks_the_token_provider_again(string method)
    {
        await using var server = new RawServer(Refusing("token-1"));
        int asked = 0;
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", _ => new($"token-{++asked}")));
        Assert.AreEqual("Rex", (await client.SendAsync(method, Request(method))).Value.Name);
        CollectionAssert.AreEqual(
            new[] { "Bearer token-1", "Bearer token-2" }, server.Requests.Select(static r => r.Header("Authorization")).ToArray());
        CollectionAssert.AreEqual(server.Requests[0].Body, server.Requests[1].Body);
        Assert.AreEqual(2, asked, "once for each attempt");
    }

    [TestMethod]
    public async Task StrangerList_a_provider_that_caches_learns_which_token_was_refused()
    {
        await using var server = new RawServer(Refusing("token-1"));
        var refusals = new List<string?>();
        string cached = "token-1";
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", (refused, _) =>
        {
            refusals.Add(refused);
            return new ValueTask<string>(cached = refused == cached ? "token-2" : cached);
        }));
        await client.GetAsync();
        await client.GetAsync();
        CollectionAssert.AreEqual(new[] { null, "token-1", null }, refusals);
        Assert.HasCount(3, server.Requests);
        Assert.ThrowsExactly<ArgumentNullException>(
            () => ApiCredential.Bearer("key", (Func<string?, CancellationToken, ValueTask<string>>)null!));
    }

    [TestMethod]
    public async Task StrangerList_the_same_token_is_not_sent_again()
    {
        await using var server = new RawServer(Refusing("token-1"));
        int asked = 0;
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", _ =>
        {
            asked++;
            return new("token-1");
        }));
        Assert.AreEqual(401, (await Assert.ThrowsAsync<ApiException>(() => client.GetAsync())).Status);
        Assert.HasCount(1, server.Requests);
        Assert.AreEqual(2, asked);
    }

    [TestMethod]
    [DataRow(3, true, 2)]
    [DataRow(1, true, 2)]
    [DataRow(0, true, 1)]
    [DataRow(3, false, 1)]
    public async Task StrangerList_a_call_asks_once_more_and_only_where_it_may_repeat(int retries, bool enabled, int count)
    {
        await using var server = new RawServer(RawServer.Answer(401, """{"message":"no"}"""));
        int asked = 0;
        var options = new ApiClientOptions { Retry = new ApiRetryOptions { MaxRetries = retries, Enabled = enabled, Budget = 0 } };
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", _ => new($"token-{++asked}")), options);
        Assert.AreEqual("no", (await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.GetAsync())).Error.Message);
        Assert.HasCount(count, server.Requests);
    }

    [TestMethod]
    public async Task StrangerList_a_body_that_cannot_be_sent_again_is_not()
    {
        await using var server = new RawServer(Refusing("token-1"));
        int asked = 0;
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", _ => new($"token-{++asked}")));
        using var stream = new ForwardStream();
        var e = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync("PUT", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); }));
        Assert.AreEqual(401, e.Status);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task StrangerList_a_key_that_is_rotated_while_the_old_one_is_refused_is_used_at_once()
    {
        ApiCredential credential = ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", "old-key");
        await using var server = new RawServer(async x =>
        {
            credential.Update("new-key");
            await x.SendAsync(x.Request.Target.Contains("old", StringComparison.Ordinal) ? RawServer.Answer(401, "{}") : Given.Pet);
        });
        using var client = new TestClient(server.Address, credential);
        Assert.AreEqual("Rex", (await client.SendAsync("POST")).Value.Name);
        CollectionAssert.AreEqual(
            new[] { "/pets/7?k=old-key", "/pets/7?k=new-key" }, server.Requests.Select(static r => r.Target).ToArray());
    }

    [TestMethod]
    public async Task StrangerList_a_provider_that_fails_when_it_is_asked_again_is_the_cause()
    {
        await using var server = new RawServer(Refusing("token-1"));
        int asked = 0;
        using var client = new TestClient(
            server.Address,
            ApiCredential.Bearer("key", _ => asked++ == 0 ? new("token-1") : throw new NotSupportedException("no refresh of token-1")));
        var e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.GetAsync());
        Assert.AreEqual(401, e.Status);
        Assert.Contains("the token provider threw System.NotSupportedException: no refresh of ***", e.Message);
        Assert.DoesNotContain("token-1", e.ToString());
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task StrangerList_asking_again_has_the_limit_of_an_attempt()
    {
        await using var server = new RawServer(Refusing("token-1"));
        int asked = 0;
        var options = new ApiClientOptions { AttemptTimeout = TimeSpan.FromSeconds(1) };
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", async token =>
        {
            if (asked++ > 0)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return "token-1";
        }), options);
        await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => client.SendAsync("POST"));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task StrangerList_other_refusals_ask_nobody()
    {
        foreach (int status in new[] { 400, 403, 404 })
        {
            await using var server = new RawServer(RawServer.Answer(status, "{}"));
            int asked = 0;
            using var client = new TestClient(server.Address, ApiCredential.Bearer("key", _ => new($"token-{++asked}")));
            await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
            Assert.AreEqual(1, asked);
            Assert.HasCount(1, server.Requests);
        }
    }

    private static Action<ApiRequest> Request(string method) => r =>
    {
        r.AddPathLiteral("/x");
        if (method == "POST")
        {
            r.SetJsonBody<Pet, PetCodec>(new Pet("Rex"));
        }
    };

    private static Func<RawExchange, Task> Refusing(string token)
        => x => x.SendAsync(
            x.Request.Header("Authorization") == "Bearer " + token ? RawServer.Answer(401, """{"message":"expired"}""") : Given.Pet);

    private sealed class ForwardStream() : MemoryStream([1, 2, 3])
    {
        public override bool CanSeek => false;
    }
}
