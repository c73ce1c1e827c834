using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>A document is one JSON value, whole, in UTF-8, at most 64 levels deep; or one member of it.</summary>
[TestClass]
public sealed class ParseTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("   ")]
    [DataRow("{")]
    [DataRow("{\"id\"")]
    [DataRow("{\"id\":")]
    [DataRow("{\"id\":1")]
    [DataRow("{\"id\":1,")]
    [DataRow("{\"id\":1,\"items\":[")]
    [DataRow("{\"id\":1,\"x\":\"un")]
    [DataRow("{\"id\":1,\"x\":tru")]
    public void A_document_that_breaks_off_is_refused(string json)
        => Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));

    [TestMethod]
    [DataRow("{\"id\":1}x")]
    [DataRow("{\"id\":1}{\"id\":2}")]
    [DataRow("{\"id\":1},")]
    [DataRow("{\"id\":1}]")]
    [DataRow("{\"id\":1}\0")]
    [DataRow("{\"id\":1} // comment")]
    [DataRow("{\"id\":1,}")]
    [DataRow("{'id':1}")]
    [DataRow("{id:1}")]
    public void What_is_no_json_is_refused(string json)
    {
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));
        Assert.ThrowsExactly<JsonException>(() => Codec.Read<int, Int32Codec>(json, "id"));
    }

    [TestMethod]
    public void White_space_around_the_document_is_no_part_of_it()
        => Assert.AreEqual(1, JsonModel.Parse<Sample>(" \r\n\t{ \"id\" : 1 }\n ").Id);

    [TestMethod]
    public void A_byte_order_mark_is_accepted_once()
    {
        byte[] json = Encoding.UTF8.GetBytes("\uFEFF{\"id\":1}");
        Assert.AreEqual(1, JsonModel.Parse<Sample>(json).Id);
        Assert.AreEqual(1, JsonModel.Parse<int, Int32Codec>(json, "id"));
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(Encoding.UTF8.GetBytes("\uFEFF\uFEFF{\"id\":1}")));
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(Encoding.Unicode.GetBytes("{\"id\":1}")));
    }

    [TestMethod]
    public void Text_that_is_no_utf8_is_refused_at_its_place()
    {
        byte[] json = [.. "{\"id\":1,\"t0\":\""u8, 0xFF, .. "\"}"u8];
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));
        Assert.AreEqual("$.t0", e.Path);
        byte[] name = [.. "{\"id\":1,\""u8, 0xFF, .. "\":1}"u8];
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(name));
    }

    [TestMethod]
    [DataRow("{\"id\":1,\"x\":\"", "\"}", "$.x")]
    [DataRow("{\"id\":1,\"x\":{\"a\":[0,\"", "\"]}}", "$.x.a[1]")]
    [DataRow("{\"id\":1,\"x\":{\"", "\":1}}", "$.x")]
    public void Text_that_is_no_utf8_is_refused_where_nobody_has_described_it(string before, string after, string path)
    {
        foreach (byte[] invalid in new byte[][] { [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80] })
        {
            byte[] json = [.. Encoding.UTF8.GetBytes(before), .. invalid, .. Encoding.UTF8.GetBytes(after)];
            JsonException e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(json));
            StringAssert.StartsWith(e.Path, path);
        }
    }

    [TestMethod]
    [DataRow("""{"id":1,"x":"\ud800"}""")]
    [DataRow("""{"id":1,"x":{"\udc00":["\uD83D","\\ud800"]}}""")]
    [DataRow("""{"id":1,"x":["\ud83d\ude00\ud83d"]}""")]
    public void Half_a_surrogate_pair_goes_back_as_it_came_where_nobody_has_described_it(string json)
    {
        Sample value = JsonModel.Parse<Sample>(json);
        Assert.AreEqual(json, JsonModel.ToJson(value));
        Assert.AreEqual("""{"id":1,"x":"***"}""", value.ToString());
    }

    [TestMethod]
    public void A_document_may_be_64_levels_deep()
    {
        string json = Deep(64);
        Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Sample>(json)));
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(Deep(65)));
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Sample>(Deep(100_000)));
    }

    [TestMethod]
    public void The_payload_of_an_envelope_is_one_member()
    {
        Assert.AreEqual(7, Codec.Read<int, Int32Codec>("""{"took":0.1,"data":7,"x":{"data":8}}""", "data"));
        Assert.AreEqual(7, Codec.Read<int, Int32Codec>("""{"d\u0061ta":7}""", "data"));
    }

    [TestMethod]
    public void An_envelope_without_the_member_is_refused()
    {
        JsonException e = Codec.Refuse<int, Int32Codec>("""{"took":0.1,"Data":7}""", "data");
        Assert.AreEqual("$", e.Path);
        StringAssert.Contains(e.Message, "'data'");
    }

    [TestMethod]
    public void Of_a_member_that_stands_twice_the_last_counts()
        => Assert.AreEqual(8, Codec.Read<int, Int32Codec>("""{"data":7,"data":8}""", "data"));

    [TestMethod]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("\"data\"")]
    [DataRow("7")]
    public void An_envelope_is_an_object(string json) => Codec.Refuse<int, Int32Codec>(json, "data");

    [TestMethod]
    public void A_member_is_not_null_unless_its_type_allows_it()
    {
        Assert.AreEqual("$.data", Codec.Refuse<Sample, ModelCodec<Sample>>("""{"data":null}""", "data").Path);
        Assert.IsNull(Codec.Read<Sample?, NullableCodec<Sample, ModelCodec<Sample>>>("""{"data":null}""", "data"));
    }

    [TestMethod]
    public void The_rest_of_an_envelope_is_checked_too()
        => Codec.Refuse<int, Int32Codec>("""{"data":7,"x":[}""", "data");

    private static string Deep(int levels)
        => $$"""{"id":1,"x":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";
}
