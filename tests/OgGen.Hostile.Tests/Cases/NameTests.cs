using System.Text.Json;
using OgGen.Generator.Common;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Names of operations, tags, properties and schemas: identifiers, and names of files.</summary>
[TestClass]
public sealed class NameTests : HostileCases
{
    [TestMethod]
    [DataRow("X(){} class OGPWN{ void Y", "XClassOgpwnVoidYAsync")]
    [DataRow("class", "ClassAsync")]
    [DataRow("1x", "_1xAsync")]
    [DataRow("a\u202eb", "ABAsync")]
    [DataRow("Dispose", "DisposeAsync")]
    [DataRow("ToString", "ToStringAsync")]
    public void S40_R_an_operation_id_that_is_no_name(string id, string method)
    {
        using Loaded loaded = Outcome.Renamed(Operations(id)).Load();

        Assert.Contains(method, loaded.Methods("DefaultClient"));
    }

    [TestMethod]
    public void S40_E_an_operation_id_that_closes_its_literal() => Outcome.Escaped(Operations("x\"+OGPWN+\"\u202e"));

    [TestMethod]
    public void S40_R_an_operation_id_of_10_kB_or_without_a_character()
    {
        using Loaded loaded = Outcome.Renamed(Operations(new string('a', 10_000), "", "\ud83d\ude00")).Load();

        Assert.HasCount(3, loaded.Methods("DefaultClient"));
    }

    [TestMethod]
    public void S41_R_operation_ids_that_are_one_name()
    {
        Examined examined = Outcome.Renamed(Operations("get", "Get", "GET", "get", null, null));

        using Loaded loaded = examined.Load();
        Assert.HasCount(6, loaded.Methods("DefaultClient").Distinct());
        Assert.Contains("GetAsync", loaded.Methods("DefaultClient"), "The first one has the name.");
    }

    [TestMethod]
    [DataRow("../../x", "XClient")]
    [DataRow("a/b", "ABClient")]
    [DataRow("CON", "ConClient")]
    [DataRow("", "DefaultClient")]
    [DataRow("\ud83d\ude00", "DefaultClient")]
    [DataRow("Client", "ClientClient")]
    [DataRow("Sample", "SampleOperations")]
    [DataRow("With", "WithClient")]
    [DataRow("class", "ClassClient")]
    public void S42_R_a_tag_that_is_a_path_or_a_device(string tag, string group)
    {
        using Loaded loaded = Outcome.Renamed(Tagged(tag)).Load();

        Assert.Contains(group, loaded.TypeNames);
    }

    [TestMethod]
    public void S42_R_tags_of_300_characters_and_of_one_name()
    {
        using Loaded loaded = Outcome.Renamed(
            Tagged(new string('x', 300) + "1", new string('x', 300) + "2", "PETS", "Pets", "pets", "a-b", "a_b", "aB", "\u00e9", "e\u0301"))
            .Load();

        Assert.IsTrue(loaded.TypeNames.All(static name => name.Length <= Limits.Name + "ClientOperations".Length));
    }

    [TestMethod]
    public void S43_E_members_that_close_their_literal()
        => AssertMembers(
            Outcome.Escaped,
            "a\"\n",
            "\\",
            "",
            " ",
            "\0",
            "$type",
            "$id",
            "$ref",
            "a\0b",
            "\u2028",
            "{0}",
            "a\"+OGPWN+\"",
            "<x>",
            "\ud83d\ude00");

    [TestMethod]
    public void S44_R_members_that_every_class_has() => AssertMembers(
        Outcome.Renamed,
        "A",
        "ToString",
        "Equals",
        "GetHashCode",
        "EqualityContract",
        "Clone",
        "PrintMembers",
        "get_X",
        "X",
        "GetType",
        "MemberwiseClone",
        "op_Equality",
        "Finalize",
        "ReferenceEquals",
        "AdditionalProperties",
        "Read",
        "Write",
        "WriteAdditional",
        "StartObject",
        "Match",
        "Switch",
        "Known",
        "Value",
        "value__",
        "_hasA",
        "NextMember",
        "ReadString",
        "JsonRead");

