using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What the values of enumerations are called, and what is one.</summary>
[TestClass]
public sealed class ValueNameTests
{
    [TestMethod]
    [DataRow("{ enum: [ 1, 2 ] }", "_1 = 1|_2 = 2")]
    [DataRow("{ type: integer, oneOf: [ { title: ONE, const: 1 }, { title: two hands, const: 2 } ] }", "One = 1|TwoHands = 2")]
    [DataRow("{ anyOf: [ { title: One, enum: [ 1 ] }, { enum: [ 2 ] }, { type: 'null' } ] }", "One = 1|_2 = 2")]
    [DataRow("{ oneOf: [ { title: Seen by all, const: open }, { title: Seen by none, const: shut } ] }", "Open = \"open\"|Shut = \"shut\"")]
    [DataRow("{ oneOf: [ { x-oggen-name: Wide, const: open }, { const: shut } ] }", "Wide = \"open\"|Shut = \"shut\"")]
    [DataRow("{ oneOf: [ { enum: [ a, b ] }, { enum: [ c ] } ] }", "A = \"a\"|B = \"b\"|C = \"c\"")]
    [DataRow("{ oneOf: [ { title: Few, enum: [ 1, 2 ] }, { title: Many, const: 3 } ] }", "_1 = 1|_2 = 2|Many = 3")]
    [DataRow("{ allOf: [ { type: integer } ], oneOf: [ { title: One, const: 1 }, { title: Two, const: 2 } ] }", "One = 1|Two = 2")]
    [DataRow("{ enum: [ 1 ], allOf: [ { oneOf: [ { title: One, const: 1 }, { title: Two, const: 2 } ] } ] }", "One = 1")]
    public void A_value_is_called_as_the_document_calls_it_else_by_its_text(string schema, string expected)
    {
        var grade = (EnumModel)CompiledDocument.Of(Document(schema)).Types["Grade"];

        Assert.AreEqual(
            expected,
            string.Join('|', grade.Values.Select(value => $"{value.Name} = {(grade.IsString ? $"\"{value.Value}\"" : value.Value)}")));
    }

    [TestMethod]
    [DataRow("{ oneOf: [ { const: a }, { const: 1 } ] }", DisplayName = "values of two kinds")]
    [DataRow("{ oneOf: [ { const: a }, { $ref: '#/components/schemas/Other' } ] }", DisplayName = "an enumeration with a name of its own")]
    [DataRow("{ oneOf: [ { const: a }, { type: object, properties: { a: {} } } ] }", DisplayName = "what is no value")]
    public void Alternatives_that_are_no_values_of_one_kind_stay_an_untagged_union(string schema)
        => Assert.IsInstanceOfType<UntaggedUnionModel>(CompiledDocument.Of(Document(schema)).Types["Grade"]);

    private static string Document(string schema) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            Grade: {{schema}}
            Other: { enum: [ a, b ] }
        """;
}
