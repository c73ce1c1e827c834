using System.Globalization;
using System.Text.Json;
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
        Assert.AreEqual(8, Assert.IsInstanceOfType<Kitten>(box.Cat).Weeks!.Value);
    }

    [TestMethod]
    [DataRow("""{"kitten":{"name":"a","huntingSkill":"lazy"}}""")]
    [DataRow("""{"kitten":{"petType":"text","name":"a","huntingSkill":"lazy"}}""")]
    public async Task Where_a_variant_stands_by_itself_its_discriminator_is_any_text_or_missing(string json) => await EchoAsync(json);

    [TestMethod]
    public void A_new_object_has_the_discriminator_of_its_class()
        => Assert.AreEqual("""{"petType":"hound","name":"a"}""", JsonModel.ToJson<Pet>(new Dog { Name = "a" }));

    [TestMethod]
    [DataRow(
        """{"folder":{"kind":"Folder","path":"/","entries":[{"kind":"File","path":"/a","size":1},"""
            + """{"kind":"Link","path":"/b","to":"/a"}]}}""")]
    public async Task The_variants_of_a_union_may_inherit_from_it(string json)
    {
        var folder = (Folder)(await EchoAsync(json)).Folder!;

        Assert.AreEqual(1L, ((FileModel)folder.Entries![0]).Size);
        Assert.AreEqual("/b", ((UnknownFolderOrFile)folder.Entries[1]).Path);
    }

    [TestMethod]
    [DataRow("""{"figure":{"corners":3,"color":"red","height":2.5}}""", "a triangle of height 2.5")]
    [DataRow("""{"figure":{"side":2,"corners":4,"new":[1]}}""", "a square of side 2")]
    [DataRow("""{"figure":{"corners":5,"color":"red"}}""", "with 5 corners")]
    [DataRow("""{"figure":{"color":"red"}}""", "{\"color\":\"red\"}")]
    public async Task What_inherits_from_a_base_whose_discriminator_is_a_number_is_told_by_it(string json, string expected)
    {
        Box box = await EchoAsync(json);

        Assert.AreEqual(expected, box.Figure!.Match(
            static triangle => string.Create(CultureInfo.InvariantCulture, $"a triangle of height {triangle.Height}"),
            static square => $"a square of side {square.Side}",
            static json => json.TryGetProperty("corners", out JsonElement corners) ? $"with {corners} corners" : json.ToString()));
    }

    [TestMethod]
    public void What_inherits_from_such_a_base_stands_for_it()
        => Assert.AreEqual(
            """{"figure":{"corners":3,"height":1}}""", JsonModel.ToJson(new Box { Figure = new Triangle { Corners = 3, Height = 1 } }));

    [TestMethod]
    [DataRow("""{"solid":{"isRound":true,"radius":2}}""", 2L)]
    [DataRow("""{"solid":{"isRound":false,"edges":12}}""", null)]
    public async Task An_only_heir_is_told_by_it_too(string json, long? radius)
    {
        Solid solid = (await EchoAsync(json)).Solid!;

        Assert.AreEqual(radius, solid.Ball?.Radius);
        Assert.AreEqual(radius is null, solid.Json is not null);
    }
}
