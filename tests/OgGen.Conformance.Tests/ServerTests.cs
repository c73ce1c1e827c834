using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>Calls go to the document's own server where it has one.</summary>
[TestClass]
public sealed class ServerTests
{
    private const string Call = "get: { responses: { '204': { description: none } } }";

    [TestMethod]
    [DataRow("servers: [{ url: 'https://one.example/v1' }, { url: 'https://two.example' }]", "", DisplayName = "the first of several")]
    [DataRow(
        "servers: [{ url: 'http://far.example/v1' }, { url: 'https://two.example/v2' }]", "", DisplayName = "the first that is encrypted")]
    [DataRow("servers: [{ url: 'http://localhost:8080/v1' }]", "", DisplayName = "this machine")]
    [DataRow(
        "servers: [{ url: 'https://{region}.example/{v}', variables: { region: { default: eu, enum: [us, eu] }, v: { default: v1 } } }]",
        "",
        DisplayName = "variables with defaults")]
    [DataRow(
        "servers: [{ url: 'https://one.example/{base}', variables: { base: { default: /api/v1 } } }]",
        "",
        DisplayName = "a path that begins with a slash after a slash")]
    [DataRow(
        "servers: [{ url: 'https://one.example{base}', variables: { base: { default: /api/v1 } } }]",
        "",
        DisplayName = "a path that begins with a slash after the host")]
    [DataRow(
        "servers: [{ url: 'https://one.example' }]",
        "servers: [{ url: 'https://uploads.example/up' }], ",
        DisplayName = "a server of the operation")]
    [DataRow(
        "servers: [{ url: 'https://one.example/v1' }]",
        "servers: [{ url: '/other' }], ",
        DisplayName = "a relative server of the operation")]
    [DataRow(
        "servers: [{ url: 'https://one.example/v1' }]", "servers: [{ url: '' }], ", DisplayName = "the root of the host for the operation")]
    [DataRow("servers: [{ url: /v1 }]", "servers: [{ url: '' }], ", DisplayName = "the root of any host for the operation")]
    [DataRow("tags: []", "servers: [{ url: 'https://only.example' }], ", DisplayName = "a server of the only operation")]
    [DataRow("tags: []", "", DisplayName = "no server")]
    [DataRow("servers: [{ url: 'http://far.example/v1' }]", "", DisplayName = "no server that is encrypted")]
    public async Task A_call_goes_to_the_server_of_the_document(string servers, string own)
    {
        Row row = await Given.RowAsync(Document(servers, own));

        Assert.AreEqual(2, row.Calls);
        Assert.AreEqual(2, row.CorrectCalls, string.Join('\n', row.Findings));
    }

    [TestMethod]
    [DataRow("https://one.example/v1", "https://other.example/v1", "the server is https://one.example, not https://other.example/v1")]
    [DataRow("https://one.example/v1", "https://one.example:8443/v1", "the server is https://one.example, not https://one.example:8443/v1")]
    [DataRow("https://one.example/v1", "https://one.example/v2", "the path is /v1/a, not /v2/a")]
    public async Task Another_server_is_found(string server, string heldTo, string finding)
    {
        Row row = await Given.RowAsync(
            Document($"servers: [{{ url: '{server}' }}]", ""), Document($"servers: [{{ url: '{heldTo}' }}]", ""));

        Assert.AreEqual(0, row.CorrectCalls);
        Assert.Contains(finding, string.Join('\n', row.Findings));
    }

    /// <summary>A client that cannot be made for the document's server is a finding, whatever it can be made for.</summary>
    [TestMethod]
    public async Task A_client_without_the_server_is_found()
    {
        Row row = await Given.RowAsync(Document("tags: []", ""), Document("servers: [{ url: 'https://one.example' }]", ""));

        Assert.AreEqual(0, row.CorrectCalls);
        Assert.Contains("no client can be made for the server https://one.example/", string.Join('\n', row.Findings));
    }

    private static string Document(string servers, string own) => $$"""
        openapi: 3.1.0
        info: { title: Servers, version: '1' }
        {{servers}}
        paths: { /a: { {{own}}{{Call}} } }
        """;
}
