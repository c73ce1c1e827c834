using OgGen.Generator.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Schemas: patterns, formats, discriminators, and references that go round or out.</summary>
[TestClass]
public sealed class SchemaTests : HostileCases
{
    [TestMethod]
    public void S55_E_no_text_is_shown_by_a_debugger_as_an_expression()
        => Assert.DoesNotContain(
            "DebuggerDisplay",
            Outcome.Compiled(
                Spec.Schemas(
                    """{ "A": { "type": "object", "title": "{System.Diagnostics.Process.Start(\"x\")}", "properties": { "{Exit()}": """
                        + """{ "type": "string" } } } }""")).Code);

    [TestMethod]
    [DataRow("^(a+)+$")]
    [DataRow("[z-a]")]
    [DataRow("\"+OGPWN+\"")]
    [DataRow("(?<x")]
    public void S56_E_a_pattern_is_not_compiled(string pattern)
    {
        using Loaded loaded = Outcome.Compiled(Property($$"""{ "type": "string", "pattern": {{Spec.Quote(pattern)}} }""")).Load();

        loaded.RoundTrip("A", """{ "p": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" }""");
    }

    [TestMethod]
    public void S56_E_a_pattern_of_60_kB()
        => Outcome.Compiled(Property($$"""{ "type": "string", "pattern": "{{new string('(', 60_000)}}" }"""));

    [TestMethod]
    [DataRow("""{ "type": "string", "format": "string\"; OGPWN" }""", "\"x\"")]
    [DataRow("""{ "type": "string", "format": "" }""", "\"x\"")]
    [DataRow("""{ "type": "integer", "format": "int32\"; OGPWN" }""", "1")]
    [DataRow("""{ "type": "number", "format": "date" }""", "1.5")]
    [DataRow("""{ "type": "boolean", "format": "int32" }""", "true")]
    public void S57_E_a_format_that_nobody_knows_is_the_plain_type(string schema, string json)
    {
        using Loaded loaded = Outcome.Compiled(Property(schema)).Load();

        loaded.RoundTrip("A", $$"""{ "p": {{json}} }""");
    }

    [TestMethod]
    [DataRow("""{ "type": [ "string", "null", 5 ] }""")]
    [DataRow("""{ "type": "string\"; OGPWN" }""")]
    [DataRow("""{ "type": 5 }""")]
    [DataRow("""{ "type": {} }""")]
    [DataRow("""{ "type": [] }""")]
    [DataRow("""{ "type": "" }""")]
    public void S57_D_a_type_that_is_none(string schema)
    {
        Examined examined = Outcome.Examine(Property(schema), Budget.Ordinary);

        Assert.IsTrue(
            examined.Files.Count == 0 || examined.Files.Values.Any(static text => text.Contains("class A ", StringComparison.Ordinal)),
            "Either the document is refused, or the schema is there.");
    }

