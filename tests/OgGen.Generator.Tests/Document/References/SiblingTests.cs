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

    private const string Call = """
        paths:
          /pets/{id}:
            put:
              operationId: keep
              parameters: [{ $ref: '#/components/parameters/Id', description: The pet to keep. }]
              requestBody: { $ref: '#/components/requestBodies/Body', description: What to keep of it. }
              responses:
                '200': { $ref: '#/components/responses/Kept', description: The pet that is kept. }
                '404': { $ref: '#/components/responses/Lost', summary: Nobody keeps such a pet., description: Not this one. }
        components:
          parameters:
            Id: { name: id, in: path, required: true, description: Any id., schema: { type: string } }
          requestBodies:
            Body: { description: Any body., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
          responses:
            Kept:
              description: Any pet.
              headers: { Keeper: { $ref: '#/components/headers/Name', description: Who keeps the pet. } }
              content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
            Lost: { description: Any failure. }
          headers:
            Name: { description: Any name., schema: { type: string } }
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
        """;

    /// <summary>What is printed of the texts beside the references of <see cref="Call"/>, and of those of their targets.</summary>
    private static readonly (string Beside, string OfTarget)[] s_printed =
    [
        ("<param name=\"id\">The pet to keep.</param>", "<param name=\"id\">Any id.</param>"),
        ("<param name=\"body\">What to keep of it.</param>", "<param name=\"body\">Any body.</param>"),
        ("<returns>The pet that is kept.</returns>", "<returns>Any pet.</returns>"),
        ("404: Nobody keeps such a pet.", "404: Any failure."),
        ("<summary>Who keeps the pet.</summary>", "<summary>Any name.</summary>"),
    ];

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

    /// <summary>A parameter, a request body, a response, one with a summary, and a header.</summary>
    [TestMethod]
    public void Since_3_1_the_text_beside_a_reference_is_printed_instead_of_that_of_its_target()
    {
        string all = string.Concat(Compiled(Root(Head31 + Call)).Files.Values);

        foreach ((string beside, string ofTarget) in s_printed)
        {
            Assert.Contains(beside, all);
            Assert.DoesNotContain(ofTarget, all);
        }
    }

    [TestMethod]
    public void Before_3_1_the_text_of_the_target_is_printed()
    {
        string all = string.Concat(Compiled(Root(Head + Call)).Files.Values);

        foreach ((string beside, string ofTarget) in s_printed)
        {
            Assert.DoesNotContain(beside, all);
            Assert.Contains(ofTarget, all);
        }
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