    [TestMethod]
    public void S45_R_members_whose_names_the_compiler_takes_for_one() => AssertMembers(Outcome.Renamed,
        "ab", "a\u200db", "a\u200bb", "a-b", "a_b", "foo", "Foo", "FOO", "\u00e9", "e\u0301", "x\u00adx", "xx", "\u0430b");

    [TestMethod]
    public void S46_R_members_whose_case_depends_on_the_culture()
        => AssertMembers(Outcome.Renamed, "\ufb01", "\u0131", "\u0130", "\u00df", "i", "I", "title", "\u01c6", "\u01c4");

    [TestMethod]
    public void S47_E_schemas_that_have_names_of_the_framework()
    {
        string[] names =
        [
            "Task", "String", "Object", "List", "Uri", "System", "Microsoft", "Exception", "Attribute", "Nullable", "OgGen", "Json", "Func",
            "Int64", "IEquatable", "Dictionary", "JsonElement", "ApiModel", "ApiClient", "Sample",
        ];
        string schemas = string.Join(", ", names.Select(static name => $$"""
            "{{name}}": { "type": "object", "properties": { "list": { "type": "array",
                "items": { "$ref": "#/components/schemas/{{name}}" } }, "uri": { "type": "string", "format": "uri" }, "any": {}, "n": {
                    "type": "integer", "nullable": true } } }
            """));
        Examined examined = Outcome.Compiled(Spec.Json($$"""
            {
              "paths": { "/a": { "post": { "operationId": "CallIt",
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Task" } } } },
                "responses": { "200": { "description": "Done.", "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/String" } } } } } } } },
              "components": { "schemas": { {{schemas}} } }
            }
            """));

        Assert.Contains(
            "CS",
            Strict.TryCompile(
                examined.Files.ToDictionary(
                    static file => file.Key,
                    static file => file.Value.Replace("global::", "", StringComparison.Ordinal)
                        .Replace("system::", "System.", StringComparison.Ordinal)
                        .Replace("json::", "OgGen.Json.", StringComparison.Ordinal))).Problems,
            "Without global:: it compiles as well.");
        using Loaded loaded = examined.Load();
        loaded.RoundTrip("TaskModel", """{ "list": [ { "any": 1, "n": null } ], "uri": "https://a.invalid/" }""");
    }

    [TestMethod]
    public void S48_R_schemas_that_have_names_of_what_is_generated_for_others()
    {
        string[] names =
        [
            "Sample", "SampleClient", "SampleJson", "SampleServer", "SampleCredential", "DefaultClient", "DefaultCallIt",
            "DefaultCallItRequest", "DefaultCallItResponse", "UnknownU", "U", "UKind", "Known", "Default",
            "CancellationToken",
            "GeneratedCode", "JsonConverter", "JsonWriteMode", "SetsRequiredMembers", "Utf8JsonReader", "Utf8JsonWriter", "JsonRead",
            "MemberWriter", "StartObject",
        ];
        string schemas = string.Join(
            ", ",
            names.Where(static name => name != "U")
                .Select(static name =>
                    $$""" "{{name}}": { "type": "object", "properties": { "kind": { "type": "string" }, "b": { "type": "string" } } } """));
        Examined examined = Outcome.Renamed(Spec.Json($$"""
            {
              "servers": [ { "url": "https://x.invalid" } ],
              "paths": { "/a": { "post": { "operationId": "CallIt",
                "requestBody": { "content": { "application/json": { "schema": { "type": "object",
                    "properties": { "in": { "type": "object", "properties": { "c": { "type": "string" } } } } } } } },
                "responses": { "200": { "description": "Done.", "content": {
                    "application/json": { "schema": { "type": "object", "properties": { "out": { "type": "string" } } } } } } } } } },
              "components": {
                "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
                "schemas": { {{schemas}}, "U": { "oneOf": [ { "$ref": "#/components/schemas/Sample" },
                    { "$ref": "#/components/schemas/Known" } ], "discriminator": { "propertyName": "kind" } } }
              }
            }
            """));

        Assert.IsNotNull(examined.Assembly);
    }

