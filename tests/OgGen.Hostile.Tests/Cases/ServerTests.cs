using OgGen.Generator.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Servers: where a key is sent.</summary>
[TestClass]
public sealed class ServerTests : HostileCases
{
    [TestMethod]
    public void S38_E_an_address_that_closes_its_literal() => Outcome.Escaped(Server("https://x.invalid/\"+OGPWN+\"/\u00e9"));

    [TestMethod]
    [DataRow("https://x.invalid/\nOGPWN")]
    [DataRow("file:///etc/passwd")]
    [DataRow("http://x.invalid")]
    [DataRow("https://u:p@x.invalid")]
    [DataRow("https://x.invalid#")]
    [DataRow("https://x.invalid/?a=b")]
    [DataRow("/v1#")]
    [DataRow("/../v1")]
    [DataRow("//x.invalid")]
    [DataRow("javascript:alert(1)")]
    [DataRow("https://")]
    [DataRow("https:\\\\x.invalid")]
    [DataRow("https://x.invalid/{a{b}}")]
    public void S38_D_an_address_that_is_not_used(string url)
    {
        using Loaded loaded = Outcome.Located(Server(url), Descriptors.NoServer, "is not used", "url").Load();

        Assert.IsTrue(
            loaded.Type("SampleClient")
                .GetConstructors()
                .All(static constructor => constructor.GetParameters()
                    .Any(static parameter => parameter.ParameterType == typeof(Uri) || parameter.ParameterType == typeof(ApiCallOptions))),
            "No key goes to a host that nobody named.");
    }

    [TestMethod]
    [DataRow("https://{host}/v1", """{ "host": { "default": "evil.invalid#" } }""")]
    [DataRow("https://{host}/v1", """{ "host": { "default": "a@evil.invalid" } }""")]
    [DataRow("{address}/v1", """{ "address": { "default": "https://a@evil.invalid" } }""")]
    [DataRow("{address}", """{ "address": { "default": "http://evil.invalid" } }""")]
    [DataRow("https://x.invalid/{path}", """{ "path": { "default": "a?b" } }""")]
    [DataRow("https://x.invalid:{port}", """{ "port": { "default": "1@evil.invalid" } }""")]
    [DataRow("https://{a}.invalid", """{ "a": { "default": "{b}" }, "b": { "default": "c" } }""")]
    [DataRow("https://{host}.invalid", """{ "host": { "default": "evil", "enum": [ "good" ] } }""")]
    [DataRow("https://{host}.invalid", """{ "other": { "default": "good" } }""")]
    [DataRow("https://{host}.invalid", """{ "host": { } }""")]
    [DataRow("https://x.invalid/{a{b}}", """{ "b": { "default": "c" } }""")]
    [DataRow("https://x.invalid/{a", """{ "a": { "default": "c" } }""")]
    public void S39_D_a_variable_that_changes_the_host(string url, string variables)
        => Outcome.Located(Server(url, variables), Descriptors.NoServer, "is not used", "url");

    [TestMethod]
    public void S39_E_the_path_of_a_server_without_a_host() => Outcome.Escaped(Server("/v\"+OGPWN+\"1/\u00e9"));

    [TestMethod]
    [DataRow("evil.invalid#")]
    [DataRow("a@evil.invalid")]
    [DataRow("http://evil.invalid")]
    public void S39_E_a_value_that_is_a_whole_address_is_checked_as_an_address(string value)
    {
        using Loaded loaded = Outcome.Compiled(Server("{address}/v1", """{ "address": { "default": "https://x.invalid" } }""")).Load();
        System.Reflection.MethodInfo server = loaded.Type("SampleServer")
            .GetMethods()
            .Single(static method => method.ReturnType.Name == "SampleServer" && method.GetParameters() is [{ Name: "address" }]);

        Assert.Throws<System.Reflection.TargetInvocationException>(() => server.Invoke(null, [value]));
        Assert.IsNotNull(server.Invoke(null, ["https://x.invalid"]));
    }

    [TestMethod]
    public void S39_E_a_value_of_a_variable_is_checked_before_it_is_sent()
    {
        using Loaded loaded = Outcome.Escaped(
            Server(
                "https://{region}.x.invalid/{path}",
                """{ "region": { "default": "eu", "enum": [ "eu", "a\"+OGPWN+\"" ] }, "path": { "default": "v\"1" } }""")).Load();
        System.Reflection.MethodInfo server = loaded.Type("SampleServer")
            .GetMethods()
            .Single(static method => method.ReturnType.Name == "SampleServer" && method.GetParameters() is [{ Name: "region" }, _]);

        Assert.Throws<System.Reflection.TargetInvocationException>(() => server.Invoke(null, ["evil.invalid#", "v1"]));
        Assert.IsNotNull(server.Invoke(null, ["eu", "v1"]));
    }

    private static Spec Server(string url, string variables = "{}")
        => Spec.Json($$"""
            {
              "servers": [ { "url": {{Spec.Quote(url)}}, "variables": {{variables}} } ],
              "paths": { "/a": { "get": { "operationId": "CallIt", "responses": { "204": { "description": "Done." } } } } },
              "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }
            }
            """);
}
