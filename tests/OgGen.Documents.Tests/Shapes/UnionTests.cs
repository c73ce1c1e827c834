using System.Text.Json;
using OgGen.Documents.Shapes;
using OgGen.Json;
using Task = System.Threading.Tasks.Task;

namespace OgGen.Documents.Tests.Shapes;

/// <summary>Unions with a discriminator: anyOf without a mapping, a union that holds itself, and a variant that two unions name.</summary>
[TestClass]
public sealed class UnionTests
{
    [TestMethod]
    public async Task Each_variant_is_read_as_its_class_wherever_the_discriminator_stands()
    {
        const string json =
            """[{"kind":"circle","id":1,"radius":2},{"id":2,"side":3,"kind":"Square"},"""
                + """{"kind":"group","id":3,"members":[{"kind":"circle","id":4,"radius":0.5}]},{"kind":"blob","id":5,"mass":1}]""";
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new ShapesClient(server.Address);

        IReadOnlyList<Shape> shapes = await client.Shapes.ListAsync();

        Assert.AreEqual(2.0, ((Circle)shapes[0]).Radius);
        Assert.AreEqual(3.0, ((Square)shapes[1]).Side);
        Assert.AreEqual(4, ((Group)shapes[2]).Members!.Single().Id);
        Assert.AreEqual("blob", ((UnknownShape)shapes[3]).Kind);
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 5 }, shapes.Select(static shape => shape.Id).ToArray());
        CollectionAssert.AreEqual(
            new[] { "circle", "square", "group", "unknown" },
            shapes
                .Select(static shape => shape.Match(static _ => "circle", static _ => "square", static _ => "group", static _ => "unknown"))
                .ToArray());
    }

    [TestMethod]
    [DataRow("""{"kind":"circle","id":1,"radius":2,"color":"red","new":{"a":[1]}}""")]
    [DataRow("""{"kind":"Square","id":1,"side":2}""")]
    [DataRow("""{"kind":"group","id":3,"members":[{"kind":"group","id":4,"members":[]},{"kind":"blob","edges":[1,2]}]}""")]
    [DataRow("""{"kind":"blob","id":5,"mass":1}""")]
    [DataRow("""{"kind":"blob"}""")]
    [DataRow("""{"id":5}""")]
    [DataRow("{}")]
    public void What_is_read_is_written_again(string json)
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Shape>(json)));

    [TestMethod]
    public void An_unknown_variant_keeps_members_of_another_type_than_the_union_s()
    {
        Shape shape = JsonModel.Parse<Shape>("""{"kind":"blob","id":"text","color":7}""");

        Assert.AreEqual(0, shape.Id);
        Assert.IsTrue(JsonElement.DeepEquals(
            JsonDocument.Parse("""{"kind":"blob","id":"text","color":7}""").RootElement,
            JsonDocument.Parse(JsonModel.ToJson(shape)).RootElement));
    }

    [TestMethod]
    public async Task A_variant_is_sent_with_its_discriminator()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"any":["thing"]}"""));
        using var client = new ShapesClient(server.Address);

        JsonElement answer = await client.Shapes.AddAsync(new Square { Id = 7, Side = 1.5 });

        Assert.AreEqual("""{"kind":"Square","id":7,"side":1.5}""", server.Requests.Single().Text);
        Assert.AreEqual("thing", answer.GetProperty("any")[0].GetString());
    }

    [TestMethod]
    public void A_variant_of_two_unions_is_one_class_and_the_second_union_a_choice()
    {
        Round round = JsonModel.Parse<Round>("""{"kind":"circle","id":1,"radius":2}""");
        Shape shape = JsonModel.Parse<Shape>("""{"kind":"circle","id":1,"radius":2}""");

        Assert.IsInstanceOfType<Circle>(shape);
        Assert.AreEqual(2.0, round.Circle!.Radius);
        Assert.IsNull(round.Ring);
        Round converted = (Circle)shape;
        Assert.AreSame(shape, converted.Value);
        Assert.AreEqual(2.0, JsonModel.Parse<Round>("""{"outer":2,"inner":1,"kind":"ring"}""").Ring!.Outer);
    }

    [TestMethod]
    [DataRow("""{"kind":"circle","id":1,"radius":2}""")]
    [DataRow("""{"kind":"ring","inner":1,"outer":2}""")]
    [DataRow("""{"kind":"oval","a":1}""")]
    [DataRow("""{"kind":"ring"}""")]
    public void The_second_union_loses_nothing_either(string json)
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Round>(json)));
}
