using Microsoft.OpenApi;
using OgGen.Generated;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Planning;

/// <summary>What the generator takes for the address of a server, the runtime takes too: no initializer of generated code throws.</summary>
[TestClass]
public sealed class ServerAddressTests
{
    private static readonly string[] s_addresses =
    [
        "https://a.example", "https://a.example/v1/", "https://a.example:8443/v1", "http://localhost", "http://LOCALHOST:1/x",
        "http://localhost./x",
        "http://127.0.0.1", "http://127.1", "http://[::1]:5/x", "http://loopback", "http://a.example", "https:///x",
        "https://", "https://a b", "https://a.example/ x",
        "https://u@a.example", "https://a.example/@x", "https://a.example?x",
        "https://a.example#x", "https://a.example:99999", "https://a.example:", "https://ä.example/ö",
        "https://a..example",
        "https://-a.example", "https://a_b.example", "ftp://a.example", "//a.example", "/v1", "v1", "", "a.example/v1", "https:/a.example",
        "https:a.example",
        "https://a.example/\ud800", "https://a.example/\ud83d\ude00", "https://a.example\\b", "https://a.example/{x}",
        "https://%", "https://a%20b/", "https://[::1", "HTTPS://A.EXAMPLE",
        "https://a.example//b", "https://a.example/../b",
        "http://0x7f.1", "http://localhost:80:80", "javascript:alert(1)", "file:///etc/passwd", "\u00a0https://a.example", "https://xn--a",
    ];

    [TestMethod]
    public void The_generator_and_the_runtime_agree_on_addresses()
    {
        foreach (string address in s_addresses.Where(static address => ServerAddress.FindError(address) is null))
        {
            _ = new Probe(address);
        }

        string[] refused = [.. s_addresses.Where(static address => ServerAddress.FindError(address) is not null && IsTaken(address))];
        Assert.AreEqual(
            "https://a.example/ x | https://a.example/{x} | https://a.example/\ud800",
            string.Join(" | ", refused.Order(StringComparer.Ordinal)),
            "stricter than the runtime only where the address of a document is no address");
    }

    /// <summary>Templates and defaults by chance: what is used makes the address that was checked.</summary>
    [TestMethod]
    public void Any_default_works_or_its_server_is_not_used()
    {
        string[] texts = ["", "https://", "http://localhost", "/", "/v1", ":", ".example", "://", "a", "//", "-"];
        string[] values =
        [
            "", "https", "http", "https://a.example/v1", "api/v1", "/api/", ":80", "80", "localhost:8989", "a.example", "..", "/../", "a@b",
            "x#", "{b}", "a b", "eu",
        ];
        var random = new Random(15);
        int used = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string[] names = ["a", "b", "c"];
            string url = string.Concat(names.Take(random.Next(1, 4)).Select(name => Pick(texts) + "{" + name + "}")) + Pick(texts);
            var server = new OpenApiServer
            {
                Url = url,
                Variables = names.ToDictionary(static name => name, _ => new OpenApiServerVariable { Default = Pick(values) }),
            };
            var template = ServerTemplate.Of(server);
            if (template.Error is not null || ServerAddress.FindError(template.Url) is not null)
            {
                continue;
            }

            used++;
            string made = string.Concat(template.Parts.Select(part => part.Variable is not { } name
                ? part.Text
                : Probe.Of(
                    name,
                    server.Variables[name].Default!,
                    Enum.Parse<ApiServerPart>(part.Part.ToString()),
                    server.Variables[name].Default!)));
            Assert.AreEqual(template.Url, made, url);
            _ = new Probe(made);
        }

