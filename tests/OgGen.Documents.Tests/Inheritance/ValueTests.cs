using OgGen.Documents.Inheritance;
using OgGen.Json;

namespace OgGen.Documents.Tests.Inheritance;

/// <summary>The values by which variants are told apart, as the document says them in its several ways.</summary>
[TestClass]
public sealed class ValueTests
{
    public static IEnumerable<object[]> Parts =>
    [
        [new Bend("right"), "right"],
        [new Joint(), "joint"],
        [new Valve(), "valve"],
        [new Tap(), "tap"],
        [new Pump("off"), "off"],
        [new Plug(), "Plug"],
    ];

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void An_object_is_written_and_read_by_its_value(object part, string value)
    {
        string json = JsonModel.ToJson((Part)part);

        Assert.AreEqual($$"""{"kind":"{{value}}"}""", json);
        Assert.AreEqual(part.GetType(), JsonModel.Parse<Part>(json).GetType());
    }

    [TestMethod]
    public void A_variant_by_itself_needs_no_value_that_it_does_not_require()
    {
        var bend = JsonModel.Parse<Bend>("""{"angle":30}""");

        Assert.AreEqual(("", 30L), (bend.Kind, bend.Angle));
        Assert.AreEqual("""{"angle":30}""", JsonModel.ToJson(bend));
        Assert.ThrowsExactly<System.Text.Json.JsonException>(() => JsonModel.Parse<Pump>("{}"));
    }

    [TestMethod]
    [DataRow("""{"type":"sound","url":"u"}""", typeof(Sound))]
    [DataRow("""{"type":"sound","id":"i"}""", typeof(StoredSound))]
    [DataRow("""{"title":"t","id":"i","type":"sound"}""", typeof(StoredSound))]
    [DataRow("""{"type":"sound","id":"i","url":"u"}""", typeof(Sound))]
    [DataRow("""{"type":"sound"}""", typeof(UnknownResult))]
    [DataRow("""{"type":"image"}""", typeof(Image))]
    public void Variants_of_one_value_are_told_apart_by_what_they_require(string json, Type expected)
        => Assert.AreEqual(expected, JsonModel.Parse<Result>(json).GetType());

    [TestMethod]
    public void Variants_of_one_value_have_it()
    {
        Assert.AreEqual("""{"type":"sound","url":"u"}""", JsonModel.ToJson<Result>(new Sound { Url = "u" }));
        Assert.AreEqual("""{"type":"sound","id":"i"}""", JsonModel.ToJson<Result>(new StoredSound { Id = "i" }));
    }
}
