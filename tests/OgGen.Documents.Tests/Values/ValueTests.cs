using System.ComponentModel;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OgGen.Documents.Values;
using OgGen.Json;
using Model = OgGen.Documents.Values.Values;

namespace OgGen.Documents.Tests.Values;

/// <summary>Every type and format, constants, enumerations and tuples: what is read is written again, as the same JSON.</summary>
[TestClass]
public sealed class ValueTests
{
    [TestMethod]
    [DataRow("""{"int":9223372036854775807,"int8":-128,"int16":1,"int32":-2147483648,"int64":-9223372036854775808}""")]
    [DataRow("""{"uint8":255,"uint16":65535,"uint32":4294967295,"uint64":18446744073709551615,"unsigned":18446744073709551615}""")]
    [DataRow("""{"huge":340282366920938463463374607431768211455,"hugeEnum":99999999999999999999999,"odd":5}""")]
    [DataRow("""{"number":1.5,"float":0.1,"double":-1e300,"decimal":79228162514264337593543950335}""")]
    [DataRow(
        """{"number":0.1234567890123456789,"float":3.14159265358979,"double":1e-400,"decimal":1.2345678901234567890123456789012345}""")]
    [DataRow("""{"number":123456789012345678901234567890,"float":16777217}""")]
    [DataRow(
        """{"string":"a\u0000\ud83d\ude00","date":"2024-02-29","duration":"P1Y2M","binary":"raw","markup":"<b>","unknown":"x","boolean":"""
            + """false}""")]
    [DataRow("""{"dateTime":"2027-04-05T00:00:00.000Z"}""")]
    [DataRow("""{"dateTime":"2027-04-05T00:00:00.123456789Z"}""")]
    [DataRow("""{"dateTime":"2027-04-05t00:00:00z"}""")]
    [DataRow("""{"dateTime":"2027-04-05 00:00:00+0130"}""")]
    [DataRow("""{"dateTime":"2016-12-31T23:59:60Z"}""")]
    [DataRow("""{"dateTime":"2027-04-05T00:00:00+00:00","time":"13:45:00+02:00"}""")]
    [DataRow("""{"time":"13:45:00Z"}""")]
    [DataRow("""{"time":"23:59:60.123456789Z"}""")]
    [DataRow("""{"uuid":"00000000-0000-0000-0000-00000000ABCD","uri":"HTTP://Host:80/%7e?a b"}""")]
    [DataRow("""{"byte":"AQI=","base64":"AQ=="}""")]
    [DataRow("""{"textOrNull":null,"textOrNumber":5,"textOrObject":{"a":"b","c":1}}""")]
    [DataRow("""{"always":"x","defined":{"deep":7},"step":"step399"}""")]
    [DataRow("""{"always":{"a":[true]},"step":"none of these"}""")]
    [DataRow("""{"untypedList":null,"untypedMap":null}""")]
    [DataRow("""{"untypedList":["a"],"untypedMap":{"b":"c"},"untypedObject":{"a":"b"},"untypedReference":{"a":"b"}}""")]
    [DataRow("""{"untypedList":null,"untypedMap":null,"untypedObject":null,"untypedReference":null}""")]
    [DataRow("""{"textOrNull":"a","textOrNumber":"5","textOrObject":"text","secondsOrText":null}""")]
    [DataRow(
        """{"dates":["2027-04-05T00:00:00.100Z","2027-04-05T00:00:00Z"],"numbers":{"a":0.1234567890123456789,"b":1},"momentOrText":"2027-"""
            + """04-05T00:00:00.100Z"}""")]
    [DataRow("""{"series":[1,0.1234567890123456789,1e-400]}""")]
    [DataRow("""{"constText":"fixed","constNumber":5,"constBoolean":true,"constNull":null,"constObject":{"a":1}}""")]
    [DataRow(
        """{"enumText":"","enumInteger":-3,"enumNumber":1.5,"enumBoolean":true,"enumOrNull":null,"enumMixed":"""
            + """1,"enumUnquoted":"1","enumQuoted":1,"enumOfTexts":"one"}""")]
    [DataRow("""{"enumText":"new","enumInteger":7,"enumOrNull":"a","enumMixed":null,"enumQuoted":3,"enumOfTexts":1}""")]
    [DataRow("""{"listWithMembers":["a"],"textWithMembers":"b"}""")]
    [DataRow("""{"pair":["a",1.5],"row":["a",1,2,{"b":null}],"same":[1,2],"nothing":[]}""")]
    [DataRow("""{"patterns":{"x-a":1},"openPatterns":{"x-a":1,"b":"text"},"namedPatterns":{"id":"i","x-a":1,"b":[]},"names":{"a":"b"}}""")]
    [DataRow("""{"notText":5,"anything":[null],"never":{},"referenceOrNull":null,"described":{"x":1},"narrowed":{"x":1,"label":"l"}}""")]
    [DataRow("""{"defaulted":8}""")]
    [DataRow("{}")]
    public async Task What_is_read_is_sent_as_it_was(string json)
    {
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new ValuesClient(server.Address);

        Model values = await client.Default.EchoAsync(new Model());
        await client.Default.EchoAsync(values);

        Assert.AreEqual("{}", server.Requests[0].Text);
        AssertSame(json, server.Requests[1].Text);
        Assert.IsEmpty(values.AdditionalProperties);
    }

