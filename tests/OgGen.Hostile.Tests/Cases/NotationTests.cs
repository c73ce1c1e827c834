using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Schemas;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>The notations themselves: aliases, nesting, scalars, encodings, and documents of the wrong shape.</summary>
[TestClass]
public sealed class NotationTests : HostileCases
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: Sample, version: '1' }
        paths: {}

        """;

    [TestMethod]
    [OneNotation("JSON has no aliases.")]
    public void S69_F_a_billion_laughs()
        => Outcome.Refused(Spec.YamlOnly(Head + Laughs(levels: 9, width: 9)), "aliases", budget: Budget.DenialOfService);

    [TestMethod]
    [OneNotation("JSON has no aliases.")]
    public void S70_F_aliases_that_fan_out()
        => Outcome.Refused(Spec.YamlOnly(Head + Laughs(levels: 5, width: 21)), "aliases", budget: Budget.DenialOfService);

    [TestMethod]
    [OneNotation("JSON has no aliases.")]
    public void S71_F_an_alias_to_what_surrounds_it()
    {
        Outcome.Refused(Spec.YamlOnly(Head + "x-a: &a [ *a ]\n"), "no anchor before it");
        Outcome.Refused(Spec.YamlOnly(Head + "x-a: &a { b: *a }\n"), "no anchor before it");
    }

    [TestMethod]
    [OneNotation("JSON has no aliases.")]
    public void S71_F_aliases_that_add_up_to_depth()
    {
        string half = string.Concat(Enumerable.Repeat("[ ", 40)) + "X" + string.Concat(Enumerable.Repeat(" ]", 40));

        Outcome.Refused(
            Spec.YamlOnly(
                Head
                    + $"x-a: &a {half.Replace("X", "1", StringComparison.Ordinal)}\nx-b: "
                    + $"{half.Replace("X", "*a", StringComparison.Ordinal)}\n"),
            "64");
    }

    [TestMethod]
    [DataRow("x: ", "[", 5_000)]
    [DataRow("x: ", "{ a: ", 5_000)]
    [DataRow("x:\n ", "- ", 5_000)]
    [DataRow("x: ", "[", 100_000)]
    [OneNotation("The other notation has a test of its own.")]
    public void S72_F_nesting_without_end_in_YAML(string start, string nesting, int count)
        => Outcome.Refused(
            Spec.YamlOnly(Head + start + string.Concat(Enumerable.Repeat(nesting, count))), "64", budget: Budget.DenialOfService);

    [TestMethod]
    [DataRow("[", 65)]
    [DataRow("[", 100_000)]
    [DataRow("{\"a\":", 100_000)]
    [OneNotation("The other notation has a test of its own.")]
    public void S72_F_nesting_without_end_in_JSON(string nesting, int count)
        => Outcome.Refused(
            Spec.JsonOnly("{ \"openapi\": \"3.0.3\", \"x\": " + string.Concat(Enumerable.Repeat(nesting, count))),
            "64",
            budget: Budget.DenialOfService);

    [TestMethod]
    [DataRow("!!python/object:os.system 'OGPWN'")]
    [DataRow("!!js/function 'function() { OGPWN }'")]
    [DataRow("!<tag:evil.invalid,2026:x> y")]
    [DataRow("!!binary aGFsbG8=")]
    [DataRow("!!set { a, b }")]
    [DataRow("!local z")]
    [OneNotation("JSON has no tags.")]
    public void S73_D_a_tag_makes_nothing_but_a_value(string value)
        => Assert.DoesNotContain(
            "OGPWN", Outcome.Located(Spec.YamlOnly(Head + $"x-tagged: {value}\n"), Descriptors.Invalid, "is ignored", "x-tagged").Code);

    [TestMethod]
    [OneNotation("JSON has no merge keys.")]
    public void S73_E_a_merge_key_brings_in_the_members_of_another_mapping()
    {
        using Loaded loaded = Outcome.Compiled(Spec.YamlOnly(Head + """
            components:
              schemas:
                A: &a { type: object, properties: { b: { type: string } } }
                C:
                  <<: *a
                  description: Merged.

            """)).Load();

        loaded.RoundTrip("C", ["b"]);
    }

    [TestMethod]
    [OneNotation("JSON has no merge keys.")]
    public void S73_F_a_merge_key_of_anything_else()
    {
        Outcome.Refused(Spec.YamlOnly(Head + "x-a: { <<: text }\n"), "'<<' merges");
        Outcome.Refused(Spec.YamlOnly(Head + "x-a: { <<: [ { a: 1 }, 2 ] }\n"), "'<<' merges");
    }

    [TestMethod]
    [OneNotation("JSON has no plain scalars.")]
    public void S74_E_scalars_are_those_of_YAML_1_2()
    {
        string[] texts =
        [
            "yes", "no", "on", "off", "y", "n", "1_000", "12:30:45", "2024-01-01", "0b1", "1e", "0x1F", "0o17", ".inf", ".NaN", "+", "-",
            "1.2.3", "1,5", "NULL_", "tRUE",
        ];
        Examined examined = Outcome.Compiled(Spec.YamlOnly(Head + $$"""
            components:
              schemas:
                A:
                  type: object
                  properties:
                    no: { type: string, enum: [ {{string.Join(", ", texts.Where(static text => text is not ("1,5" or "-")))}} ] }
                    on: { type: string }
                    12:30:45: { type: string }
                    2024-01-01: { type: string }
                    ~: { type: string }
                    012: { type: string }

            """));

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", ["no", "on", "12:30:45", "2024-01-01", "~", "012"]);
        Assert.AreEqual(
            string.Join(' ', texts.Where(static text => text is not ("1,5" or "-"))), string.Join(' ', loaded.Known("ANo").Values));
    }

    [TestMethod]
    [OneNotation("A document in each notation, as trees have no key twice.")]
    public void S75_D_a_key_that_stands_twice_is_reported_and_the_last_one_counts()
    {
        const string first = "\"A\": { \"type\": \"object\", \"properties\": { \"first\": { \"type\": \"string\" } } }";
        string second = first.Replace("first", "second", StringComparison.Ordinal);
        var json = Spec.JsonOnly($$"""
            { "openapi": "3.0.3", "info": { "title": "Sample", "version": "1" }, "paths": {}, "components": { "schemas": {
            {{first}},
            {{second}} } } }
            """);
        var yaml = Spec.YamlOnly(Head + $$"""
            components:
              schemas:
                {{first.Replace("\"A\"", "A", StringComparison.Ordinal)}}
                {{second.Replace("\"A\"", "A", StringComparison.Ordinal)}}

            """);
        foreach (Spec spec in new[] { json, yaml })
        {
            using Loaded loaded = Outcome.Located(spec, Descriptors.DuplicateKey, "'A'", "second").Load();

            loaded.RoundTrip("A", ["second"]);
        }
    }

    [TestMethod]
    public void S76_F_what_is_no_document()
    {
        foreach (string text in new[]
        {
            "",
            " \n\t ",
            "\ufeff",
            "\0",
            "\0\0o\0p\0e\0n\0a\0p\0i",
            "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
            "<!DOCTYPE html><html><body>404</body></html>",
            "{ \"openapi\": \"3.0.3\", \"paths\": {",
            "// comment\n{}",
            "{ \"a\": 1, }",
            "\ufffd\ufffd\ufffd",
            "null",
            "5",
            "\"text\"",
            "[]",
            "{}",
            "- a\n- b",
            "GIF89a",
            "PK\u0003\u0004",
            "@startuml",
            "%PDF-1.4",
            "---\n...\n---\n",
            "&a",
            "*a",
            "? ?",
            ": :",
            " : t",
            "{{",
            "}}",
            "'",
            "\"",
            "|",
            ">",
            "`",
            "%",
            "!",
            "!!",
            "\t",
        })
        {
            Examined examined = Outcome.Examine(Spec.Text(text), Budget.Ordinary);

            Assert.IsEmpty(examined.Files, text);
            Assert.IsTrue(
                examined.Diagnostics.All(
                    static list => list.Single(static d => d.Severity == DiagnosticSeverity.Error).Id == Descriptors.Unreadable),
                text);
        }
    }

    [TestMethod]
    [OneNotation("YAML has comments, and ends lists with commas.")]
    public void S76_F_a_document_in_comments_or_with_a_comma_too_many()
    {
        string json = Spec.Schemas("{}").Notations[0].Text!;
        Outcome.Refused(Spec.JsonOnly("/* OGPWN */" + json), "no valid JSON");
        Outcome.Refused(Spec.JsonOnly(json.Replace("\"paths\": {}", "\"paths\": {},", StringComparison.Ordinal)), "no valid JSON");
    }

    [TestMethod]
    public void S76_E_a_byte_order_mark_is_none_of_the_text()
        => Outcome.Compiled(Spec.Schemas("{}").With(static notation => notation with { Text = "\ufeff" + notation.Text }));

    [TestMethod]
    [OneNotation("JSON has one document in a file.")]
    public void S77_D_of_several_documents_the_first_one_counts()
    {
        string second = """
            ---
            openapi: 3.0.3
            info: { title: Hostile OGPWN, version: '2' }
            paths: {}

            """ + string.Concat(Enumerable.Repeat("---\n" + Laughs(9, 9), 10));
        Examined examined = Outcome.Located(Spec.YamlOnly(Head + second), Descriptors.Invalid, "several documents", "---");

        Assert.DoesNotContain("OGPWN", examined.Code);
    }

    [TestMethod]
    [OneNotation("YAML texts have a limit of their own.")]
    public void S78_E_a_description_of_16_MB_is_cut()
    {
        Examined examined = Outcome.Compiled(
            Spec.JsonOnly(
                $$"""{ "openapi": "3.0.3", "info": { "title": "Sample", "version": "1", "description": "{{new string('d', 16_000_000)}}" """
                    + """}, "paths": {} }"""),
            Budget.DenialOfService with { Compiles = true });

        Assert.Contains("d [...]", examined.Code);
        Assert.DoesNotContain(new string('d', Limits.Documentation + 1), examined.Code);
    }

    [TestMethod]
    public void S78_D_literals_beyond_what_an_assembly_holds()
    {
        string first = string.Join(", ", Enumerable.Range(0, 1_500).Select(static i => $"\"{i}{new string('v', 1_000)}\""));
        string second = string.Join(", ", Enumerable.Range(0, 1_500).Select(static i => $"\"{i}{new string('w', 1_000)}\""));

        Outcome.Located(
            Spec.Schemas($$"""{ "A": { "type": "string", "enum": [ {{first}} ] }, "B": { "type": "string", "enum": [ {{second}} ] } }"""),
            Descriptors.BeyondLimit,
            "characters in all enumerations",
            "w",
            Budget.DenialOfService);
    }

    [TestMethod]
    public void S79_D_100_000_paths()
        => Outcome.Located(
            Spec.Json("{ \"paths\": {" + string.Join(", ", Enumerable.Range(0, 100_000).Select(static i => $"\"/p{i}\": {{}}")) + "} }"),
            Descriptors.BeyondLimit,
            "20,000 paths",
            "/p20000",
            Budget.DenialOfService);

    [TestMethod]
    public void S79_D_70_000_values_of_an_enumeration()
        => Outcome.Located(
            Spec.Schemas(
                "{ \"A\": { \"type\": \"string\", \"enum\": ["
                    + string.Join(", ", Enumerable.Range(0, 70_000).Select(static i => $"\"v{i}\"")) + "] } }"),
            Descriptors.BeyondLimit,
            "5,000 values",
            "v5000",
            Budget.DenialOfService);

    [TestMethod]
    public void S79_D_70_000_parameters()
        => Outcome.Located(
            Spec.Operation(
                "{ \"parameters\": ["
                    + string.Join(
                        ", ",
                        Enumerable.Range(0, 70_000)
                            .Select(static i => $$"""{ "name": "p{{i}}", "in": "query", "schema": { "type": "string" } }""")) + "] }"),
            Descriptors.BeyondLimit,
            "1,000 parameters",
            "{|\"name\": \"p1000\"",
            Budget.DenialOfService);

    [TestMethod]
    public void S79_D_a_union_of_5_000_alternatives()
    {
        string schemas = string.Join(
            ", ",
            Enumerable.Range(0, 5_000)
                .Select(static i => $$""" "V{{i}}": { "type": "object", "properties": { "kind": { "type": "string" } } } """));
        string union = string.Join(", ", Enumerable.Range(0, 5_000).Select(static i => $$"""{ "$ref": "#/components/schemas/V{{i}}" }"""));

        Outcome.Located(
            Spec.Schemas($$"""{ "U": { "oneOf": [ {{union}} ], "discriminator": { "propertyName": "kind" } }, {{schemas}} }"""),
            Descriptors.BeyondLimit,
            "256 alternatives",
            "{|$ref",
            Budget.DenialOfService);
    }

    [TestMethod]
    [DataRow("\"type\": \"string\", \"minLength\": -1")]
    [DataRow("\"type\": \"array\", \"maxItems\": 1e18")]
    [DataRow("\"type\": \"array\", \"maxItems\": 99999999999999999999999999")]
    [DataRow("\"type\": \"number\", \"multipleOf\": 0")]
    [DataRow("\"type\": \"number\", \"minimum\": 5, \"maximum\": 1")]
    [DataRow("\"type\": \"number\", \"minimum\": \"x<OGPWN>\", \"maximum\": {}")]
    [DataRow("\"type\": \"string\", \"maxLength\": \"5\"")]
    [DataRow("\"type\": \"string\", \"maxLength\": 1.5")]
    public void S80_D_limits_that_make_no_sense_are_no_code(string schema)
    {
        using Loaded loaded = Outcome.Located(
            Spec.Schemas($$"""{ "A": { "type": "object", "properties": { "p": { {{schema}} } } } }"""),
            Descriptors.Invalid,
            "'",
            "minLength|maxItems|multipleOf|minimum|maxLength").Load();

        Assert.HasCount(1, loaded.Properties("A"));
    }

    [TestMethod]
    [DataRow("""{ "paths": [] }""")]
    [DataRow("""{ "paths": null }""")]
    [DataRow("""{ "paths": 5 }""")]
    [DataRow("""{ "paths": { "/a": 5, "/b": [], "/c": null } }""")]
    [DataRow("""{ "paths": { "/a": { "get": 5, "post": [], "put": null, "delete": "x" } } }""")]
    [DataRow("""{ "paths": { "/a": { "parameters": {}, "get": { "parameters": {}, "responses": [] } } } }""")]
    [DataRow("""{ "paths": { "/a": { "get": { "parameters": [ 5, null, "x", [] ], "responses": { "200": 5, "201": null } } } } }""")]
    [DataRow(
        """{ "paths": { "/a": { "get": { "tags": {}, "operationId": {}, "summary": [], "deprecated": "yes", "security": {}, "responses": """
            + """{} } } } }""")]
    [DataRow("""{ "paths": { "/a": { "post": { "requestBody": [], "responses": { "200": { "content": [], "headers": [] } } } } } }""")]
    [DataRow("""{ "paths": { "/a": { "post": { "requestBody": { "content": { "application/json": 5 } }, "responses": {} } } } }""")]
    [DataRow("""{ "components": { "schemas": { "A": true, "B": false, "C": 5, "D": null, "E": [], "F": "x" } } }""")]
    [DataRow("""{ "components": { "schemas": { "A": { "required": true, "enum": {}, "properties": [], "allOf": {}, "items": [] } } } }""")]
    [DataRow(
        """{ "components": { "schemas": { "A": { "type": "object", "properties": { "p": true, "q": 5 }, "additionalProperties": """
            + """5, "discriminator": "x" } } } }""")]
    [DataRow("""{ "components": { "schemas": [], "parameters": 5, "securitySchemes": [] } }""")]
    [DataRow("""{ "components": [] }""")]
    [DataRow("""{ "servers": {}, "tags": {}, "security": {}, "externalDocs": [] }""")]
    [DataRow("""{ "servers": [ 5, null, {}, [] ], "tags": [ 5, null, {} ], "security": [ 5, null ] }""")]
    [DataRow("""{ "info": [], "servers": [ { "url": {}, "variables": [] } ] }""")]
    [DataRow("""{ "info": { "title": {}, "version": [], "contact": 5, "license": "x" } }""")]
    public void S81_D_values_of_the_wrong_shape(string members)
    {
        Examined examined = Outcome.Examine(Spec.Json(members), Budget.Ordinary);

        Assert.IsTrue(
            examined.Diagnostics.All(static list => list.Count > 0) || members.Contains("true", StringComparison.Ordinal),
            "Nobody is told.");
    }

    [TestMethod]
    [DataRow("""{ "openapi": "3.9" }""")]
    [DataRow("""{ "openapi": "4.0.0" }""")]
    [DataRow("""{ "openapi": 3.0 }""")]
    [DataRow("""{ "openapi": "3.0.0\"; OGPWN" }""")]
    [DataRow("""{ "openapi": "" }""")]
    [DataRow("""{ "openapi": {} }""")]
    [DataRow("""{ "swagger": "1.2" }""")]
    public void S82_F_a_version_that_is_none(string version)
        => Outcome.Refused(
            Spec.Of(
                System.Text.Json.Nodes.JsonNode.Parse(version[..^1] + """, "info": { "title": "Sample", "version": "1" }, "paths": {} }""")!
                    .AsObject()),
            "");

    [TestMethod]
    public void S82_F_two_versions_at_once() => Outcome.Refused(Spec.Json("""{ "swagger": "2.0" }"""), "both");

    [TestMethod]
    public void S82_F_no_version_at_all()
        => Outcome.Refused(Spec.Text("{ \"info\": { \"title\": \"Sample\", \"version\": \"1\" }, \"paths\": {} }"), "neither");

    private static string Laughs(int levels, int width)
    {
        var text = new StringBuilder("x-0: &a0 [ lol ]\n");
        for (int i = 1; i <= levels; i++)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"x-{i}: &a{i} [ {string.Join(", ", Enumerable.Repeat("*a" + (i - 1), width))} ]\n");
        }

        return text.ToString();
    }
}
