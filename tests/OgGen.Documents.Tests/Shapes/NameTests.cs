using System.Text.Json;
using OgGen.Documents.Shapes;
using OgGen.Json;
using Task = System.Threading.Tasks.Task;

namespace OgGen.Documents.Tests.Shapes;

/// <summary>Names that C# has for itself, names that collide, aliases, and schemas that say nothing.</summary>
[TestClass]
public sealed class NameTests
{
    [TestMethod]
    public void Members_with_names_that_CSharp_has_for_itself_travel_under_their_own()
    {
        const string json = """
            {"class":"a","keywords":"b","namespace":"c","get-hash-code":1,"toString":"d","additionalProperties":"e","value":"f","a.b":"g","a b":"h","1st":"i","":"j","größe":1.5,"quote\"back\\slash":"k","{{brace}}":"l"}
            """;

        Keywords keywords = JsonModel.Parse<Keywords>(json);

        Assert.AreEqual(json.Trim(), JsonModel.ToJson(keywords));
        Assert.IsEmpty(keywords.AdditionalProperties);
        Assert.AreEqual("a", keywords.Class);
        Assert.AreEqual("b", keywords.KeywordsValue);
        Assert.AreEqual(("g", "h"), (keywords.AB, keywords.ABValue));
        Assert.AreEqual(1.5, keywords.Größe);
    }

    [TestMethod]
    public void Two_schemas_whose_names_become_one_are_two_types()
    {
        AssertSame<FooBar>("""{"a":"x"}""");
        AssertSame<FooBarModel>("""{"b":"x","other":{"a":"y"}}""");
    }

    [TestMethod]
    public void Schemas_named_like_types_that_every_file_knows_have_names_of_their_own()
        => AssertSame<ObjectModel>("""{"string":"a","task":{"system":{"OgGen":"b"}}}""");

    [TestMethod]
    public void A_chain_of_aliases_is_what_stands_at_its_end()
    {
        AssertSame<Aliases>("""{"heading":"a","spot":{"x":1,"y":2},"spots":[{"x":3,"y":4}]}""");
        Point spot = JsonModel.Parse<Aliases>("""{"heading":"a","spot":{"x":1,"y":2}}""").Spot!;
        Assert.AreEqual(2.0, spot.Y);
    }

    [TestMethod]
    [DataRow("""{"anything":null}""")]
    [DataRow("""{"anything":[1,{"a":2.50}],"something":null,"object":{"a":null,"b":[]},"list":[1,"a",null]}""")]
    [DataRow("""{"anything":"text","something":false}""")]
    public void A_schema_that_says_nothing_takes_any_JSON(string json) => AssertSame<Loose>(json);

    [TestMethod]
    public async Task A_literal_query_is_sent_a_fragment_is_not_and_parameters_named_like_ours_have_their_place()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"hits":[1]}"""));
        using var client = new ShapesClient(server.Address);

        Dictionary<string, JsonElement> found = await client.Default.SearchAsync("c#", request: "r", cancellationTokenHeader: "t");
        await client.Default.SearchSlowlyAsync();

        Assert.AreEqual("/search?mode=fast&class=c%23&request=r", server.Requests[0].Target);
        Assert.AreEqual("t", server.Requests[0].Header("cancellationToken"));
        Assert.AreEqual("/search?mode=slow", server.Requests[1].Target);
        Assert.AreEqual(1, found["hits"].GetArrayLength());
    }

    [TestMethod]
    public async Task A_document_without_servers_and_security_needs_an_address_and_sends_no_credential()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"label":"a"}"""));
        using var client = new ShapesClient(server.Address);

        await client.Trees.GetAsync("a");

        Assert.IsNull(server.Requests.Single().Header("Authorization"));
        Assert.IsTrue(
            typeof(ShapesClient).GetConstructors().All(static constructor => constructor.GetParameters()[0].ParameterType == typeof(Uri)));
        Assert.ThrowsExactly<InvalidOperationException>(() => ShapesClient.Create(new ApiClientConfiguration()));
    }

    private static void AssertSame<T>(string json)
        where T : IJsonModel<T>
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<T>(json)));
}
