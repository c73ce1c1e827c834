using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>Texts, booleans, UUIDs, URIs, bytes and raw JSON come back as they were; what is none of them is refused.</summary>
[TestClass]
public sealed class ScalarTests
{
    [TestMethod]
    [DataRow("\"\"")]
    [DataRow("\"a b\"")]
    [DataRow("\"\\\"\\\\\\n\"", "\"\\u0022\\\\\\n\"")]
    public void A_text_comes_back(string json, string? written = null)
        => Assert.AreEqual(written ?? json, Codec.Echo<string, StringCodec>(json));

    [TestMethod]
    public void A_text_may_hold_any_character()
    {
        string text = "zero \0, é, 日本, 😀, \u2028";
        Assert.AreEqual(text, Codec.Read<string, StringCodec>(Codec.Write<string, StringCodec>(text)));
    }

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("false", false)]
    [DataRow("\"true\"", true)]
    [DataRow("\"false\"", false)]
    [DataRow("\"\\u0074rue\"", true)]
    public void A_boolean_may_stand_in_quotation_marks(string json, bool expected)
    {
        Assert.AreEqual(expected, Codec.Read<bool, BooleanCodec>(json));
        Assert.AreEqual(expected ? "true" : "false", Codec.Echo<bool, BooleanCodec>(json));
    }

    [TestMethod]
    [DataRow("\"True\"")]
    [DataRow("\"\"")]
    [DataRow("\"yes\"")]
    [DataRow("\"true \"")]
    [DataRow("0")]
    [DataRow("1")]
    public void Other_texts_and_numbers_are_no_booleans(string json) => Codec.Refuse<bool, BooleanCodec>(json);

    [TestMethod]
    public void A_uuid_has_its_usual_form()
    {
        const string json = "\"0f5fd3a8-9d1c-4d53-9fd2-32a3e4b1f5d7\"";
        Assert.AreEqual(json, Codec.Echo<Guid, GuidCodec>(json));
        Assert.AreEqual(json, Codec.Echo<Guid, GuidCodec>("\"0f5fd3a89d1c4d539fd232a3e4b1f5d7\""), "in other forms it is read");
        Assert.AreEqual(json, Codec.Echo<Guid, GuidCodec>("\"{0f5fd3a8-9d1c-4d53-9fd2-32a3e4b1f5d7}\""));
        Codec.Refuse<Guid, GuidCodec>("\"{0f5fd3a89d1c4d539fd232a3e4b1f5d7}\"");
        Codec.Refuse<Guid, GuidCodec>("\"80ab38b5-4434-4a17-9092c-14974b00000\"");
    }

    [TestMethod]
    [DataRow("https://opsgenie.com/a?b=c#d")]
    [DataRow("HTTPS://Opsgenie.COM:443/%7e")]
    [DataRow("/v1/policies")]
    [DataRow("../x")]
    [DataRow("")]
    public void A_uri_is_written_as_it_was_read(string text)
    {
        string json = JsonSerializer.Serialize(text);
        Uri value = Codec.Read<Uri, UriCodec>(json);
        Assert.AreEqual(text, value.OriginalString);
        Assert.AreEqual(json, Codec.Write<Uri, UriCodec>(value));
    }

    [TestMethod]
    public void What_is_no_uri_is_refused() => Codec.Refuse<Uri, UriCodec>("\"http://[\"");

    [TestMethod]
    [DataRow("")]
    [DataRow("AA==")]
    [DataRow("/+8=")]
    public void Bytes_come_back(string base64)
    {
        byte[] value = Codec.Read<byte[], BytesCodec>($"\"{base64}\"");
        CollectionAssert.AreEqual(Convert.FromBase64String(base64), value);
        Assert.AreEqual(base64, JsonDocument.Parse(Codec.Write<byte[], BytesCodec>(value)).RootElement.GetString());
    }

    [TestMethod]
    [DataRow("\"A\"")]
    [DataRow("\"AA=\"")]
    [DataRow("\"*w==\"")]
    public void What_is_no_base64_is_refused(string json) => Codec.Refuse<byte[], BytesCodec>(json);

    [TestMethod]
    [DataRow("null")]
    [DataRow("1.0")]
    [DataRow("12345678901234567890.123456789012345678901234567890")]
    [DataRow("[1e2,{\"a\":null,\"a\":1}]")]
    [DataRow("\"x\"")]
    public void Raw_json_keeps_every_character(string json) => Assert.AreEqual(json, Codec.Echo<JsonElement, JsonElementCodec>(json));

    [TestMethod]
    public void Raw_json_that_was_never_set_is_written_as_null()
        => Assert.AreEqual("null", Codec.Write<JsonElement, JsonElementCodec>(default));

    [TestMethod]
    public void A_secret_is_read_and_sent_but_not_shown()
    {
        string secret = Codec.Read<string, SecretCodec<string, StringCodec>>("\"s3cret\"");
        Assert.AreEqual("s3cret", secret);
        Assert.AreEqual("\"s3cret\"", Codec.Write<string, SecretCodec<string, StringCodec>>(secret, JsonWriteMode.Full));
        Assert.AreEqual("\"s3cret\"", Codec.Write<string, SecretCodec<string, StringCodec>>(secret, JsonWriteMode.Request));
        Assert.AreEqual("\"***\"", Codec.Write<string, SecretCodec<string, StringCodec>>(secret, JsonWriteMode.Display));
    }

    [TestMethod]
    public void A_required_value_that_was_never_set_is_found_before_it_is_sent()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<string, StringCodec>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<Uri, UriCodec>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<byte[], BytesCodec>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<Sample, ModelCodec<Sample>>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<List<int>, ListCodec<int, Int32Codec>>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Codec.Write<Dictionary<string, int>, MapCodec<int, Int32Codec>>(null!));
    }

    [TestMethod]
    public void Text_that_is_no_utf8_is_refused()
    {
        byte[] json = [(byte)'"', 0xC3, 0x28, (byte)'"'];
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<string, StringCodec>(json));
        Assert.AreEqual("$", e.Path);
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<string, StringCodec>(Encoding.UTF8.GetBytes("\"\\ud800\"")));
    }
}
