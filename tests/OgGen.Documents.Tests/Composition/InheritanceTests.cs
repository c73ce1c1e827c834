using OgGen.Documents.Composition;
using OgGen.Json;

namespace OgGen.Documents.Tests.Composition;

/// <summary>A base with a discriminator, and what inherits from it by allOf: a union.</summary>
[TestClass]
public sealed class InheritanceTests : CompositionTest
{
    [TestMethod]
    [DataRow("""{"pet":{"petType":"Cat","name":"a","huntingSkill":"lazy"}}""", typeof(Cat))]
    [DataRow("""{"pet":{"name":"a","tag":"t","packSize":3,"petType":"hound","new":[1]}}""", typeof(Dog))]
    [DataRow("""{"pet":{"petType":"Kitten","name":"a","huntingSkill":"aggressive","weeks":8}}""", typeof(Kitten))]
    [DataRow("""{"pet":{"petType":"Lizard","name":"a"}}""", typeof(Lizard))]
    [DataRow("""{"pet":{"petType":"Pet","name":"a"}}""", typeof(UnknownPet))]
    [DataRow("""{"pet":{"petType":"Dog","name":"mapped by another name","packSize":3}}""", typeof(UnknownPet))]
    public async Task What_inherits_from_it_is_a_variant(string json, Type expected)
    {
        Box box = await EchoAsync(json);

        Assert.IsInstanceOfType(box.Pet, expected);
        StringAssert.StartsWith(box.Pet!.Name, json.Contains("mapped", StringComparison.Ordinal) ? "mapped" : "a");
    }

    [TestMethod]
    public async Task A_variant_that_others_inherit_from_takes_their_objects_too()
    {
        Box box = await EchoAsync("""{"cat":{"petType":"Kitten","name":"a","huntingSkill":"lazy","weeks":8}}""");

        Assert.AreEqual("Kitten", box.Cat!.PetType);
        Assert.AreEqual(8, box.Cat.AdditionalProperties["weeks"].GetInt32());
    }

    [TestMethod]
    [DataRow("""{"kitten":{"name":"a","huntingSkill":"lazy"}}""")]
    [DataRow("""{"kitten":{"petType":"text","name":"a","huntingSkill":"lazy"}}""")]
    public async Task Where_a_variant_stands_by_itself_its_discriminator_is_any_text_or_missing(string json) => await EchoAsync(json);

    [TestMethod]
    public void A_new_object_has_the_discriminator_of_its_class()
        => Assert.AreEqual("""{"petType":"hound","name":"a"}""", JsonModel.ToJson<Pet>(new Dog { Name = "a" }));

    [TestMethod]
    [DataRow("""{"folder":{"kind":"Folder","path":"/","entries":[{"kind":"File","path":"/a","size":1},{"kind":"Link","path":"/b","to":"/a"}]}}""")]
    public async Task The_variants_of_a_union_may_inherit_from_it(string json)
    {
        var folder = (Folder)(await EchoAsync(json)).Folder!;

        Assert.AreEqual(1L, ((OgGen.Documents.Composition.File)folder.Entries![0]).Size);
        Assert.AreEqual("/b", ((UnknownFolderOrFile)folder.Entries[1]).Path);
    }
}
