using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class CredentialTests
{
    private static async Task<RawRequest> SendAsync(ApiCredential credential)
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address, credential);
        await client.SendAsync("GET", r => { r.AddPathLiteral("/x"); r.AddCookie("a", "b"); });
        return server.Requests.Single();
    }

    [TestMethod]
    public async Task Every_kind_of_credential_arrives_at_its_place()
    {
        Assert.AreEqual("GenieKey abc", (await SendAsync(ApiCredential.Http("key", "GenieKey", "abc"))).Header("Authorization"));
        Assert.AreEqual("Bearer abc", (await SendAsync(ApiCredential.Bearer("key", "abc"))).Header("Authorization"));
        Assert.AreEqual(
            "Bearer tok",
            (await SendAsync(ApiCredential.Bearer("key", async _ => { await Task.Yield(); return "tok"; }))).Header("Authorization"));
        Assert.AreEqual(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("me:pä ss")),
            (await SendAsync(ApiCredential.Basic("key", "me", "pä ss"))).Header("Authorization"));
        Assert.AreEqual("abc", (await SendAsync(ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", "abc"))).Header("X-Key"));
        Assert.AreEqual(
            "/x?api%20key=a%2Bb", (await SendAsync(ApiCredential.ApiKey("key", ApiKeyLocation.Query, "api key", "a+b"))).Target);
        Assert.AreEqual(
            "a=b; sid=abc", (await SendAsync(ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "sid", "abc"))).Header("Cookie"));
    }

    [TestMethod]
    public async Task An_operation_gets_the_credentials_that_it_asks_for_and_no_others()
    {
        await using var server = new RawServer(Given.Pet);
        var all = ApiCredential.All(
            ApiCredential.Bearer("a", "AAA"),
            ApiCredential.ApiKey("b", ApiKeyLocation.Header, "X-B", "BBB"),
            ApiCredential.ApiKey("c", ApiKeyLocation.Header, "X-C", "CCC"));
        using var client = new TestClient(server.Address, all);
        async Task<RawRequest> With(IReadOnlyList<IReadOnlyList<string>>? security)
        {
            var request = new ApiRequest(new ApiOperation("X_Y", "GET", "/") { Security = security });
            await client.Pipe.SendAsync(request);
            return server.Requests[^1];
        }

        RawRequest both = await With([["missing"], ["a", "missing"], ["b", "a"]]);
        Assert.AreEqual("Bearer AAA", both.Header("Authorization"));
        Assert.AreEqual("BBB", both.Header("X-B"));
        Assert.IsNull(both.Header("X-C"));
        RawRequest preferred = await With([[], ["c"]]);
        Assert.AreEqual("CCC", preferred.Header("X-C"));
        foreach (RawRequest anonymous in new[] { await With(null), await With([]), await With([["missing"], []]) })
        {
            Assert.IsNull(anonymous.Header("Authorization"));
            Assert.IsNull(anonymous.Header("X-B"));
        }

        int before = server.Requests.Count;
        var e = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => With([["missing", "a"]]));
        StringAssert.Contains(e.Message, "missing + a");
        Assert.AreEqual(before, server.Requests.Count);
    }

    [TestMethod]
    public async Task A_key_that_is_rotated_while_a_call_retries_is_used_by_its_next_attempt()
    {
        var credential = ApiCredential.Http("key", "GenieKey", "old-key-1");
        await using var server = new RawServer(async x =>
        {
            if (x.Number == 0)
            {
                credential.Update("new-key-2");
                await x.SendAsync(RawServer.Answer(503, "{}"));
            }
            else
            {
                await x.SendAsync(RawServer.Answer(400, """{"message":"was old-key-1 is new-key-2"}"""));
            }
        });
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, credential, Given.Untimed(time));
        var e = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => time.DriveAsync(client.GetAsync()));
        CollectionAssert.AreEqual(
            new[] { "GenieKey old-key-1", "GenieKey new-key-2" }, server.Requests.Select(r => r.Header("Authorization")).ToArray());
        StringAssert.Contains(e.Message, "was *** is ***");
        Assert.AreEqual("was old-key-1 is new-key-2", e.Error.Message);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow(" s3cret")]
    [DataRow("s3cret ")]
    [DataRow("s3cret\n")]
    [DataRow("s3\rcret")]
    [DataRow("s3\0cret")]
    [DataRow("s3cret\u00e9")]
    [DataRow("s3\u200bcret")]
    public void A_secret_that_cannot_be_sent_is_refused_and_not_repeated(string? secret)
    {
        foreach (Action make in new Action[]
        {
            () => ApiCredential.Http("key", "GenieKey", secret!),
            () => ApiCredential.Bearer("key", secret!),
            () => ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", secret!),
            () => ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", secret!),
            () => ApiCredential.Bearer("key", "good").Update(secret!),
            () => ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "k", "good").Update(secret!),
        })
        {
            ArgumentException e = Assert.ThrowsExactly<ArgumentException>(make);
            Assert.DoesNotContain("cret", e.ToString().Replace("Secret", "", StringComparison.OrdinalIgnoreCase));
        }
    }

    [TestMethod]
    public void Names_that_cannot_be_sent_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.Http("key", "Genie Key", "abc"));
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X\r\nY", "abc"));
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.Basic("key", "a:b", "abc"));
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.Basic("key", "a", "a\nb"));
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.All());
        Assert.ThrowsExactly<ArgumentException>(() => ApiCredential.All(ApiCredential.Bearer("a", "x"), ApiCredential.Bearer("a", "y")));
        Assert.ThrowsExactly<NotSupportedException>(() => ApiCredential.All(ApiCredential.Bearer("a", "x")).Update("y"));
    }

    [TestMethod]
    [DataRow("bearer")]
    [DataRow("BEARER")]
    public async Task The_name_of_an_HTTP_authentication_scheme_has_no_case(string httpScheme)
    {
        await using var server = new RawServer(Given.Pet);
        ApiCredential credential = ApiCredential.Bearer("key", "old");
        using var client = new TestClient(server.Address, credential);
        credential.UpdateFrom(ApiCredential.Http("key", httpScheme, "new"));
        Assert.ThrowsExactly<ArgumentException>(() => credential.UpdateFrom(ApiCredential.Http("key", "GenieKey", "other")));
        await client.GetAsync();
        Assert.EndsWith(" new", server.Requests.Single().Header("Authorization"));
    }

    [TestMethod]
    public void A_key_is_taken_over_from_one_in_the_same_place()
    {
        ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", "a")
            .UpdateFrom(ApiCredential.ApiKey("key", ApiKeyLocation.Header, "x-key", "b"));
        ApiCredential query = ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", "a");
        Assert.ThrowsExactly<ArgumentException>(() => query.UpdateFrom(ApiCredential.ApiKey("key", ApiKeyLocation.Query, "K", "b")));
        Assert.ThrowsExactly<ArgumentException>(() => query.UpdateFrom(ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "k", "b")));
    }

    [TestMethod]
    public void A_provider_takes_over_from_one_in_the_same_place()
    {
        ApiCredential key = ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", static _ => new("a"));
        key.UpdateFrom(ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", static (_, _) => new("b")));
        Assert.ThrowsExactly<ArgumentException>(() => key.UpdateFrom(ApiCredential.Bearer("key", static _ => new("c"))));
        Assert.ThrowsExactly<NotSupportedException>(() => key.Update("d"));
        Assert.ThrowsExactly<ArgumentNullException>(
            () => ApiCredential.Http("key", "GenieKey", (Func<CancellationToken, ValueTask<string>>)null!));
        Assert.ThrowsExactly<ArgumentNullException>(
            () => ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", (Func<string?, CancellationToken, ValueTask<string>>)null!));
    }

    [TestMethod]
    public void A_header_that_carries_a_provider_s_key_is_no_option_of_a_call()
    {
        using var client = new TestClient(
            new Uri("http://127.0.0.1:9"), ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", static _ => new("a")));
        Assert.ThrowsExactly<ArgumentException>(
            () => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["x-key"] = "b" } }));
    }

    [TestMethod]
    public async Task A_token_that_cannot_be_sent_is_not_repeated_and_a_failing_provider_is_heard()
    {
        await using var server = new RawServer(Given.Pet);
        using var bad = new TestClient(server.Address, ApiCredential.Bearer("key", _ => new("s3cret\r\nX: y")));
        var e = await Assert.ThrowsExactlyAsync<ApiException>(() => bad.GetAsync());
        Assert.DoesNotContain("s3cret", e.ToString());
        using var failing = new TestClient(server.Address, ApiCredential.Bearer("key", _ => throw new NotSupportedException("mine")));
        Assert.IsInstanceOfType<NotSupportedException>(
            (await Assert.ThrowsExactlyAsync<ApiException>(() => failing.GetAsync())).InnerException);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public void No_credential_shows_its_secret()
    {
        ApiCredential[] all =
        [
            ApiCredential.Http("key", "GenieKey", TestClient.Key),
            ApiCredential.Bearer("key", TestClient.Key),
            ApiCredential.Basic("key", "me", TestClient.Key),
            ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X", TestClient.Key),
            ApiCredential.All(ApiCredential.Bearer("key", TestClient.Key)),
        ];
        foreach (ApiCredential credential in all)
        {
            Assert.AreEqual("key: ***", credential.ToString());
            var configuration = new ApiClientConfiguration { Credential = credential };
            string json = JsonSerializer.Serialize(credential) + JsonSerializer.Serialize<object>(credential)
                + JsonSerializer.Serialize(configuration.Credential);
            Assert.DoesNotContain(TestClient.Key, json + configuration);
            Assert.AreEqual("{ToString(),nq}", typeof(ApiCredential).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
            AssertNoMemberShows(credential);
        }

        // The check itself finds what it looks for.
        Assert.ThrowsExactly<AssertFailedException>(() => AssertNoMemberShows(new Leaky()));
    }

    private static void AssertNoMemberShows(object value)
    {
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.DoesNotContain(TestClient.Key, property.GetValue(value)?.ToString() ?? "");
        }
    }

    private sealed class Leaky
    {
        public string Secret { get; } = TestClient.Key;
    }
}