    [TestMethod]
    public async Task Numbers_without_an_object_around_them_have_the_digits_of_their_type()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[1.50,0.1234567890123456789]"));
        using var client = new ValuesClient(server.Address);

        IReadOnlyList<double> numbers = await client.Default.EchoNumbersAsync([1.5]);
        await client.Default.EchoNumbersAsync([.. numbers]);

        CollectionAssert.AreEqual(
            new[] { "[1.5]", "[1.5,0.12345678901234568]" }, server.Requests.Select(static request => request.Text).ToArray());
    }

    [TestMethod]
    public void Integers_have_the_size_that_their_limits_and_formats_say()
    {
        Model values = JsonModel.Parse<Model>(
            """{"uint64":18446744073709551615,"unsigned":1,"huge":340282366920938463463374607431768211455,"int":1,"uint32":"""
                + """4294967295,"int8":-1}""");

        Assert.AreEqual(ulong.MaxValue, values.Uint64);
        Assert.AreEqual(1UL, values.Unsigned);
        Assert.AreEqual(BigInteger.Pow(2, 128) - 1, values.Huge);
        Assert.AreEqual((1L, 4294967295L, -1), (values.Int, values.Uint32, values.Int8));
    }

    [TestMethod]
    [DataRow("""{"int":9223372036854775808}""", "$.int")]
    [DataRow("""{"uint64":18446744073709551616}""", "$.uint64")]
    [DataRow("""{"uint64":-1}""", "$.uint64")]
    [DataRow("""{"huge":1.5}""", "$.huge")]
    [DataRow("""{"huge":1e999999999}""", "$.huge")]
    public void An_integer_beyond_its_type_is_refused_and_never_changed(string json, string path)
        => Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Model>(json)).Path);

    [TestMethod]
    public void A_value_that_was_set_replaces_what_was_read()
    {
        Model values = JsonModel.Parse<Model>(
            """{"number":0.1234567890123456789,"dateTime":"2027-04-05T00:00:00.000Z","dates":["2027-04-05T00:00:00.000Z"]}""");
        values.Number = 2;
        values.DateTime = values.DateTime!.Value.AddDays(1);
        values.Dates!.Add(DateTimeOffset.UnixEpoch);

        AssertSame(
            """{"number":2,"dateTime":"2027-04-06T00:00:00Z","dates":["2027-04-05T00:00:00.000Z","1970-01-01T00:00:00Z"]}""",
            JsonModel.ToJson(values));
        values.Number = null;
        values.DateTime = null;
        values.Dates = null;
        Assert.AreEqual("{}", JsonModel.ToJson(values));
    }

    [TestMethod]
    public void What_stands_beside_a_reference_counts()
    {
        Model values = JsonModel.Parse<Model>("""{"narrowed":{"x":1,"label":"l"}}""");

        Assert.AreEqual((1.0, "l"), (values.Narrowed!.X, values.Narrowed.Label));
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Model>("""{"narrowed":{"x":1}}"""));
    }

    [TestMethod]
    public void Base64_is_bytes_and_constants_are_typed()
    {
        Model values = JsonModel.Parse<Model>("""{"base64":"AQI=","constNumber":5,"constBoolean":true,"pair":["a",1.5]}""");

        CollectionAssert.AreEqual(new byte[] { 1, 2 }, values.Base64);
        Assert.AreEqual(true, values.ConstBoolean);
        Assert.AreEqual(5L, values.ConstNumber!.Value.Value);
        Assert.AreEqual(("a", 1.5), (values.Pair![0].String, values.Pair[1].Double!.Value));
    }

    [TestMethod]
    public void An_enumeration_over_integers_is_parsed_and_is_a_key()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Dictionary<ValuesEnumInteger, int> values = JsonSerializer.Deserialize<Dictionary<ValuesEnumInteger, int>>(
            """{"1":5,"-3":6}""", options)!;

        Assert.AreEqual((5, 6), (values[1], values[ValuesEnumInteger.Minus3]));
        Assert.AreEqual("""{"1":5,"-3":6}""", JsonSerializer.Serialize(values, options));
        Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<Dictionary<ValuesEnumInteger, int>>("""{"one":5}""", options));
        Assert.AreEqual(
            (2L, true, false),
            (Parse<ValuesEnumInteger>("2").Value, TryParse<ValuesEnumInteger>("7"), TryParse<ValuesEnumInteger>("seven")));
        Assert.AreEqual(new ValuesEnumInteger(2), TypeDescriptor.GetConverter(typeof(ValuesEnumInteger)).ConvertFromInvariantString("2"));
    }

    private static T Parse<T>(string text)
        where T : IParsable<T>
        => T.Parse(text, null);

    private static bool TryParse<T>(string text)
        where T : IParsable<T>
        => T.TryParse(text, null, out _);

    private static void AssertSame(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected), right = JsonDocument.Parse(actual);
        Assert.IsTrue(JsonElement.DeepEquals(left.RootElement, right.RootElement), actual);
    }
}
