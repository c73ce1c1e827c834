using System.Text.Json.Nodes;

namespace OgGen.Generator.Tests.Reading;

/// <summary>Alternatives of a union that are one type in C# are one alternative, with the values of both.</summary>
[TestClass]
public sealed class SameTypeTests
{
    private static readonly string[] s_unions =
    [
        """{ "oneOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/P" } }, { "type": "array", "items": { "anyOf": [ """
            + """{ "$ref": "#/components/schemas/P" }, { "type": "null" } ] } } ] }""",
        """{ "oneOf": [ { "type": "array", "items": { "anyOf": [ { "$ref": "#/components/schemas/P" }, { "type": "null" } ] } }, """
            + """{ "type": "array", "items": { "$ref": "#/components/schemas/P" } } ] }""",
        """{ "oneOf": [ { "type": "object", "additionalProperties": { "type": "string" } }, { "type": "object", "additionalProperties": """
            + """{ "type": ["string", "null"] } } ] }""",
        """{ "anyOf": [ { "type": "array", "items": { "type": "array", "items": { "type": "string" } } }, { "type": "array", "items": """
            + """{ "type": ["array", "null"], "items": { "type": ["string", "null"] } } } ] }""",
        """{ "anyOf": [ { "type": "array", "items": { "type": "string" } }, { "type": "array", "items": """
            + """{ "type": "string", "format": "password" } } ] }""",
        """{ "anyOf": [ { "type": "array", "items": { "type": "string" } }, { "type": "array", "items": """
            + """{ "type": "string", "x-oggen-lenient": true } } ] }""",
        """{ "anyOf": [ { "type": "array", "items": { "type": "integer" } }, { "type": "array", "items": { "type": ["integer", "null"] } """
            + """} ] }""",
        """{ "anyOf": [ { "type": "array", "items": { "type": "number" } }, { "type": "array", "items": { "anyOf": [ { "type": "number" """
            + """}, { "type": "string", "enum": ["NaN"] } ] } } ] }""",
    ];

    private static readonly Lazy<GeneratedTypes> s_types = new(static () => new GeneratedTypes(
        s_unions.Select(
            static union => $$"""{ "U": {{union}}, "P": { "type": "object", "properties": { "p": { "type": "string" } } } }""")));

    [TestMethod]
    [DataRow(0, """[{"p":"a"},null]""", 1)]
    [DataRow(1, """[null,{"p":"a"}]""", 1)]
    [DataRow(2, """{"a":"x","b":null}""", 1)]
    [DataRow(3, """[["x",null],null]""", 1)]
    [DataRow(4, """["x"]""", 1)]
    [DataRow(5, """["x",5,true]""", 1)]
    [DataRow(6, """[1,null]""", 2, DisplayName = "numbers and nullable numbers are two types")]
    [DataRow(7, """[1.5,"NaN"]""", 1)]
    public void They_are_one_alternative_and_all_of_their_values_are_read(int document, string json, int alternatives)
    {
        (object value, string written, _) = s_types.Value.Read(document, "U", json);

        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
        Assert.AreNotEqual("JsonElement", value.GetType().GetProperty("Value")!.GetValue(value)!.GetType().Name, "read as raw JSON");
        Assert.AreEqual(alternatives, value.GetType().GetMethods().Count(static method => method.Name == "op_Implicit"));
    }
}