    [TestMethod]
    [DataRow("a\"+OGPWN+\"")]
    [DataRow("$type")]
    [DataRow("x")]
    public void S58_E_a_discriminator_that_closes_its_literal_or_is_a_member_too(string property)
    {
        using Loaded loaded = Outcome.Compiled(Union(property, "")).Load();

        loaded.RoundTrip("U", $$"""{ {{Spec.Quote(property)}}: "A", "a": "x" }""");
        loaded.RoundTrip(
            "U", $$"""{ {{Spec.Quote(property)}}: "unheard of", "a": 1 }""".Replace(", \"a\": 1", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void S58_E_a_discriminator_is_escaped() => Outcome.Escaped(Union("a\"+OGPWN+\"", ""));

    [TestMethod]
    public void S58_R_a_discriminator_that_has_the_name_of_its_union()
    {
        using Loaded loaded = Outcome.Renamed(Union("U", "")).Load();

        loaded.RoundTrip("U", """{ "U": "B", "b": "x" }""");
    }

    [TestMethod]
    [DataRow("\"+OGPWN+\"<x>")]
    [DataRow("{0}")]
    [DataRow("")]
    public void S59_E_keys_of_a_mapping_are_texts(string key)
    {
        using Loaded loaded = Outcome.Compiled(
            Union("kind", $$""", "mapping": { {{Spec.Quote(key)}}: "#/components/schemas/A", "B": "#/components/schemas/B", "b": "B" }"""))
            .Load();

        loaded.RoundTrip("U", $$"""{ "kind": {{Spec.Quote(key)}}, "a": "x" }""");
    }

    [TestMethod]
    public void S59_E_a_key_of_a_mapping_is_escaped()
        => Outcome.Escaped(Union("kind", """, "mapping": { "a\"+OGPWN+\"<x>": "#/components/schemas/A" }"""));

    [TestMethod]
    [DataRow("\"http://evil.invalid/x\"")]
    [DataRow("\"../canary.json#/Secret\"")]
    [DataRow("\"Unheard\"")]
    [DataRow("\"\"")]
    public void S59_D_a_mapping_that_leads_nowhere(string value)
    {
        Examined examined = Outcome.Examine(
            Union("kind", $$""", "mapping": { "hostile": {{value}}, "b": "#/components/schemas/B" }"""), Budget.Ordinary);

        Assert.IsNotEmpty(examined.Files);
        Assert.IsTrue(examined.Diagnostics.All(static list => list.Count > 0), "Nobody is told.");
    }

    [TestMethod]
    [DataRow("null")]
    [DataRow("5")]
    [DataRow("{}")]
    [DataRow("[]")]
    public void S59_D_a_mapping_of_the_wrong_shape(string value)
        => Outcome.Examine(Union("kind", $$""", "mapping": { "hostile": {{value}} }"""), Budget.Ordinary);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(40)]
    public void S60_D_references_that_go_round(int length)
    {
        string ring = string.Join(
            ", ", Enumerable.Range(0, length).Select(i => $$""" "R{{i}}": { "$ref": "#/components/schemas/R{{(i + 1) % length}}" } """));
        Examined examined = Outcome.Located(
            Spec.Schemas($$"""{ {{ring}}, "A": { "type": "object", "properties": { "p": { "$ref": "#/components/schemas/R0" } } } }"""),
            Descriptors.Unsupported,
            "itself",
            "$ref");

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", """{ "p": { "any": [ 1 ] } }""");
    }

    [TestMethod]
    [DataRow("""{ "allOf": [ { "$ref": "#/components/schemas/S" } ] }""")]
    [DataRow(
        """{ "allOf": [ { "$ref": "#/components/schemas/S" }, { "type": "object", "properties": { "a": { "type": "string" } } } ] }""")]
    [DataRow("""{ "allOf": [ { "$ref": "#/components/schemas/T" } ], "properties": { "a": { "type": "string" } } }""")]
    [DataRow("""{ "oneOf": [ { "$ref": "#/components/schemas/S" }, { "$ref": "#/components/schemas/T" } ] }""")]
    [DataRow(
        """{ "oneOf": [ { "$ref": "#/components/schemas/S" }, { "type": "string" } ], "discriminator": { "propertyName": "kind" } }""")]
    [DataRow("""{ "anyOf": [ { "$ref": "#/components/schemas/T" } ] }""")]
    public void S61_D_compositions_that_go_round(string schema)
    {
        Examined examined = Outcome.Examine(
            Spec.Schemas(
                $$"""{ "S": {{schema}}, "T": {{schema.Replace("/T", "/S", StringComparison.Ordinal)}}, "A": """
                    + """{ "type": "object", "properties": { "p": { "$ref": "#/components/schemas/S" }, "q": """
                    + """{ "$ref": "#/components/schemas/T" } } } }"""), Budget.Ordinary);

        Assert.IsNotNull(examined.Assembly);
    }

    [TestMethod]
    public void S61_E_what_is_not_itself_is_anything()
    {
        using Loaded loaded = Outcome.Compiled(
            Spec.Schemas(
                """{ "S": { "not": { "$ref": "#/components/schemas/S" } }, "A": { "type": "object", "properties": { "p": """
                    + """{ "$ref": "#/components/schemas/S" } } } }""")).Load();

        loaded.RoundTrip("A", """{ "p": [ 1 ] }""");
    }

    [TestMethod]
    public void S61_D_a_union_that_is_a_variant_of_its_variant()
        => Assert.IsNotNull(Outcome.Examine(
            Spec.Schemas("""
                {
                  "U": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ],
                      "discriminator": { "propertyName": "kind" } },
                  "A": { "type": "object", "properties": { "a": { "type": "string" } },
                      "discriminator": { "propertyName": "type", "mapping": { "u": "#/components/schemas/U" } } },
                  "B": { "type": "object", "properties": { "b": { "type": "string" } } }
                }
                """),
            Budget.Ordinary).Assembly);

    [TestMethod]
    public void S62_E_an_object_that_holds_itself()
    {
        using Loaded loaded = Outcome.Compiled(
            Spec.Schemas(
                """{ "A": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/A" }, "all": """
                    + """{ "type": "array", "items": { "$ref": "#/components/schemas/A" } } }, "additionalProperties": """
                    + """{ "$ref": "#/components/schemas/A" } } }""")).Load();