    [TestMethod]
    [DataRow("../../evil", "a/b", "a~1b", "%2F")]
    [DataRow("con", "nul", "Alert", "alert")]
    [DataRow("ALERT", "aLERT", "alert.", "alert ")]
    [DataRow("..", ".", "a\\b", "C:\\x")]
    public void S49_R_keys_of_components_that_are_paths(params string[] keys)
    {
        Examined examined = Outcome.Renamed(
            Spec.Schemas(
                "{"
                    + string.Join(
                        ", ",
                        keys.Select(static key =>
                            $$"""{{Spec.Quote(key)}}: { "type": "object", "properties": { "b": { "type": "string" } } }""")) + "}"));

        Assert.HasCount(examined.Files.Count, examined.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase));
        using Loaded loaded = examined.Load();
        Assert.HasCount(keys.Length, loaded.TypeNames.Where(static name => name is not ("SampleClient" or "SampleJson")));
    }

    [TestMethod]
    public void S50_E_keywords_as_every_kind_of_name()
    {
        string[] keywords =
        [
            .. Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKinds()
                .Select(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetText)
                .Where(static text => char.IsLetter(text[0]) || text[0] == '_'),
            "record",
            "required",
            "file",
            "scoped",
            "field",
            "await",
            "__arglist",
            "dynamic",
            "nint",
            "nuint",
            "notnull",
            "unmanaged",
            "extension",
            "args",
            "nameof",
            "union",
            "closed",
        ];
        string[] distinct = [.. keywords.Distinct()];
        string schemas = string.Join(
            ", ",
            distinct
                .Select(static word =>
                    $$""" "{{word}}": { "type": "object", "properties": { "{{word}}": { "type": "string", "enum": [ "{{word}}", "other" """
                        + """] } } } """));
        string parameters = string.Join(
            ", ", distinct.Select(static word => $$"""{ "name": "{{word}}", "in": "query", "schema": { "type": "string" } }"""));
        Examined examined = Outcome.Compiled(Spec.Json($$"""
            {
              "tags": [ { "name": "event" } ],
              "paths": { "/a/{base}": { "get": { "operationId": "checked", "tags": [ "event" ],
                  "parameters": [ {{parameters}}, { "name": "base", "in": "path", "required": true,
                      "schema": { "type": "string" } } ], "responses": { "204": { "description": "Done." } } } } },
              "components": { "schemas": { {{schemas}} } }
            }
            """));

        Assert.Contains(
            "CS",
            Strict.TryCompile(
                examined.Files.ToDictionary(
                    static file => file.Key, static file => file.Value.Replace(" @", " ", StringComparison.Ordinal))).Problems,
            "Without @ it compiles as well.");
        using Loaded loaded = examined.Load();
        loaded.RoundTrip("Class", ["class"]);
    }

    [TestMethod]
    public void S51_R_names_that_the_compiler_refuses_for_their_length()
    {
        string[] names =
        [
            .. new[] { Limits.Name - 1, Limits.Name, Limits.Name + 1, 1_023, 1_024, 50_000 }.Select(
                static length => new string('n', length)),
        ];
        AssertMembers(Outcome.Renamed, names);
        using Loaded loaded = Outcome.Renamed(
            Spec.Schemas(
                "{"
                    + string.Join(
                        ", ",
                        names.Select(static name =>
                            $$""" "{{name}}": { "type": "object", "properties": { "b": { "type": "string" } } } """)) + "}")).Load();

        Assert.HasCount(names.Length + 2, loaded.TypeNames);
        Assert.AreEqual(Limits.Name, loaded.TypeNames.Max(static name => name.Length), "What is longer ends in a hash.");
        Assert.Contains(
            char.ToUpperInvariant('n') + new string('n', Limits.Name - 1), loaded.TypeNames, "What is as long as allowed is kept.");
    }

    [TestMethod]
    public void S51_R_the_compiler_refuses_names_of_1024_bytes()
    {
        string problems = Strict.TryCompile(
            new Dictionary<string, string> { ["a"] = $"/// <summary>A.</summary>\npublic class {new string('N', 1_024)} {{ }}" }).Problems;

        Assert.Contains("CS7013", problems);
    }

    [TestMethod]
    public void S52_E_what_is_invisible_or_looks_like_something_else()
    {
        const string text = "\u202e\u2066x\u2069\u200b\u200d\ufeff\u00ad \u0430\u0435 <OGPWN>";
        Examined examined = Outcome.Escaped(Spec.Json($$"""
            {
              "info": { "title": {{Spec.Quote(text)}}, "version": {{Spec.Quote(text)}}, "description": {{Spec.Quote(text)}} },
              "components": { "schemas": { {{Spec.Quote("S" + text)}}: { "type": "object", "description": {{Spec.Quote(text)}},
                  "properties": { {{Spec.Quote("p" + text)}}: { "type": "string", "enum": [ {{Spec.Quote(text)}} ] } } } } }
            }
            """));

        Assert.IsFalse(examined.Code.Any(static c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));
    }

    [TestMethod]
    [OneNotation("YAML has no halves of surrogate pairs.")]
    public void S53_E_halves_of_surrogate_pairs()
    {
        Examined examined = Outcome.Escaped(Spec.JsonOnly("""
            { "openapi": "3.0.3", "info": { "title": "Sample", "version": "\udfff" }, "paths": {}, "components": { "schemas": {
              "A\ud800": { "type": "object", "properties": { "p\ud800": { "type": "string",
                  "enum": [ "a\ud800\"", "b\udc00", "\ud83d\ude00" ] } } } } } }
            """));

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", """{ "p\uFFFD": "a\uFFFD\"" }""");
    }

    [TestMethod]
    public void S54_E_what_is_said_of_deprecated_elements()
    {
        string hostile = Spec.Quote("x\")] class OGPWN{}\n[A(\"<x>");
        Examined examined = Outcome.Escaped(Spec.Json($$"""
            {
              "paths": { "/a": { "get": { "deprecated": true, "x-deprecated-message": {{hostile}}, "x-sunset": {{hostile}},
                  "description": {{hostile}}, "responses": { "204": { "description": "Done." } } } } },
              "components": { "schemas": { "A": { "type": "object", "deprecated": true, "description": {{hostile}},
                  "properties": { "b": { "type": "string", "deprecated": true, "description": {{hostile}},
                      "x-deprecated": {{hostile}} } } } } }
            }
            """));

        Assert.Contains("Obsolete", examined.Code);
    }

    private static void AssertMembers(Func<Spec, Budget?, Examined> outcome, params string[] names)
    {
        string properties = string.Join(", ", names.Select(static name => $$"""{{Spec.Quote(name)}}: { "type": "string" }"""));
        string required = string.Join(", ", names.Select(Spec.Quote));
        Examined examined = outcome(
            Spec.Schemas(
                $$"""{ "A": { "type": "object", "properties": { {{properties}} } }, "Demanding": { "type": "object", "required": [ """
                    + $$"""{{required}} ], "properties": { {{properties}} } } }"""),
            null);

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", names);
        loaded.RoundTrip("Demanding", names);
        Assert.HasCount(names.Length, loaded.Properties("A"));
        foreach (string name in names)
        {
            loaded.RoundTrip("A", [name]);
            Assert.Throws<JsonException>(() => loaded.RoundTrip("Demanding", names.Where(other => other != name)));
        }
    }

    private static Spec Operations(params string?[] ids)
        => Spec.Json("{ \"paths\": {" + string.Join(", ", ids.Select(static (id, i) => $$"""
            "/p{{i}}": { "get": { {{(id is null ? "" : $"\"operationId\": {Spec.Quote(id)},")}} "responses": {
                "204": { "description": "Done." } } } }
            """)) + "} }");

    private static Spec Tagged(params string[] tags)
        => Spec.Json("{ \"paths\": {" + string.Join(", ", tags.Select(static (tag, i) => $$"""
            "/p{{i}}": { "get": { "operationId": "Call{{i}}", "tags": [ {{Spec.Quote(tag)}} ],
                "responses": { "204": { "description": "Done." } } } }
            """)) + "} }");
}
