using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Titles, versions and descriptions: texts for people.</summary>
[TestClass]
public sealed class TextTests : HostileCases
{
    [TestMethod]
    public void S01_R_a_title_that_is_code()
    {
        Examined examined = Outcome.Escaped(
            Titled("Api{}\nclass OGPWN{[System.Runtime.CompilerServices.ModuleInitializer]internal static void M(){}}"));

        using Loaded loaded = examined.Load();
        Assert.Contains("ApiClassOgpwnSystemRuntimeCompilerServicesModuleInitializerInternalStaticVoidMClient", loaded.TypeNames);
    }

    [TestMethod]
    [DataRow("", "ApiClient")]
    [DataRow("\ud83d\ude00", "ApiClient")]
    [DataRow("123", "Api123Client")]
    [DataRow("class", "ClassClient")]
    public void S02_R_a_title_that_is_no_identifier(string title, string client)
    {
        using Loaded loaded = Outcome.Renamed(Titled(title)).Load();

        Assert.Contains(client, loaded.TypeNames);
    }

    [TestMethod]
    public void S03_E_a_version_that_ends_its_literal_and_its_header()
    {
        Examined examined = Outcome.Escaped(Spec.Json($$"""
            { "info": { "title": "Sample", "version": {{Spec.Quote("1\"\r\n;OGPWN")}} },
                "paths": { "/a": { "get": { "operationId": "CallIt", "responses": { "204": { "description": "Done." } } } } } }
            """));

        using Loaded loaded = examined.Load();
        HttpRequestMessage request = loaded.Send("SampleClient", "CallIt");
        string agent = string.Join(' ', request.Headers.GetValues("User-Agent"));
        Assert.IsTrue(
            agent.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or ' ' or '-' or '_' or '(' or ')' or '+'), agent);
    }

    [TestMethod]
    [DataRow("x\nclass OGPWN{}//")]
    [DataRow("x\n\n\nclass OGPWN{}//\n")]
    public void S04_E_a_description_of_several_lines(string text) => Outcome.Escaped(Described(text));

    [TestMethod]
    [DataRow("\r")]
    [DataRow("\r\n")]
    [DataRow("\u0085")]
    [DataRow("\u2028")]
    [DataRow("\u2029")]
    public void S05_E_a_description_with_each_line_end_that_CSharp_knows(string lineEnd)
        => Outcome.Escaped(Described($"x{lineEnd}class OGPWN{{}}//"));

    [TestMethod]
    [DataRow("</summary><include file=\"canary.xml\" path=\"//s\"/><summary>")]
    [DataRow("<include file='canary.xml' path='//s'/>")]
    [DataRow("<include file=\"../canary.xml\" path=\"//s\"/>")]
    [DataRow("<include file=\"/etc/passwd\" path=\"//x\"/>")]
    public void S06_E_a_description_that_makes_the_compiler_read_a_file(string text)
        => Assert.DoesNotContain("<include", Outcome.Escaped(Described(text)).Code);

    [TestMethod]
    public void S06_E_the_compiler_would_read_that_file()
    {
        IReadOnlyDictionary<string, string> files = Outcome.Escaped(Described("<include file='canary.xml' path='//s'/>")).Files;

        string documentation = Strict.TryCompile(
            files.ToDictionary(static file => file.Key, static file => Unencoded.Of(file.Value))).Documentation;

        Assert.Contains(Surroundings.Secret, documentation);
    }

    [TestMethod]
    [DataRow("*/ --> ]]> & < <see cref=\"X\"/>")]
    [DataRow("<![CDATA[")]
    [DataRow("&xxe; &#0; &#x1F;")]
    [DataRow("`<c>` ``` ` ``")]
    public void S07_E_a_description_that_is_markup(string text) => Outcome.Escaped(Described(text));

    [TestMethod]
    public void S08_E_a_description_with_what_XML_cannot_hold()
    {
        string controls = string.Concat(Enumerable.Range(0, 32).Select(static c => (char)c)) + "\u007f\ufffe\uffff";

        Examined examined = Outcome.Escaped(Described(controls + "<x>"));

        Assert.Contains("&#xFFFD;", examined.Code);
    }

    [TestMethod]
    [OneNotation("YAML has no halves of surrogate pairs.")]
    public void S08_E_a_description_with_half_a_surrogate_pair()
    {
        Examined examined = Outcome.Escaped(Spec.JsonOnly("""
            { "openapi": "3.0.3", "info": { "title": "Sample", "version": "1", "description": "a\ud800b\udc00<x>" }, "paths": {} }
            """));

        Assert.Contains("a&#xFFFD;b&#xFFFD;", examined.Code);
    }

    [TestMethod]
    [DataRow("\" /><include file='canary.xml' path='//s'/>")]
    [DataRow("javascript:alert(1)")]
    [DataRow("https://docs.invalid/\"/><OGPWN>")]
    public void S09_E_an_address_of_documentation_that_leaves_its_attribute(string url)
    {
        Examined examined = Outcome.Compiled(Spec.Json($$"""
            {
              "externalDocs": { "url": {{Spec.Quote(url)}} },
              "tags": [ { "name": "t", "externalDocs": { "url": {{Spec.Quote(url)}} } } ],
              "paths": { "/a": { "get": { "tags": [ "t" ], "externalDocs": { "url": {{Spec.Quote(url)}} },
                  "responses": { "204": { "description": "Done." } } } } },
              "components": { "schemas": { "A": { "type": "object", "externalDocs": { "url": {{Spec.Quote(url)}} },
                  "properties": { "b": { "type": "string" } } } } }
            }
            """));

        Assert.DoesNotContain("javascript:", examined.Code);
        Assert.AreEqual(
            url.StartsWith("https:", StringComparison.Ordinal),
            examined.Code.Contains("<see href=\"https://docs.invalid/&quot;/\"/>&lt;OGPWN&gt;", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("*/ OGPWN")]
    [DataRow("**//")]
    [DataRow("*/*/ <")]
    public void S10_E_a_summary_that_ends_comments(string text)
    {
        string quoted = Spec.Quote(text + "\n<OGPWN>");
        Outcome.Escaped(Spec.Json($$"""
            {
              "tags": [ { "name": "t", "description": {{quoted}} } ],
              "paths": { "/a": { "summary": {{quoted}}, "get": { "tags": [ "t" ], "summary": {{quoted}},
                  "responses": { "204": { "description": {{quoted}} } } } } },
              "components": { "schemas": { "A": { "type": "string", "enum": [ "a", "b" ], "x-enum-descriptions": [ {{quoted}}, {{quoted}} ],
                  "description": {{quoted}} } } }
            }
            """));
    }

    private static Spec Titled(string title) => Spec.Json($$"""{ "info": { "title": {{Spec.Quote(title)}}, "version": "1" } }""");

    /// <summary>A document in which everything that may be described is described so.</summary>
    private static Spec Described(string text)
    {
        string description = $"\"description\": {Spec.Quote(text)}";
        return Spec.Json($$"""
            {
              "info": { "title": "Sample", "version": "1", {{description}} },
              "servers": [ { "url": "https://{region}.invalid", {{description}},
                  "variables": { "region": { "default": "eu", {{description}} } } } ],
              "tags": [ { "name": "things", {{description}} } ],
              "paths": { "/things/{id}": { {{description}}, "get": {
                "tags": [ "things" ], {{description}},
                "parameters": [ { "name": "id", "in": "path", "required": true, {{description}}, "schema": { "type": "string" } } ],
                "requestBody": { {{description}}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } },
                "responses": { "200": { {{description}}, "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/U" } } } } }
              } } },
              "components": {
                "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", {{description}} } },
                "schemas": {
                  "A": { "type": "object", {{description}}, "properties": { "b": { "type": "string", {{description}} },
                      "kind": { "type": "string" } } },
                  "B": { "type": "object", {{description}}, "properties": { "c": { "type": "string", {{description}} },
                      "kind": { "type": "string" } } },
                  "E": { "type": "string", {{description}}, "enum": [ "a", "b" ] },
                  "U": { {{description}}, "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ],
                      "discriminator": { "propertyName": "kind" } },
                  "C": { {{description}}, "oneOf": [ { "type": "string", {{description}} }, { "type": "integer" } ] }
                }
              }
            }
            """);
    }
}
