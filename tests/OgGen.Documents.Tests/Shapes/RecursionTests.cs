using OgGen.Documents.Shapes;
using OgGen.Json;
using Task = System.Threading.Tasks.Task;

namespace OgGen.Documents.Tests.Shapes;

/// <summary>Schemas that refer to themselves, directly or through others.</summary>
[TestClass]
public sealed class RecursionTests
{
    [TestMethod]
    public async Task A_tree_travels_whole()
    {
        const string json = """{"label":"root","children":[{"label":"a","children":[]},{"label":"b","children":[{"label":"c"}]}]}""";
        await using var server = new RawServer(RawServer.Answer(200, json), RawServer.Answer(204, ""));
        using var client = new ShapesClient(server.Address);

        Tree tree = await client.Trees.GetAsync("t");
        await client.Trees.PutAsync("t", tree);

        Assert.AreEqual("c", tree.Children![1].Children![0].Label);
        Assert.AreEqual(json, server.Requests[1].Text);
    }

    [TestMethod]
    [DataRow("""{"value":1,"next":{"value":2,"next":null}}""")]
    [DataRow("""{"value":1,"next":null}""")]
    public void A_linked_list_ends_with_null(string json) => AssertSame<LinkedList>(json);

    [TestMethod]
    public void A_required_member_that_may_be_null_must_be_there()
        => Assert.ThrowsExactly<System.Text.Json.JsonException>(() => JsonModel.Parse<LinkedList>("""{"value":1}"""));

    [TestMethod]
    public void Two_schemas_may_hold_each_other() => AssertSame<Chicken>("""{"name":"a","lays":{"hatches":{"name":"b","lays":{}}}}""");

    [TestMethod]
    public void A_map_and_a_list_may_hold_themselves_through_an_object()
    {
        AssertSame<FolderEntry>("""{"entries":{"a":{"size":1},"b":{"entries":{"c":{}}}}}""");
        AssertSame<NestedItem>("""{"items":[{"items":[]},{}]}""");
    }

    [TestMethod]
    public void Depth_has_a_limit_that_is_an_error_and_no_end_of_the_stack()
    {
        string json = string.Concat(Enumerable.Repeat("""{"label":"a","children":[""", 1000))
            + string.Concat(Enumerable.Repeat("]}", 1000));

        Assert.ThrowsExactly<System.Text.Json.JsonException>(() => JsonModel.Parse<Tree>(json));
    }

    private static void AssertSame<T>(string json)
        where T : IJsonModel<T>
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<T>(json)));
}