        Assert.IsGreaterThan(500, used);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    [TestMethod]
    [DataRow("{origin}", "https://a.example", nameof(AddressPart.Address))]
    [DataRow("{origin}/v1", "https://a.example", nameof(AddressPart.Address))]
    [DataRow("{origin}.example", "https://a", nameof(AddressPart.Host))]
    [DataRow("{x}://a.example", "https", nameof(AddressPart.Scheme))]
    [DataRow("https://{x}", "a.example:1", nameof(AddressPart.Authority))]
    [DataRow("https://{x}/v1", "a.example", nameof(AddressPart.Authority))]
    [DataRow("https://{x}:8080/v1", "a.example", nameof(AddressPart.Host))]
    [DataRow("https://{x}.example/v1", "a", nameof(AddressPart.Host))]
    [DataRow("https://a.example:{x}", "80", nameof(AddressPart.Port))]
    [DataRow("https://a.example{x}", "", nameof(AddressPart.AuthorityEnd))]
    [DataRow("https://a.example{x}/v1", ":80", nameof(AddressPart.AuthorityEnd))]
    [DataRow("https://a.example{x}.b", "", nameof(AddressPart.Host))]
    [DataRow("https://a.example/{x}", "a/b", nameof(AddressPart.Path))]
    [DataRow("https://a.example/{x}/b", "a", nameof(AddressPart.Path))]
    [DataRow("https://a.example/v{x}", "1", nameof(AddressPart.PathText))]
    [DataRow("https://a.example/{x}.json", "1", nameof(AddressPart.PathText))]
    public void What_stands_around_a_variable_says_what_it_stands_for(string url, string value, string part)
    {
        var server = new OpenApiServer
        {
            Url = url,
            Variables = PathTemplate.PiecesOf(url)
                .Where(static piece => piece.IsVariable)
                .ToDictionary(static piece => piece.Text, _ => new OpenApiServerVariable { Default = value }),
        };

        Assert.AreEqual(part, ServerTemplate.Of(server).Parts.Single(static piece => piece.Variable is not null).Part.ToString());
    }

    [TestMethod]
    [DataRow("[ { url: /v1 } ]", "/v1", "")]
    [DataRow("[ { url: / } ]", "", "")]
    [DataRow("[ { url: '' } ]", "", "")]
    [DataRow("[ { url: /v1/ }, { url: /v2 } ]", "/v1", "only the first")]
    [DataRow("[ { url: /v1 }, { url: 'https://a.example' } ]", "", "other servers have a host")]
    [DataRow("[ { url: 'http://a.example' }, { url: /v1 } ]", "/v1", "not encrypted")]
    [DataRow("[ { url: v1 } ]", "", "it is relative")]
    [DataRow("[ { url: '//a.example' } ]", "", "no absolute address")]
    [DataRow("[ { url: /a/../v1 } ]", "", "is relative")]
    public void The_path_of_the_first_relative_server_is_kept_where_none_has_a_host(string servers, string path, string reported)
    {
        var document = CompiledDocument.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers: {{servers}}
            paths: { /a: { get: { operationId: getA, responses: { '204': { description: Done. } } } } }
            """);

        Assert.AreEqual(path, document.Model.Files.OfType<ClientFile>().Single().Client.BasePath ?? "");
        Assert.AreEqual(reported.Length == 0 ? 0 : 1, document.Diagnostics.Count);
        Assert.Contains(reported, string.Join(" ", document.Diagnostics.SelectMany(static diagnostic => diagnostic.Arguments)));
    }

    [TestMethod]
    [DataRow("", "", false)]
    [DataRow("security: [ { key: [] } ]", "", true)]
    [DataRow("", "security: [ { key: [] } ], ", true)]
    public void Plain_http_is_reported_with_the_option_that_allows_it_and_with_the_credential_if_there_is_one(
        string document, string operation, bool hasCredential)
    {
        string reported = string.Join(" ", CompiledDocument.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers: [ { url: 'http://inventory:8080/v1' } ]
            {{document}}
            paths: { /a: { get: { {{operation}}operationId: getA, responses: { '204': { description: Done. } } } } }
            components: { securitySchemes: { key: { type: http, scheme: bearer } } }
            """).Diagnostics.SelectMany(static diagnostic => diagnostic.Arguments));

        Assert.Contains("ApiClientOptions.InsecureHosts", reported);
        Assert.AreEqual(hasCredential, reported.Contains("a credential would travel in the clear", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_base_path_of_Swagger_2_without_a_host_is_one()
        => Assert.AreEqual("/api/v3", CompiledDocument.Of("""
            swagger: '2.0'
            info: { title: T, version: '1' }
            basePath: api/v3/
            paths: { /a: { get: { operationId: getA, responses: { 204: { description: Done. } } } } }
            """).Model.Files.OfType<ClientFile>().Single().Client.BasePath);

    private static bool IsTaken(string address)
    {
        try
        {
            _ = new Probe(address);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Probe(string url) : ApiServer(url)
    {
        public static string Of(string name, string value, ApiServerPart part, string standard)
            => CheckVariable(name, value, part, standard);
    }
}
