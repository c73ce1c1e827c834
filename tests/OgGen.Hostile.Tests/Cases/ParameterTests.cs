using OgGen.Generator.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Parameters, media types, answers and credentials: what goes into a message.</summary>
[TestClass]
public sealed class ParameterTests : HostileCases
{
    /// <summary>The first line of an item of a list, in JSON and in YAML.</summary>
    private const string Item = "{|\"name\"";

    [TestMethod]
    [DataRow("X\") a){} class OGPWN")]
    [DataRow("X-A\r\nEvil: 1")]
    [DataRow("X:")]
    [DataRow("X-\u00e9")]
    public void S30_D_a_header_that_is_no_token(string name)
    {
        Examined examined = Outcome.Located(Parameter(name, "header"), Descriptors.Unsupported, "left out", Item);

        using Loaded loaded = examined.Load();
        Assert.IsTrue(
            loaded.Send("SampleClient", "CallIt")
                .Headers.All(static header => header.Key is "User-Agent" or "Accept" or "Accept-Encoding"));
    }

    [TestMethod]
    [DataRow("Host")]
    [DataRow("content-length")]
    [DataRow("Transfer-Encoding")]
    public void S31_D_a_header_that_frames_the_message(string name)
        => Outcome.Located(Parameter(name, "header"), Descriptors.Unsupported, "left out", Item);

    [TestMethod]
    [DataRow("Authorization")]
    [DataRow("accept")]
    [DataRow("Content-Type")]
    public void S31_E_a_header_that_the_specification_ignores(string name)
    {
        Examined examined = Outcome.Compiled(Parameter(name, "header"));

        Assert.DoesNotContain($"\"{name}\"", examined.Code);
    }

    [TestMethod]
    [DataRow("application/json\"] OGPWN")]
    [DataRow("application/json\r\nEvil: 1")]
    [DataRow("")]
    [DataRow("no type")]
    [DataRow("*/*;;;")]
    public void S34_D_a_media_type_that_is_none(string type)
    {
        string content = $$"""{ {{Spec.Quote(type)}}: { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } }""";
        Examined examined = Outcome.Examine(Spec.Operation($$"""
            { "requestBody": { "required": true, "content": {{content}} },
                "responses": { "200": { "description": "Done.", "content": {{content}} } } }
            """, method: "post"), Budget.Ordinary);

        Assert.IsNotEmpty(examined.Files);
        Assert.IsTrue(
            examined.Diagnostics.All(static list =>
                list.Any(static d => d.Id is Descriptors.Unsupported or Descriptors.SkippedOperation or Descriptors.Invalid)),
            "Nobody is told.");
    }

