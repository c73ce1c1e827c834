using OgGen.Documents.Security;

namespace OgGen.Documents.Tests.Security;

/// <summary>Each security scheme puts its credential where the document says, for the operations that ask for it.</summary>
[TestClass]
public sealed class SchemeTests
{
    private static readonly ApiCredential s_all = ApiCredential.All(
        SecurityCredential.HeaderKey("header-key"),
        SecurityCredential.QueryKey("query&key"),
        SecurityCredential.CookieKey("cookie-key"),
        SecurityCredential.User("ü", "p:w"),
        SecurityCredential.Token("token"),
        SecurityCredential.OwnScheme("own-key"),
        SecurityCredential.Flow(static _ => new("flow-token")),
        SecurityCredential.OpenId(static _ => new("id-token")));

    [TestMethod]
    public async Task A_key_stands_in_a_header_the_query_or_a_cookie()
    {
        Assert.AreEqual("/by-document X-Key: header-key", await SendAsync(static client => client.Default.ByDocumentAsync()));
        Assert.AreEqual("/header X-Key: header-key", await SendAsync(static client => client.Default.HeaderAsync()));
        Assert.AreEqual("/query?page=2&api%20key=query%26key", await SendAsync(static client => client.Default.QueryAsync(2)));
        Assert.AreEqual("/query?api%20key=query%26key", await SendAsync(static client => client.Default.QueryAsync()));
        Assert.AreEqual("/cookie Cookie: session=cookie-key", await SendAsync(static client => client.Default.CookieAsync()));
        Assert.AreEqual(
            "/cookie Cookie: theme=dark; session=cookie-key", await SendAsync(static client => client.Default.CookieAsync("dark")));
    }

    [TestMethod]
    public async Task Schemes_of_http_are_basic_bearer_or_any_other()
    {
        Assert.AreEqual("/basic Authorization: Basic w7w6cDp3", await SendAsync(static client => client.Default.BasicAsync()));
        Assert.AreEqual("/bearer Authorization: Bearer token", await SendAsync(static client => client.Default.BearerAsync()));
        Assert.AreEqual("/other Authorization: OwnKey own-key", await SendAsync(static client => client.Default.OtherAsync()));
    }

    [TestMethod]
    public async Task Tokens_of_OAuth_and_OpenID_come_from_a_provider()
    {
        Assert.AreEqual("/oauth Authorization: Bearer flow-token", await SendAsync(static client => client.Default.OauthAsync()));
        Assert.AreEqual("/open-id Authorization: Bearer id-token", await SendAsync(static client => client.Default.OpenIdAsync()));
    }

    [TestMethod]
    public async Task All_schemes_of_a_requirement_are_sent_and_the_first_requirement_that_can_be_met()
    {
        Assert.AreEqual(
            "/all?api%20key=query%26key X-Key: header-key Cookie: session=cookie-key Authorization: Bearer token",
            await SendAsync(static client => client.Default.AllAsync()));
        Assert.AreEqual("/either Authorization: Basic w7w6cDp3", await SendAsync(static client => client.Default.EitherAsync()));
        Assert.AreEqual(
            "/either Authorization: OwnKey o",
            await SendAsync(
                static client => client.Default.EitherAsync(),
                ApiCredential.All(SecurityCredential.OwnScheme("o"), SecurityCredential.QueryKey("q"))));
        Assert.AreEqual(
            "/either?api%20key=q Cookie: session=c",
            await SendAsync(
                static client => client.Default.EitherAsync(),
                ApiCredential.All(SecurityCredential.QueryKey("q"), SecurityCredential.CookieKey("c"))));
    }

    [TestMethod]
    public async Task A_credential_that_is_optional_is_sent_by_who_has_it_and_none_where_none_is_asked_for()
    {
        Assert.AreEqual("/optional Authorization: Bearer token", await SendAsync(static client => client.Default.OptionalAsync()));
        Assert.AreEqual("/optional", await SendAsync(static client => client.Default.OptionalAsync(), SecurityCredential.HeaderKey("h")));
        Assert.AreEqual("/open", await SendAsync(static client => client.Default.OpenAsync()));
    }

    /// <summary>What of the request tells who sent it.</summary>
    private static async Task<string> SendAsync(Func<SecurityClient, Task> call, ApiCredential? credential = null)
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new SecurityClient(credential ?? s_all, server.Address, new ApiClientOptions { Retry = { Enabled = false } });
        await call(client);
        RawRequest request = server.Requests.Single();
        return string.Concat(
            new[] { "X-Key", "Cookie", "Authorization" }.Where(name => request.Header(name) is not null)
                .Select(name => $" {name}: {request.Header(name)}")
                .Prepend(request.Target));
    }
}