        loaded.RoundTrip("A", """{ "next": { "all": [ {}, { "next": {} } ] } }""");
    }

    [TestMethod]
    [DataRow("""{ "type": "array", "items": { "$ref": "#/components/schemas/L" } }""")]
    [DataRow("""{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/L" } }""")]
    [DataRow(
        """{ "type": "array", "items": { "type": "object", "additionalProperties": { "type": "array", "items": """
            + """{ "$ref": "#/components/schemas/L" } } } }""")]
    public void S62_D_a_list_of_itself_has_no_type(string schema)
    {
        Examined examined = Outcome.Located(
            Spec.Schemas(
                $$"""{ "L": {{schema}}, "A": { "type": "object", "properties": { "p": { "$ref": "#/components/schemas/L" } } } }"""),
            Descriptors.Unsupported,
            "itself",
            "\"L\"");

        Assert.IsNotNull(examined.Assembly);
    }

    [TestMethod]
    [DataRow("allOf")]
    [DataRow("anyOf")]
    [DataRow("oneOf")]
    public void S63_E_diamonds_cost_no_more_than_their_size(string keyword)
    {
        string levels = string.Join(
            ", ",
            Enumerable.Range(0, 30)
                .Select(i =>
                    $$""" "D{{i}}": { "{{keyword}}": [ { "$ref": "#/components/schemas/D{{i + 1}}" }, """
                        + $$"""{ "$ref": "#/components/schemas/D{{i + 1}}" }, { "type": "object", "properties": { "p{{i}}": """
                        + """{ "type": "string" } } } ] } """));

        Outcome.Compiled(Spec.Schemas($$"""{ {{levels}}, "D30": { "type": "object", "properties": { "last": { "type": "string" } } } }"""));
    }

    [TestMethod]
    public void S63_E_a_union_within_its_alternatives_does_not_multiply()
        => Outcome.Compiled(Spec.Schemas("""
            {
              "U": {
                "type": "object", "properties": { "e": { "type": "string" } },
                "oneOf": [
                  { "properties": { "a": { "type": "string" } } },
                  { "properties": { "b": { "type": "string" } }, "oneOf": [ {}, { "$ref": "#/components/schemas/U" },
                      { "$ref": "#/components/schemas/U" } ] }
                ]
              }
            }
            """));

    [TestMethod]
    public void S63_E_the_alternatives_of_many_parts_do_not_multiply()
    {
        string Alternative(string name) => $$"""
            { "type": "object", "properties": { "{{name}}": { "type": "string" } }, "required": [ "{{name}}" ] }
            """;
        string Union(int i) => $$"""{ "oneOf": [ {{string.Join(", ", Enumerable.Range(0, 8).Select(j => Alternative($"p{i}_{j}")))}} ] }""";

        Outcome.Compiled(Spec.Schemas($$"""{ "A": { "allOf": [ {{string.Join(", ", Enumerable.Range(0, 8).Select(Union))}} ] } }"""));
    }

    [TestMethod]
    public void S63_E_inline_objects_in_diamonds_cost_no_more_than_their_size()
    {
        string levels = string.Join(
            ", ",
            Enumerable.Range(0, 30)
                .Select(i =>
                    $$""" "D{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/D{{i + 1}}" }, "b": """
                        + $$"""{ "type": "array", "items": { "$ref": "#/components/schemas/D{{i + 1}}" } } } } """));

        Outcome.Compiled(Spec.Schemas($$"""{ {{levels}}, "D30": { "type": "string" } }"""));
    }

    [TestMethod]
    public void S64_F_inline_objects_200_deep()
    {
        string schema = """{ "type": "string" }""";
        for (int i = 0; i < 200; i++)
        {
            schema = $$"""{ "type": "object", "properties": { "p": {{schema}} } }""";
        }

        Outcome.Refused(Spec.Schemas($$"""{ "A": {{schema}} }"""), "64");
    }

    [TestMethod]
    [DataRow("""{ "allOf": [ NEXT, { "type": "object", "properties": { "pI": { "type": "string" } } } ] }""", 2_000)]
    [DataRow("""{ "type": "array", "items": NEXT }""", 10_000)]
    [DataRow("""{ "type": "object", "additionalProperties": NEXT }""", 10_000)]
    [DataRow("""{ "oneOf": [ NEXT, { "type": "string" } ] }""", 2_000)]
    [DataRow("""{ "oneOf": [ NEXT, { "type": "null" } ] }""", 10_000)]
    [DataRow("""{ "allOf": [ NEXT ] }""", 10_000)]
    [DataRow("NEXT", 10_000)]
    public void S64_D_chains_of_schemas_are_cut(string link, int length)
    {
        string chain = string.Join(", ", Enumerable.Range(0, length).Select(i => $"\"C{i}\": " + link
            .Replace("NEXT", $$"""{ "$ref": "#/components/schemas/C{{i + 1}}" }""", StringComparison.Ordinal)
            .Replace("pI", "p" + i, StringComparison.Ordinal)));
        Examined examined = Outcome.Examine(
            Spec.Schemas(
                $$"""{ {{chain}}, "C{{length}}": { "type": "object", "properties": { "last": { "type": "string" } } }, "A": """
                    + """{ "type": "object", "properties": { "p": { "$ref": "#/components/schemas/C0" } } } }"""),
            Budget.DenialOfService);

        Assert.IsNotEmpty(examined.Files);
        Assert.IsTrue(examined.Has(Descriptors.BeyondLimit, "64 schemas within one another"));
    }

    [TestMethod]
    [DataRow("#")]
    [DataRow("#/")]
    [DataRow("#foo")]
    [DataRow("#/paths/~1a/get")]
    [DataRow("#/components/schemas/~2")]
    [DataRow("#/components/schemas/%41%")]
    [DataRow("#/components/schemas/Missing")]
    [DataRow("#/components/schemas")]
    [DataRow("#/components")]
    [DataRow("#/components/schemas/A/properties")]
    [DataRow("#/components/parameters/P")]
    [DataRow("#/info/title")]
    [DataRow("")]
    [DataRow("components/schemas/A")]
    [DataRow("{0}\r\n##vso[x]")]
    public void S65_D_a_reference_that_leads_nowhere(string reference)
    {
        Examined examined = Outcome.Examine(Spec.Json($$"""
            {
              "paths": { "/a": { "get": { "responses": { "204": { "description": "Done." } } } } },
              "components": { "parameters": { "P": { "name": "p", "in": "query", "schema": { "type": "string" } } },
                  "schemas": { "A": { "type": "object", "properties": { "p": { "$ref": {{Spec.Quote(reference)}} },
                      "q": { "type": "array", "items": { "$ref": {{Spec.Quote(reference)}} } } } } } }
            }
            """), Budget.Ordinary);

        Assert.IsNotEmpty(examined.Files);
        Assert.IsTrue(examined.Diagnostics.All(static list => list.Count > 0), "Nobody is told.");
        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", """{ "p": { "x": [ 1 ] } }""");
    }

    [TestMethod]
    [DataRow("5")]
    [DataRow("null")]
    [DataRow("{}")]
    [DataRow("[ \"#/components/schemas/A\" ]")]
    public void S65_D_a_reference_that_is_no_text(string reference)
        => Assert.IsNotEmpty(
            Outcome.Examine(
                Spec.Schemas($$"""{ "A": { "type": "object", "properties": { "p": { "$ref": {{reference}} } } } }"""),
                Budget.Ordinary).Files);

    [TestMethod]
    [DataRow("http://127.0.0.1:PORT/x")]
    [DataRow("https://127.0.0.1:PORT/x#/A")]
    [DataRow("ftp://127.0.0.1:PORT/x")]
    [DataRow("//127.0.0.1:PORT/x")]
    [DataRow("HTTP://127.0.0.1:PORT/canary.json#/Secret")]
    public void S66_D_a_reference_to_a_host_is_not_followed(string reference)
        => AssertNotFollowed(
            reference.Replace(
                "PORT", Surroundings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    [TestMethod]
    [OneNotation("YAML has another way to write it.")]
    public void S66_D_a_reference_that_is_written_in_escapes()
    {
        string text = Spec.Schemas(
            $$"""{ "A": { "type": "object", "properties": { "p": { "REF": "http://127.0.0.1:{{Surroundings.Port}}/x" } } } }""").Notations[
                0].Text!;

        Outcome.Located(
            Spec.JsonOnly(text.Replace("REF", "\\u0024ref", StringComparison.Ordinal)),
            Descriptors.UnresolvedReference,
            "127.0.0.1",
            "\\u0024ref");
    }

    [TestMethod]
    [DataRow("file:///etc/passwd")]
    [DataRow("/etc/passwd")]
    [DataRow("canary.json#/Secret")]
    [DataRow("./canary.yaml#/Secret")]
    [DataRow("../canary.json#/Secret")]
    [DataRow("C:\\canary.json")]
    [DataRow("\\\\host\\share\\canary.json")]
    [DataRow("data:application/json,{}")]
    public void S67_D_a_reference_to_a_file_is_not_followed(string reference) => AssertNotFollowed(reference);

    [TestMethod]
    public void S68_E_what_names_an_address_is_not_asked()
    {
        string url = Spec.Quote($"http://127.0.0.1:{Surroundings.Port}/x");
        Examined examined = Outcome.Examine(Spec.Json($$"""
            {
              "openapi": "3.1.0", "$schema": {{url}}, "jsonSchemaDialect": {{url}}, "$self": {{url}}, "externalDocs": { "url": {{url}} },
              "info": { "title": "Sample", "version": "1", "termsOfService": {{url}}, "contact": { "url": {{url}} },
                  "license": { "name": "x", "url": {{url}} } },
              "paths": { "/a": { "get": { "responses": { "200": { "description": "Done.",
                  "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" },
                      "examples": { "e": { "externalValue": {{url}} } } } }, "links": { "l": { "operationRef": {{url}} } } } } } } },
              "components": {
                "schemas": { "A": { "$id": {{url}}, "$schema": {{url}}, "$anchor": "x", "$dynamicAnchor": "y", "type": "object",
                    "properties": { "p": { "$dynamicRef": {{url}} }, "q": { "type": "string" } } } },
                "securitySchemes": { "o": { "type": "openIdConnect", "openIdConnectUrl": {{url}} },
                    "a": { "type": "oauth2", "flows": { "implicit": { "authorizationUrl": {{url}}, "scopes": {} } } } }
              }
            }
            """), Budget.Ordinary);

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", """{ "q": "x" }""");
    }

    private static void AssertNotFollowed(string reference)
    {
        Examined examined = Outcome.Located(Spec.Json($$"""
            {
              "paths": { "/a": { "get": { "parameters": [ { "$ref": {{Spec.Quote(reference)}} } ],
                  "responses": { "204": { "description": "Done." }, "200": { "$ref": {{Spec.Quote(reference)}} } } } } },
              "components": { "schemas": { "A": { "type": "object", "properties": { "p": { "$ref": {{Spec.Quote(reference)}} } } } } }
            }
            """), Descriptors.UnresolvedReference, "leads ", "$ref");

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", """{ "p": { "x": [ 1 ] } }""");
    }

    private static Spec Property(string schema) => Spec.Schemas($$"""{ "A": { "type": "object", "properties": { "p": {{schema}} } } }""");

    private static Spec Union(string property, string mapping)
        => Spec.Schemas($$"""
            {
              "U": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ],
                  "discriminator": { "propertyName": {{Spec.Quote(property)}}{{mapping}} } },
              "A": { "type": "object", "properties": { {{Spec.Quote(property)}}: { "type": "string" }, "a": { "type": "string" } } },
              "B": { "type": "object", "properties": { {{Spec.Quote(property)}}: { "type": "string" }, "b": { "type": "string" } } }
            }
            """);
}