    [TestMethod]
    [DataRow("a&b=c")]
    [DataRow("a;b#c")]
    [DataRow("\"+OGPWN+\"")]
    [DataRow("[]")]
    [DataRow(" ")]
    public void S32_E_a_key_of_a_query_that_is_more_than_a_key(string name)
    {
        using Loaded loaded = Outcome.Compiled(Parameter(name, "query")).Load();

        Assert.AreEqual(
            $"https://sample.invalid/things?{Uri.EscapeDataString(name)}=v%26w",
            loaded.Send("SampleClient", "CallIt", "v&w").RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    public void S32_E_a_key_of_a_query_that_closes_its_literal() => Outcome.Escaped(Parameter("\"+OGPWN+\"", "query"));

    [TestMethod]
    [DataRow("query")]
    [DataRow("header")]
    [DataRow("cookie")]
    public void S32_D_a_parameter_without_a_name(string place)
        => Outcome.Located(Parameter("", place), Descriptors.Unsupported, "without a name", Item);

    [TestMethod]
    public void S33_R_parameters_of_one_name_and_names_that_are_taken()
    {
        string[] names =
        [
            "id", "class", "cancellationToken", "client", "_", "request", "value", "body", "options", "this", "Task", "System", "global",
        ];
        string parameters = string.Join(
            ", ", names.Select(static name => $$"""{ "name": "{{name}}", "in": "query", "schema": { "type": "string" } }"""));
        Examined examined = Outcome.Renamed(Spec.Operation($$"""
            {
              "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "id", "in": "header",
                    "schema": { "type": "string" } },
                { "name": "id", "in": "cookie", "schema": { "type": "string" } }, {{parameters}}
              ],
              "requestBody": { "content": { "application/json": { "schema": { "type": "string" } } } }
            }
            """, "/things/{id}", "post"));

        using Loaded loaded = examined.Load();
        HttpRequestMessage request = loaded.Send("SampleClient", "CallIt", ["p", null, .. names.Select(static _ => "v"), "h", "c"]);
        Assert.AreEqual(
            "https://sample.invalid/things/p?" + string.Join('&', names.Select(static name => name + "=v")),
            request.RequestUri!.AbsoluteUri);
        Assert.AreEqual("h", request.Headers.GetValues("id").Single());
        Assert.AreEqual("id=c", request.Headers.GetValues("Cookie").Single());
    }

    [TestMethod]
    [DataRow("200\": OGPWN")]
    [DataRow("99")]
    [DataRow("99999")]
    [DataRow("-1")]
    [DataRow("4XY")]
    public void S35_D_a_status_that_is_none(string status)
    {
        Examined examined = Outcome.Examine(Responses(status), Budget.Ordinary);

        Assert.IsNotEmpty(examined.Files);
        Assert.IsFalse(System.Text.RegularExpressions.Regex.IsMatch(examined.Code, "Create<[^>]*>[^(]*\\((99|99999|-1)"), examined.Code);
    }

    [TestMethod]
    [DataRow("2XX")]
    [DataRow("default")]
    [DataRow("4xx")]
    public void S35_E_a_status_that_is_a_range(string status) => Outcome.Compiled(Responses(status));

    [TestMethod]
    public void S36_E_headers_links_and_callbacks_of_answers()
    {
        string hostile = Spec.Quote("{$request.body#/url}\" OGPWN();//\r\n");
        Examined examined = Outcome.Compiled(Spec.Operation($$"""
            {
              "responses": { "204": { "description": "Done.", "headers": { {{hostile}}: { "schema": { "type": "string" } } },
                  "links": { {{hostile}}: { "operationId": {{hostile}}, "parameters": { {{hostile}}: {{hostile}} } } } } },
              "callbacks": { {{hostile}}: { {{hostile}}: { "post": { "responses": { "200": { "description": "Done." } } } } } }
            }
            """));

        Assert.IsNotNull(examined.Assembly);
    }

    [TestMethod]
    public void S37_E_a_security_scheme_whose_key_is_code()
        => Outcome.Escaped(Secured("""{ "type": "apiKey", "in": "query", "name": "k\"+OGPWN+\"&" }""", "key\"+OGPWN+\"\n"));

    [TestMethod]
    public void S37_E_a_security_scheme_whose_texts_are_hostile()
    {
        string hostile = Spec.Quote("x\"+OGPWN+\"\n<x>");
        Examined examined = Outcome.Escaped(Secured($$"""
            {
              "type": "oauth2", "description": {{hostile}}, "bearerFormat": {{hostile}},
              "flows": { "clientCredentials": { "tokenUrl": "http://127.0.0.1:{{Surroundings.Port}}/token",
                  "scopes": { {{hostile}}: {{hostile}} } } }
            }
            """, "oauth"));

        // A comment says where tokens are had; the client itself never asks there.
        Assert.IsEmpty(
            examined.Code.Split('\n')
                .Where(static line =>
                    line.Contains("127.0.0.1", StringComparison.Ordinal) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("""{ "type": "apiKey", "in": "header", "name": "X\r\nEvil: 1" }""")]
    [DataRow("""{ "type": "apiKey", "in": "header", "name": "" }""")]
    [DataRow("""{ "type": "apiKey", "in": "cookie", "name": "a;b" }""")]
    [DataRow("""{ "type": "http", "scheme": "Basic\r\nEvil: 1" }""")]
    [DataRow("""{ "type": "http", "scheme": "a b" }""")]
    public void S37_D_a_security_scheme_that_no_message_can_carry(string scheme)
        => Outcome.Located(Secured(scheme, "key"), Descriptors.Unsupported, "'key'", "key");

    private static Spec Parameter(string name, string place)
        => Spec.Operation(
            $$"""{ "parameters": [ { "name": {{Spec.Quote(name)}}, "in": "{{place}}", "schema": { "type": "string" } } ] }""");

    private static Spec Responses(string status)
        => Spec.Operation($$"""
            { "responses": {
              "204": { "description": "Done." },
              {{Spec.Quote(status)}}: { "description": "Done.", "content": {
                  "application/json": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } } }
            } }
            """);

    private static Spec Secured(string scheme, string key)
        => Spec.Json($$"""
            {
              "openapi": "3.1.0",
              "paths": { "/a": { "get": { "operationId": "CallIt", "security": [ { {{Spec.Quote(key)}}: [] } ],
                  "responses": { "204": { "description": "Done." } } } } },
              "components": { "securitySchemes": { {{Spec.Quote(key)}}: {{scheme}} } }
            }
            """);
}
