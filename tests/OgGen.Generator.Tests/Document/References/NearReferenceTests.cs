using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>A reference that leads nowhere is reported with the one that was meant, and a string may be a reference.</summary>
[TestClass]
public sealed class NearReferenceTests
{
    [TestMethod]
    [DataRow("#/components/schemas/Pett", "#/components/schemas/Pet")]
    [DataRow("#/components/schemas/pet", "#/components/schemas/Pet")]
    [DataRow("#/components/schemas/PetDto", "#/components/schemas/Pet")]
    [DataRow("#/components/schema/Pet", "#/components/schemas/Pet")]
    [DataRow("#/component/schemas/Pet", "#/components/schemas/Pet")]
    [DataRow("#/components/schemas/Pet/properties/nmae", "#/components/schemas/Pet/properties/name")]
    [DataRow("#/definitions/Pet", "#/components/schemas/Pet")]
    [DataRow("#/definitions/Pets", "#/components/schemas/Pet")]
    [DataRow("#Pet", "#/components/schemas/Pet")]
    [DataRow("Pet", "#/components/schemas/Pet")]
    [DataRow("part.yaml#/Leggs", "part.yaml#/Legs")]
    [DataRow("prat.yaml#/Legs", "part.yaml#/Legs")]
    [DataRow("Part.yaml#/Legs", "part.yaml#/Legs")]
    public void The_reference_that_was_meant_is_named(string written, string meant)
        => Assert.Contains($"(is '{meant}' meant?)", Report(written));

    [TestMethod]
    [DataRow("#/components/schemas/Invoice")]
    [DataRow("#/components/schemas/Pet/properties/colour")]
    [DataRow("other.yaml#/Legs")]
    [DataRow("https://pets.example/Pet")]
    public void Nothing_is_named_where_nothing_is_near(string written) => Assert.DoesNotContain("meant?", Report(written));

    [TestMethod]
    [DataRow("request_id", "approval_request_id", true)]
    [DataRow("id", "petId", true)]
    [DataRow("identifier", "id", false)]
    [DataRow("colour", "color", true)]
    [DataRow("nmae", "name", true)]
    [DataRow("at", "format", false)]
    [DataRow("a", "b", false)]
    [DataRow("", "a", false)]
    public void Names_are_near_that_differ_in_few_letters_or_by_words(string name, string other, bool isNear)
        => Assert.AreEqual(isNear ? other : null, Nearest.Find(name, [other]));

    [TestMethod]
    public void The_nearest_of_several_names_is_meant() => Assert.AreEqual("pets", Nearest.Find("petz", ["pest", "petsy", "pets", "pe"]));

    [TestMethod]
    public void A_string_that_is_a_reference_is_what_stands_at_its_end()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths:
                  /a:
                    get:
                      operationId: a
                      summary: { $ref: '#/x-texts/summary' }
                      description: { $ref: 'texts.yaml#/long' }
                      responses: { '204': { description: { $ref: 'texts.yaml#/done' } } }
                components:
                  schemas:
                    A: { type: object, description: { $ref: intro.md },
                        properties: { b: { type: string, description: { $ref: '#/x-texts/alias' } } } }
                x-texts: { summary: One sentence., alias: { $ref: '#/x-texts/other' }, other: Of another. }
                """),
            Part("/spec/texts.yaml", """
                long: Said at length.
                done: Well done.
                """),
            Part("/spec/intro.md", "All *of it*: {\n"));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("One sentence.", client);
        Assert.Contains("Said at length.", client);
        Assert.Contains("All", TextOf(run, "A"));
        Assert.Contains("Of another.", TextOf(run, "A"));
    }

    [TestMethod]
    [DataRow("#/nowhere", "leads nowhere in this document")]
    [DataRow("#/components", "leads to nothing that is a string")]
    [DataRow("lost.md", "leads to a file that the project does not declare")]
    [DataRow("https://a.example/intro.md", "leads out of the project")]
    [DataRow("#/components/schemas/A/description", "leads back to itself")]
    public void A_string_that_is_no_reference_to_one_is_a_warning_at_its_place(string reference, string reason)
    {
        GeneratorRun run = Run(Root(Head + $$"""
            paths: {}
            components:
              schemas:
                A: { type: string, description: { $ref: '{{reference}}' } }

            """));

        Assert.StartsWith(
            $"/spec/api.yaml(6,24): warning {Descriptors.Invalid}: 'description' is a string, and the reference '{reference}' {reason}",
            run.Diagnostics.Single().ToString());
    }

    private static string Report(string reference)
    {
        GeneratorRun run = Run(
            Root(Head + $$"""
                paths: {}
                components:
                  schemas:
                    Pet: { type: object, properties: { name: { type: string } } }
                    User: { type: object, properties: { pet: { $ref: '{{reference}}' } } }
                x-file: part.yaml

                """),
            Part("/spec/part.yaml", "Legs: { type: integer }\n"));

        Assert.AreEqual(Descriptors.UnresolvedReference, run.Diagnostics.Single().Id);
        return run.Diagnostics.Single().ToString();
    }
}
