using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>What stands beside a <c>$ref</c> counts since 3.1, and is ignored before.</summary>
[TestClass]
public sealed class SiblingTests
{
    private const string Schemas = """
        paths: {}
        components:
          schemas:
            Pet: { type: object, description: A pet., properties: { name: { type: string } } }
            Use:
              type: object
              properties:
                told: { $ref: '#/components/schemas/Pet', description: The one who was told., deprecated: true, readOnly: true }
                maybe: { $ref: '#/components/schemas/Pet', type: [object, 'null'] }
                more: { $ref: '#/components/schemas/Pet', properties: { color: { type: string } }, required: [color] }
        """;

    [TestMethod]
    public void Since_3_1_a_description_is_that_of_the_member_and_other_keywords_make_both_schemas_at_once()
    {
        GeneratorRun run = Compiled(Root(Head31 + Schemas));

        string use = TextOf(run, "Use");
        Assert.Contains("The one who was told.", use);
        Assert.Contains("system::Obsolete", use);
        Assert.Contains("Set by the service", use);
        Assert.Contains("public Pet? Maybe", use);
        CollectionAssert.AreEqual(new[] { "Pet", "Use", "UseMore" }, Types(run));
        Assert.Contains("public required string Color", TextOf(run, "UseMore"));
        Assert.Contains("public string? Name", TextOf(run, "UseMore"));
    }

    [TestMethod]
    public void Before_3_1_they_are_ignored()
    {
        GeneratorRun run = Compiled(Root(Head + Schemas.Replace("[object, 'null']", "object", StringComparison.Ordinal)));

        Assert.DoesNotContain("The one who was told.", TextOf(run, "Use"));
        CollectionAssert.AreEqual(new[] { "Pet", "Use" }, Types(run));
    }

    [TestMethod]
    public void A_reference_with_siblings_that_leads_nowhere_is_reported_where_it_stands()
    {
        GeneratorRun run = Run(Root(Head31 + """
            paths: {}
            components:
              schemas:
                A:
                  type: object
                  properties:
                    b:
                      properties: { c: { $ref: '#/lost' } }
                      $ref: '#/components/schemas/B'
                B: { type: object, properties: { d: { type: string } } }
            """));

        CollectionAssert.AreEqual(new[] { "/spec/api.yaml(10,30): error OGG003" }, Places(run));
    }
}
