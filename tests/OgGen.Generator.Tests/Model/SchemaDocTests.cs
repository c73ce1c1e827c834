using OgGen.Generator.Building;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>The comments of types and members: what <c>externalDocs</c> of a schema refers to is in them.</summary>
[TestClass]
public sealed class SchemaDocTests
{
    [TestMethod]
    public void A_component_has_the_address_of_more_documentation_in_its_remarks()
    {
        DocModel doc = ModelOf("""
            Thing:
                  type: object
                  description: A thing
                  externalDocs: { url: https://docs.example/thing, description: All about things. }
                  properties: { a: { type: string } }
            """).ObjectOf("Thing").Doc;

        Assert.AreEqual(new DocModel("A thing", $"""
            All about things: <https://docs.example/thing>

            Schema: {DocText.Literal("#/components/schemas/Thing")}
            """), doc);
    }

    [TestMethod]
    [DataRow("type: string, description: About a", "About a", "See also: <https://docs.example/a>")]
    [DataRow("type: string, description: About a, maxLength: 3", "About a", """
        At most 3 characters.

        See also: <https://docs.example/a>
        """)]
    [DataRow("type: string, maxLength: 3", "At most 3 characters.", "See also: <https://docs.example/a>")]
    [DataRow("type: string", "See also: <https://docs.example/a>", "")]
    public void A_member_has_it_too(string keywords, string summary, string remarks)
    {
        DocModel doc = ModelOf($$"""
            Thing: { type: object, properties: { a: { {{keywords}}, externalDocs: { url: https://docs.example/a } } } }
            """).ObjectOf("Thing").Properties.Single().Doc;

        Assert.AreEqual(new DocModel(summary, remarks), doc);
    }

    [TestMethod]
    [DataRow("https://docs.example/size", "https://docs.example/size", "About: <https://docs.example/size>")]
    [DataRow("https://docs.example/size", "https://docs.example/other", "")]
    public void A_type_that_several_members_have_has_the_address_on_which_they_agree(string first, string second, string remarks)
    {
        DocModel doc = ModelOf($$"""
            Thing:
                  type: object
                  properties:
                    a: { type: object, externalDocs: { url: '{{first}}', description: About }, properties: { width: { type: integer } } }
                    b: { type: object, externalDocs: { url: '{{second}}', description: About }, properties: { width: { type: integer } } }
            """).ObjectOf("ThingA").Doc;

        Assert.AreEqual(new DocModel("Schema: " + DocText.Literal("#/components/schemas/Thing/properties/a"), remarks), doc);
    }

    [TestMethod]
    [DataRow("javascript:alert(1)")]
    [DataRow("file:///etc/passwd")]
    [DataRow("/relative")]
    public void Only_an_address_that_a_reader_may_follow_is_printed(string url)
        => Assert.AreEqual(
            DocModel.None,
            ModelOf($"Thing: {{ type: object, properties: {{ a: {{ type: string, externalDocs: {{ url: '{url}' }} }} }} }}")
                .ObjectOf("Thing")
                .Properties.Single().Doc);

    private static DocumentModel ModelOf(string schemas) => Models.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            {{schemas}}
        """);
}
