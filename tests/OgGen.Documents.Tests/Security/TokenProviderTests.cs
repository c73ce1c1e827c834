using System.Text;
using OgGen.Documents.Security;

namespace OgGen.Documents.Tests.Security;

/// <summary>Each generated credential of a key or token also takes what provides it.</summary>
[TestClass]
public sealed class TokenProviderTests
{
    private const string Key = "canary-key-4711";

    private static readonly Dictionary<string, Scheme> s_schemes = new()
    {
        ["header"] = new(
            SecurityCredential.HeaderKey, SecurityCredential.HeaderKey, static client => client.Default.HeaderAsync, "X-Key: "),
        ["query"] = new(
            SecurityCredential.QueryKey,
            SecurityCredential.QueryKey,
            static client => token => client.Default.QueryAsync(null, token),
            "?api%20key="),
        ["cookie"] = new(
            SecurityCredential.CookieKey,
            SecurityCredential.CookieKey,
            static client => token => client.Default.CookieAsync(null, token),
            "Cookie: session="),
        ["bearer"] = new(
            SecurityCredential.Token, SecurityCredential.Token, static client => client.Default.BearerAsync, "Authorization: Bearer "),
        ["other"] = new(
            SecurityCredential.OwnScheme,
            SecurityCredential.OwnScheme,
            static client => client.Default.OtherAsync,
            "Authorization: OwnKey "),
        ["OAuth 2"] = new(
            SecurityCredential.Flow, SecurityCredential.Flow, static client => client.Default.OauthAsync, "Authorization: Bearer "),
        ["OpenID"] = new(
            SecurityCredential.OpenId, SecurityCredential.OpenId, static client => client.Default.OpenIdAsync, "Authorization: Bearer "),
    };

    public static IEnumerable<string> Names => s_schemes.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task The_provider_is_asked_for_each_call(string name)
    {
        Scheme scheme = s_schemes[name];
        await using var server = new RawServer(RawServer.Answer(204, ""));
        int asked = 0;
        using SecurityClient client = Client(server, scheme.Provided(async cancellationToken =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return $"key-{++asked}";
        }));
        await scheme.Call(client)(default);
        await scheme.Call(client)(default);
        Assert.AreEqual(2, asked);
        for (int i = 0; i < 2; i++)
        {
            Assert.Contains($"{scheme.Place}key-{i + 1}", Describe(server.Requests[i]));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_provider_learns_which_token_was_refused(string name)
    {
        Scheme scheme = s_schemes[name];
        await using var server = new RawServer(async x =>
            await x.SendAsync(
                Describe(x.Request).Contains("one", StringComparison.Ordinal) ? RawServer.Answer(401, "") : RawServer.Answer(204, "")));
        var refusals = new List<string?>();
        using SecurityClient client = Client(server, scheme.Renewed((refused, _) =>
        {
            refusals.Add(refused);
            return new(refused is null ? "one; 1" : "two");
        }));
        await scheme.Call(client)(default);
        CollectionAssert.AreEqual(new[] { null, "one; 1" }, refusals);
        Assert.Contains(scheme.Place + "two", Describe(server.Requests[1]));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task The_cancellation_of_the_call_reaches_the_provider(string name)
    {
        Scheme scheme = s_schemes[name];
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var source = new CancellationTokenSource();
        bool wasCancelled = false;
        using SecurityClient client = Client(server, scheme.Provided(async cancellationToken =>
        {
            await source.CancelAsync();
            wasCancelled = cancellationToken.IsCancellationRequested;
            cancellationToken.ThrowIfCancellationRequested();
            return Key;
        }));
        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => scheme.Call(client)(source.Token));
        Assert.AreEqual(source.Token, e.CancellationToken);
        Assert.IsTrue(wasCancelled);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task What_the_provider_throws_is_the_cause_of_an_ApiException_and_shows_no_key(string name)
    {
        Scheme scheme = s_schemes[name];
        await using var server = new RawServer(RawServer.Answer(204, ""));
        int asked = 0;
        ApiCredential credential = scheme.Provided(_ => asked++ == 0 ? new(Key) : throw new NotSupportedException($"{Key} has expired"));
        using SecurityClient client = Client(server, credential);
        await scheme.Call(client)(default);
        var e = await Assert.ThrowsExactlyAsync<ApiException>(() => scheme.Call(client)(default));
        Assert.Contains("the token provider threw System.NotSupportedException: *** has expired", e.Message);
        Assert.Contains("System.NotSupportedException", e.InnerException!.ToString());
        Assert.DoesNotContain(Key, e.ToString());
        Assert.DoesNotContain(Key, credential.ToString());
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_key_of_a_provider_that_the_service_repeats_is_masked(string name)
    {
        Scheme scheme = s_schemes[name];
        await using var server = new RawServer(RawServer.Answer(403, $$"""{"message":"{{Key}} may not"}"""));
        using SecurityClient client = Client(server, scheme.Provided(static _ => new(Key)));
        var e = await Assert.ThrowsAsync<ApiException>(() => scheme.Call(client)(default));
        Assert.Contains("*** may not", e.Message);
        Assert.DoesNotContain(Key, e.ToString());
    }

    private static SecurityClient Client(RawServer server, ApiCredential credential)
        => new(credential, server.Address, new ApiClientOptions { Retry = { BaseDelay = TimeSpan.Zero } });

    private static string Describe(RawRequest request)
        => new StringBuilder(request.Target)
            .AppendJoin("", new[] { "X-Key", "Cookie", "Authorization" }.Select(name => $" {name}: {request.Header(name)}"))
            .ToString();

    /// <summary>A scheme of the document.</summary>
    /// <param name="Provided">Its credential of a provider.</param>
    /// <param name="Renewed">Its credential of a provider that learns which token was refused.</param>
    /// <param name="Call">An operation that asks for it.</param>
    /// <param name="Place">What stands before the key.</param>
    private sealed record Scheme(
        Func<Func<CancellationToken, ValueTask<string>>, ApiCredential> Provided,
        Func<Func<string?, CancellationToken, ValueTask<string>>, ApiCredential> Renewed,
        Func<SecurityClient, Func<CancellationToken, Task>> Call,
        string Place);
}
