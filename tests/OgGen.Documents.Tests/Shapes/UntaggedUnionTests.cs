using OgGen.Documents.Shapes;
using OgGen.Json;
using Task = System.Threading.Tasks.Task;

namespace OgGen.Documents.Tests.Shapes;

/// <summary>Unions without a discriminator: told apart by what stands there, and raw JSON for everything else.</summary>
[TestClass]
public sealed class UntaggedUnionTests
{
    [TestMethod]
    [DataRow("\"text\"", "string")]
    [DataRow("5", "int64")]
    [DataRow("true", "boolean")]
    [DataRow("""["a","b"]""", "list")]
    [DataRow("""{"x":1,"y":2}""", "point")]
    [DataRow("""{"x":1,"y":2,"z":3}""", "space")]
    [DataRow("""{"x":1,"y":2,"w":3}""", "point")]
    [DataRow("""{"event":"start","at":1}""", "start")]
    [DataRow("""{"event":"stop"}""", "stop")]
    [DataRow("1.5", "json")]
    [DataRow("[1]", "json")]
    [DataRow("[]", "list")]
    [DataRow("""{"x":1}""", "json")]
    [DataRow("""{"x":"1px","y":2}""", "json")]
    [DataRow("""{"event":"pause"}""", "json")]
    [DataRow("{}", "json")]
    public async Task A_value_is_read_as_the_type_that_it_fits_and_is_sent_as_it_was(string json, string expected)
    {
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new ShapesClient(server.Address);

        ValueModel value = await client.Values.EchoAsync("ignored");
        await client.Values.EchoAsync(value);

        Assert.AreEqual(expected, value.Match(
            static _ => "string",
            static _ => "int64",
            static _ => "boolean",
            static _ => "list",
            static _ => "point",
            static _ => "space",
            static _ => "start",
            static _ => "stop",
            static _ => "json"));
        Assert.AreEqual(json, server.Requests[1].Text);
    }

    [TestMethod]
    public void Exactly_one_property_holds_the_value()
    {
        ValueModel value = JsonModel.Parse<ValueModel>("""{"event":"stop","at":3}""");

        Assert.AreEqual(3, value.Stop!.At);
        Assert.IsNull(value.Start);
        Assert.IsNull(value.String);
        Assert.IsNull(value.Int64);
        Assert.IsNull(value.Json);
    }

    [TestMethod]
    public void Values_convert_to_the_choice()
    {
        Assert.AreEqual("5", JsonModel.ToJson((ValueModel)5));
        Assert.AreEqual("\"a\"", JsonModel.ToJson((ValueModel)"a"));
        Assert.AreEqual("""["a"]""", JsonModel.ToJson((ValueModel)new List<string> { "a" }));
        Assert.AreEqual("""{"x":1,"y":2}""", JsonModel.ToJson((ValueModel)new Point { X = 1, Y = 2 }));
    }

    [TestMethod]
    [DataRow("""{"must":null}""")]
    [DataRow("""{"must":"a","may":null,"ref":null}""")]
    [DataRow("""{"must":"a","may":1,"both":"text","ref":{"x":1,"y":2}}""")]
    [DataRow("""{"must":"a","both":7}""")]
    public void A_type_or_null_is_a_nullable_member_and_two_types_are_a_choice(string json)
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Either>(json)));
}
