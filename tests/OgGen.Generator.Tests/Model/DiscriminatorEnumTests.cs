using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>Which enumeration types the discriminator of a union, and when it is a string.</summary>
[TestClass]
public sealed class DiscriminatorEnumTests
{
    private const string Kinds = "    Kind: { type: string, enum: [cat, dog] }\n";
    private const string Mapping = "mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }";

    [TestMethod]
    [DataRow("[kind]", null, DisplayName = "a constant, which has no type of its own")]
    [DataRow("[]", "AnimalKind", DisplayName = "one that may be absent")]
    public void An_inline_enumeration_of_one_value_types_the_discriminator_where_it_is_a_type(string required, string? expected)
    {
        DocumentModel model = Models.Of(Document($$"""
                Animal:
                  type: object
                  required: {{required}}
                  discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }
                  properties: { kind: { enum: [cat] } }
                Cat: { type: object, properties: { lives: { type: integer } } }
            """));

        AssertDiscriminator(expected, model, "Animal");
    }

    [TestMethod]
    [DataRow("$ref: '#/components/schemas/Kind'", "Kind")]
    [DataRow("type: string, enum: [dog, cat, fish]", "AnimalKind")]
    [DataRow("type: string, enum: [dog, cat], x-oggen-name: Species", "Species")]
    [DataRow("allOf: [{ $ref: '#/components/schemas/Kind' }]", "Kind")]
    [DataRow("type: string", null)]
    [DataRow("type: string, enum: [dog]", null)]
    public void The_property_of_a_base_has_the_type_that_its_schema_says(string kind, string? expected)
    {
        DocumentModel model = Models.Of(Document($$"""
                Animal:
                  type: object
                  required: [kind]
                  discriminator: { propertyName: kind, {{Mapping}} }
                  properties: { kind: { {{kind}} } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { lives: { type: integer } } }] }
                Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { tricks: { type: integer } } }] }
            """));

        AssertDiscriminator(expected, model, "Animal");
        if (expected is not null)
        {
            Assert.HasCount(1, model.Types().OfType<EnumModel>().Where(type => type.Name == expected));
        }
    }

    [TestMethod]
    [DataRow("$ref: '#/components/schemas/Kind'", "$ref: '#/components/schemas/Kind'", "Kind")]
    [DataRow(
        "type: string, allOf: [{ $ref: '#/components/schemas/Kind' }], enum: [cat]",
        "type: string, allOf: [{ $ref: '#/components/schemas/Kind' }], enum: [dog]",
        "Kind")]
    [DataRow("$ref: '#/components/schemas/Kind'", "$ref: '#/components/schemas/OtherKind'", null)]
    [DataRow("$ref: '#/components/schemas/Kind'", "type: string, enum: [dog]", null)]
    [DataRow("type: string, enum: [cat]", "type: string, enum: [dog]", null)]
    [DataRow("$ref: '#/components/schemas/OtherKind'", "$ref: '#/components/schemas/OtherKind'", null)]
    public void Variants_type_it_where_all_refer_to_one_enumeration_with_all_their_values(string cat, string dog, string? expected)
    {
        DocumentModel model = Models.Of(Document($$"""
                Animal:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator: { propertyName: kind, {{Mapping}} }
                Cat: { type: object, required: [kind], properties: { kind: { {{cat}} } } }
                Dog: { type: object, required: [kind], properties: { kind: { {{dog}} } } }
                OtherKind: { type: string, enum: [dog, horse] }
            """));

        AssertDiscriminator(expected, model, "Animal");
    }

    [TestMethod]
    public void Variants_that_are_unions_refer_to_it_through_theirs()
    {
        DocumentModel model = Models.Of(Document($$"""
                Animal:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator: { propertyName: kind, {{Mapping}} }
                Cat: { type: object, required: [kind], properties: { kind: { $ref: '#/components/schemas/Kind' } } }
                Dog:
                  oneOf: [{ $ref: '#/components/schemas/Poodle' }, { $ref: '#/components/schemas/Beagle' }]
                  discriminator: { propertyName: breed }
                Poodle:
                  type: object
                  required: [kind, breed]
                  properties: { kind: { $ref: '#/components/schemas/Kind' }, breed: { type: string, enum: [Poodle] } }
                Beagle:
                  type: object
                  required: [kind, breed]
                  properties: { kind: { $ref: '#/components/schemas/Kind' }, breed: { type: string, enum: [Beagle] } }
            """));

        AssertDiscriminator("Kind", model, "Animal");
        AssertDiscriminator(null, model, "Dog");
        UnionModel dog = model.Types().OfType<UnionModel>().Single(static union => union.Name == "Dog");
        Assert.AreEqual("Kind", dog.Outer?.EnumName);
        Assert.IsFalse(dog.HidesConstants);
    }

    private static void AssertDiscriminator(string? expected, DocumentModel model, string name)
    {
        UnionModel union = model.Types().OfType<UnionModel>().Single(type => type.Name == name);
        Assert.AreEqual(expected, union.Discriminator.EnumName);
        Assert.AreEqual(expected, union.Unknown.OpenDiscriminator?.EnumName);
    }

    private static string Document(string schemas) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:

        """ + Kinds + schemas + "\n";
}
