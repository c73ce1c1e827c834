using System.Text.Json;
using OgGen.Documents.Shapes;
using Task = System.Threading.Tasks.Task;

namespace OgGen.Documents.Tests.Shapes;

/// <summary>What a client reads from an answer it sends in a request, whatever the shape.</summary>
[TestClass]
public sealed class EchoTests
{
    [TestMethod]
    [DataRow("""{"list":{"value":1,"next":{"value":2,"next":null}}}""")]
    [DataRow(
        """{"chicken":{"name":"a","lays":{"hatches":{"name":"b","lays":{}}}},"folder":{"a":{"size":1},"b":{"entries":{"c":{}}}},"nested":"""
            + """[{"items":[{}]},{}]}""")]
    [DataRow(
        """{"shape":{"kind":"group","id":3,"members":[{"kind":"circle","id":4,"radius":0.5,"new":1},{"kind":"blob","edges":[1,2]}]}}""")]
    [DataRow("""{"round":{"kind":"circle","id":1,"radius":2}}""")]
    [DataRow("""{"round":{"kind":"oval","a":1}}""")]
    [DataRow("""{"either":{"must":null,"may":null,"both":7,"ref":null}}""")]
    [DataRow("""{"either":{"must":"a","may":1,"both":"text","ref":{"x":1,"y":2}}}""")]
    [DataRow("""{"aliases":{"heading":"a","spot":{"x":1,"y":2},"spots":[{"x":3,"y":4}]}}""")]
    [DataRow(
        """{"freeForm":{"a":[1,{"b":null}]},"loose":{"anything":[1,{"a":2.50}],"something":null,"object":{"a":null,"b":[]},"list":[1,"a","""
            + """null]}}""")]
    [DataRow("""{"loose":{"anything":null}}""")]
    [DataRow("""{"one":{"a":"x"},"two":{"b":"x","other":{"a":"y"}},"object":{"string":"a","task":{"system":{"OgGen":"b"}}}}""")]
    [DataRow(
        """{"keywords":{"class":"a","keywords":"b","namespace":"c","get-hash-code":"""
            + """1,"toString":"d","additionalProperties":"e","value":"f","a.b":"g","a """
            + """b":"h","1st":"i","":"j","größe":1.5,"quote\"back\\slash":"k","{{brace}}":"l"}}""")]
    public async Task What_is_read_is_sent_as_it_was(string json)
    {
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new ShapesClient(server.Address);

        All all = await client.All.EchoAsync(new All());
        await client.All.EchoAsync(all);

        using JsonDocument expected = JsonDocument.Parse(json), actual = JsonDocument.Parse(server.Requests[1].Text);
        Assert.IsTrue(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), server.Requests[1].Text);
        Assert.IsEmpty(all.AdditionalProperties);
    }
}
