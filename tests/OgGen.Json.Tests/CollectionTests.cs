using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>Lists and maps hold what the JSON holds, in its order; a null only where their type allows one.</summary>
[TestClass]
public sealed class CollectionTests
{
    [TestMethod]
    [DataRow("[]")]
    [DataRow("[1]")]
    [DataRow("[3,1,2,1]")]
    public void A_list_comes_back_in_its_order(string json)
    {
        Assert.AreEqual(json, Codec.Echo<List<int>, ListCodec<int, Int32Codec>>(json));
        Assert.AreEqual(json, Codec.Echo<IReadOnlyList<int>, ReadOnlyListCodec<int, Int32Codec>>(json));
    }

    [TestMethod]
    public void A_null_in_a_list_is_refused_unless_its_items_may_be_null()
    {
        Assert.AreEqual("$[1]", Codec.Refuse<List<string>, ListCodec<string, StringCodec>>("[\"a\",null]").Path);
        Assert.AreEqual("$[0]", Codec.Refuse<List<int>, ListCodec<int, Int32Codec>>("[null]").Path);
        Assert.AreEqual("$[0]", Codec.Refuse<List<Sample>, ListCodec<Sample, ModelCodec<Sample>>>("[null]").Path);
        Assert.AreEqual("[\"a\",null]", Codec.Echo<List<string?>, ListCodec<string?, NullableCodec<string, StringCodec>>>("[\"a\",null]"));
        Assert.AreEqual("[null,7]", Codec.Echo<List<int?>, ListCodec<int?, NullableValueCodec<int, Int32Codec>>>("[null,7]"));
    }

    [TestMethod]
    public void A_null_in_a_list_is_not_sent()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<List<string>, ListCodec<string, StringCodec>>([null!]));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<List<Sample>, ListCodec<Sample, ModelCodec<Sample>>>([null!]));
    }

    [TestMethod]
    public void Lists_nest()
    {
        Assert.AreEqual("[[1],[],[2,3]]", Codec.Echo<List<List<int>>, ListCodec<List<int>, ListCodec<int, Int32Codec>>>("[[1],[],[2,3]]"));
        Assert.AreEqual("$[2][1]", Codec.Refuse<List<List<int>>, ListCodec<List<int>, ListCodec<int, Int32Codec>>>("[[1],[],[2,{}]]").Path);
    }

    [TestMethod]
    public void A_map_comes_back()
    {
        const string json = """{"b":1,"a":2,"":3,"A":4}""";
        Assert.AreEqual(json, Codec.Echo<Dictionary<string, int>, MapCodec<int, Int32Codec>>(json));
        Assert.AreEqual("{}", Codec.Echo<Dictionary<string, int>, MapCodec<int, Int32Codec>>("{}"));
    }

    [TestMethod]
    public void Of_members_of_a_map_with_one_name_the_last_counts()
    {
        Dictionary<string, int> map = Codec.Read<Dictionary<string, int>, MapCodec<int, Int32Codec>>("""{"a":1,"b":2,"\u0061":3}""");
        Assert.AreEqual(3, map["a"]);
        Assert.HasCount(2, map);
    }

    [TestMethod]
    public void A_null_in_a_map_is_refused_unless_its_values_may_be_null()
    {
        Assert.AreEqual("$['a b']", Codec.Refuse<Dictionary<string, string>, MapCodec<string, StringCodec>>("""{"a b":null}""").Path);
        Assert.AreEqual(
            """{"a":null}""",
            Codec.Echo<Dictionary<string, string?>, MapCodec<string?, NullableCodec<string, StringCodec>>>("""{"a":null}"""));
    }

    [TestMethod]
    public void Null_is_a_value_where_the_type_allows_it()
    {
        Assert.IsNull(Codec.Read<string?, NullableCodec<string, StringCodec>>("null"));
        Assert.AreEqual("null", Codec.Echo<string?, NullableCodec<string, StringCodec>>("null"));
        Assert.AreEqual("\"x\"", Codec.Echo<string?, NullableCodec<string, StringCodec>>("\"x\""));
        Assert.IsNull(Codec.Read<long?, NullableValueCodec<long, Int64Codec>>("null"));
        Assert.AreEqual("null", Codec.Echo<long?, NullableValueCodec<long, Int64Codec>>("null"));
        Assert.AreEqual("0", Codec.Echo<long?, NullableValueCodec<long, Int64Codec>>("0"));
        Codec.Refuse<string?, NullableCodec<string, StringCodec>>("1");
    }

    [TestMethod]
    public void The_mode_of_writing_reaches_every_item()
    {
        Assert.AreEqual(
            "[\"***\"]", Codec.Write<List<string>, ListCodec<string, SecretCodec<string, StringCodec>>>(["x"], JsonWriteMode.Display));
        Assert.AreEqual(
            """{"a":"***"}""",
            Codec.Write<Dictionary<string, string>, MapCodec<string, SecretCodec<string, StringCodec>>>(
                new() { ["a"] = "x" }, JsonWriteMode.Display));
        Assert.AreEqual(
            "\"***\"", Codec.Write<string?, NullableCodec<string, SecretCodec<string, StringCodec>>>("x", JsonWriteMode.Display));
    }
}
