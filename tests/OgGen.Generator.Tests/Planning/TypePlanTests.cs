using OgGen.Generator.Document;
using OgGen.Generator.Document.References;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Tests.Planning;

/// <summary>What a plan has is used; what it lacks is no type of any kind.</summary>
[TestClass]
public sealed class TypePlanTests
{
    private const string Text = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components: { schemas: { Pet: { type: object, properties: { kind: { enum: [ cat, dog ] } } } } }
        """;

    [TestMethod]
    public void A_type_that_was_not_planned_is_an_error_and_not_any_JSON()
    {
        var file = new SpecFile
        {
            Path = "/spec/api.yaml",
            Text = Text,
            Reference = "",
            Namespace = "T",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };
        SchemaGraph schemas = SchemaGraph.Of(SpecDocument.Read(new SpecSources(file, default), new SourceMap(file), [], default)!);
        SchemaNode kind = schemas.Flatten(schemas.Components["Pet"]).Find("kind")!.Value;
        var nothing = new TypePlan(schemas, [], new Dictionary<TypeKey, PlannedType>(), []);

        InvalidOperationException error = Assert.ThrowsExactly<InvalidOperationException>(() => nothing.Find(kind));

        Assert.Contains("/components/schemas/Pet/properties/kind", error.Message);
    }
}
