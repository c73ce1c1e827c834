using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>What the fuzzer has found.</summary>
[TestClass]
public sealed class FuzzedTests : HostileCases
{
    [TestMethod]
    [DataRow("text/plain", """{ "type": "string", "enum": [ "a", "b" ] }""")]
    [DataRow("text/csv", """{ "type": "integer", "enum": [ 1, 2 ] }""")]
    [DataRow("text/plain", """{ "enum": [ "a" ] }""")]
    [DataRow("text/plain", """{ "type": "string", "format": "date" }""")]
    [DataRow("text/plain", """{ "allOf": [ { "type": "string", "enum": [ "a" ] } ] }""")]
    [DataRow("text/plain", """{ "type": "string", "enum": [ "a" ], "nullable": true }""")]
    [DataRow("application/xml", """{ "type": "string", "enum": [ "a" ] }""")]
    [DataRow("text/plain", """{ "type": "object", "properties": { "a": { "type": "string" } } }""")]
    public void S95_E_texts_with_the_type_of_an_inline_schema(string contentType, string schema)
    {
        string body = $$"""{ "content": { "{{contentType}}": { "schema": {{schema}} } } }""";
        foreach (string use in new[] { body, """{ "$ref": "#/components/requestBodies/Body" }""" })
        {
            Examined examined = Outcome.Examine(
                Spec.Json($$"""
                    {
                      "paths": { "/a": { "post": { "operationId": "callIt", "requestBody": {{use}},
                          "responses": { "204": { "description": "Done." } } } } },
                      "components": { "requestBodies": { "Body": {{body}} } }
                    }
                    """),
                Budget.Ordinary);

            Assert.IsEmpty(examined.Errors, string.Join('\n', examined.Errors));
            using Loaded loaded = examined.Load();
            Assert.Contains("CallItAsync", loaded.Methods("DefaultClient"));
        }
    }

    [TestMethod]
    [DataRow("""{ "b": "#/components/schemas/B", "c": "#/components/schemas/C" }""", "allOf")]
    [DataRow("""{ "b": "#/components/schemas/B", "c": "#/components/schemas/C" }""", "oneOf")]
    [DataRow("""{ "c": "#/components/schemas/C", "b": "#/components/schemas/B" }""", "oneOf")]
    public void S96_E_a_variant_that_another_variant_claims(string mapping, string composition)
    {
        // C is a variant of Base, and a union itself that has B, a variant of Base as well.
        string inner = composition == "oneOf"
            ? """{ "oneOf": [ { "$ref": "#/components/schemas/B" } ], "discriminator": { "propertyName": "sort", "mapping": """
                + """{ "b": "#/components/schemas/B" } } }"""
            : """
              { "allOf": [ { "$ref": "#/components/schemas/Base" }, { "type": "object", "required": [ "sort" ],
                  "properties": { "sort": { "type": "string" } } } ],
                "discriminator": { "propertyName": "sort", "mapping": { "b": "#/components/schemas/B" } } }
              """;
        Examined examined = Outcome.Examine(
            Spec.Schemas($$"""
                {
                  "Base": { "type": "object", "required": [ "kind" ], "properties": { "kind": { "type": "string" } },
                      "discriminator": { "propertyName": "kind", "mapping": {{mapping}} } },
                  "B": { "allOf": [ { "$ref": "#/components/schemas/Base" },
                      { "type": "object", "required": [ "sort" ], "properties": { "sort": { "type": "string" },
                          "x": { "type": "integer" } } } ] },
                  "C": {{inner}}
                }
                """),
            Budget.Ordinary);

        Assert.IsEmpty(examined.Errors, string.Join('\n', examined.Errors));
        using Loaded loaded = examined.Load();
        const string json = """{"kind":"b","sort":"b","x":1}""";
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Again(loaded.Type("Base"), json))));
    }

    [TestMethod]
    [DataRow("""{"any":"\ud800"}""")]
    [DataRow("""{"any":{"\udc00":["\uD83D"]}}""")]
    [DataRow("""{"undescribed":["\ud83d\ud83d"]}""")]
    [DataRow("""{"choice":{"x":"\ud800"}}""")]
    public void S97_E_values_with_halves_of_surrogate_pairs_go_back_as_they_came(string json)
    {
        using Loaded loaded = Outcome.Compiled(Spec.Schemas("""
            {
              "A": { "type": "object", "properties": { "any": {}, "choice": { "$ref": "#/components/schemas/C" } } },
              "C": { "oneOf": [ { "type": "integer" }, { "type": "array", "items": { "type": "string" } } ] }
            }
            """)).Load();

        Assert.AreEqual(json, Again(loaded.Type("A"), json));
        Assert.IsNotNull(JsonSerializer.Deserialize(json, loaded.Type("A"))!.ToString());
    }

    private static string Again(Type type, string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);
}
