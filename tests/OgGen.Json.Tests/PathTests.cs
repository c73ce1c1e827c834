using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>The exception of a failed reading names the JSON path of what is wrong.</summary>
[TestClass]
public sealed class PathTests
{
    [TestMethod]
    [DataRow("""[]""", "$")]
    [DataRow("""{}""", "$")]
    [DataRow("""{"id":"x"}""", "$.id")]
    [DataRow("""{"id":null}""", "$.id")]
    [DataRow("""{"id":{"id":1}}""", "$.id")]
    [DataRow("""{"items":[{"id":1},{"id":[]}]}""", "$.items[1].id")]
    [DataRow("""{"items":[{"id":1},{}],"id":1}""", "$.items[1]")]
    [DataRow("""{"items":[{"id":1,"x":[1,{"id":"no"}]},7]}""", "$.items[1]")]
    [DataRow("""{"items":[{"id":1,"items":[{"id":1,"items":[{"id":false}]}]}]}""", "$.items[0].items[0].items[0].id")]
    [DataRow("""{"x":{"y":[[],[{}]]},"id":1,"t0":5}""", "$.t0")]
    [DataRow("""{"id":1,"items":{}}""", "$.items")]
    [DataRow("""{"items":[],"number":"no"}""", "$.number")]
    public void A_value_of_the_wrong_kind_is_found(string json, string path)
    {
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));
        Assert.AreEqual(path, e.Path);
        StringAssert.EndsWith(e.Message, $"Path: {path}.");
    }

    [TestMethod]
    [DataRow("plain", "$.plain")]
    [DataRow("with-dash_1", "$.with-dash_1")]
    [DataRow("", "$['']")]
    [DataRow("a b", "$['a b']")]
    [DataRow("a.b", "$['a.b']")]
    [DataRow("a[0]", "$['a[0]']")]
    [DataRow("é", "$['\\u00E9']")]
    [DataRow("a\nb", "$['a\\nb']")]
    [DataRow("it's", "$['it\\u0027s']")]
    public void Names_that_need_it_are_quoted(string name, string path)
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, string> { ["ok"] = "1", [name] = "no number" });
        Assert.AreEqual(path, Codec.Refuse<Dictionary<string, int>, MapCodec<int, Int32Codec>>(json).Path);
    }

    [TestMethod]
    [DataRow("""{"id":1,"items":[{"id":1},{"id":tru""", "$.items[1].id")]
    [DataRow("""{"id":1,"items":[{"id":1},""", "$.items[0]")]
    [DataRow("""{"id":1,"x":{"deep":[1,2,+]}}""", "$.x.deep[1]")]
    public void A_syntax_error_is_found_where_the_text_breaks(string json, string path)
    {
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));
        Assert.AreEqual(path, e.Path);
        Assert.AreEqual(0, e.LineNumber);
        Assert.IsGreaterThan(0, e.BytePositionInLine!.Value);
    }

    [TestMethod]
    public void Every_missing_member_is_named()
    {
        var e = Assert.ThrowsExactly<JsonException>(() =>
        {
            var reader = new Utf8JsonReader("{}"u8);
            JsonFault.Missing(ref reader, 0b010, "a", "b", "c");
        });
        StringAssert.Contains(e.Message, "'a', 'c'");
        Assert.DoesNotContain("'b'", e.Message);
    }

    [TestMethod]
    public void The_text_of_the_value_is_not_in_the_message()
    {
        JsonException e = Codec.Refuse<int, Int32Codec>("\"CANARY\"");
        Assert.DoesNotContain("CANARY", e.ToString());
    }

    [TestMethod]
    public void The_payload_of_an_envelope_has_the_path_from_the_top()
    {
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<List<Sample>, ListCodec<Sample, ModelCodec<Sample>>>(
            """{"took":1,"data":[{"id":1},{"id":"x"}]}"""u8, "data"));
        Assert.AreEqual("$.data[1].id", e.Path);
    }

    [TestMethod]
    public void A_byte_order_mark_does_not_shift_the_path()
    {
        byte[] json = Encoding.UTF8.GetBytes("\uFEFF{\"id\":1,\"t0\":\"x\",\"t1\":[]}");
        Assert.AreEqual("$.t1", Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json)).Path);
    }
}
