using System.Text;
using System.Text.Json;

namespace OgGen.Json.Tests;

/// <summary>A value of one of several types is recognised by its token, then by constants, required members and known members.</summary>
[TestClass]
public sealed class ChoiceReaderTests
{
    private static readonly ChoiceShape s_text = new(JsonKinds.String);
    private static readonly ChoiceShape s_numberOrTruth = new(JsonKinds.Number | JsonKinds.Boolean);
    private static readonly ChoiceShape s_list = new(JsonKinds.Array);
    private static readonly ChoiceShape s_any = new(JsonKinds.Object);

    [TestMethod]
    [DataRow("\"x\"", "0")]
    [DataRow("1", "1")]
    [DataRow("true", "1")]
    [DataRow("false", "1")]
    [DataRow("[]", "2")]
    [DataRow("{}", "3")]
    [DataRow("null", "")]
    public void The_token_decides_first(string json, string expected)
        => Assert.AreEqual(expected, Rank(json, s_text, s_numberOrTruth, s_list, s_any));

    [TestMethod]
    [DataRow("""{"kind":"cat"}""", "0")]
    [DataRow("""{"kind":"dog"}""", "1")]
    [DataRow("""{"kind":"hound"}""", "1")]
    [DataRow("""{"kind":"fish"}""", "")]
    [DataRow("""{"kind":1}""", "")]
    [DataRow("""{}""", "")]
    [DataRow("""{"Kind":"cat"}""", "")]
    public void A_constant_must_be_there_and_fit(string json, string expected)
    {
        var cat = new ChoiceShape(JsonKinds.Object) { Constants = [new("kind", ["cat"])] };
        var dog = new ChoiceShape(JsonKinds.Object) { Constants = [new("kind", ["dog", "hound"])] };
        Assert.AreEqual(expected, Rank(json, cat, dog));
    }

    [TestMethod]
    [DataRow("""{"kind":"cat"}""", "0")]
    [DataRow("""{"kind":"fish"}""", "")]
    public void A_constant_decides_where_there_is_one_case_and_not_where_only_one_is_an_object(string json, string expected)
    {
        var cat = new ChoiceShape(JsonKinds.Object) { Constants = [new("kind", ["cat"])] };
        Assert.AreEqual(expected, Rank(json, cat));
        Assert.AreEqual("0", Rank(json, cat, s_text));
    }

    [TestMethod]
    [DataRow("""{"a":1}""", "0")]
    [DataRow("""{"a":1,"b":1}""", "1,0")]
    [DataRow("""{"b":{"a":1}}""", "")]
    public void Required_members_must_be_there_and_more_of_them_win(string json, string expected)
    {
        var one = new ChoiceShape(JsonKinds.Object) { Required = ["a"] };
        var two = new ChoiceShape(JsonKinds.Object) { Required = ["a", "b"] };
        Assert.AreEqual(expected, Rank(json, one, two));
    }

    [TestMethod]
    [DataRow("""{"x":1,"y":1}""", "1,0,2")]
    [DataRow("""{"x":1}""", "0,1,2")]
    [DataRow("""{"z":1}""", "2,0,1")]
    [DataRow("""{}""", "0,1,2")]
    public void The_case_that_knows_most_members_comes_first_and_of_equals_the_first_in_the_document(string json, string expected)
    {
        var x = new ChoiceShape(JsonKinds.Object) { Optional = ["x"] };
        var xy = new ChoiceShape(JsonKinds.Object) { Optional = ["x", "y"] };
        var z = new ChoiceShape(JsonKinds.Object) { Optional = ["z"] };
        Assert.AreEqual(expected, Rank(json, x, xy, z));
    }

    [TestMethod]
    public void Ranking_leaves_the_reader_where_it_is()
    {
        var reader = new Utf8JsonReader("""{"a":[1,2]}"""u8);
        reader.Read();
        ChoiceReader.Rank(reader, [s_any, s_any]);
        Assert.AreEqual(JsonTokenType.StartObject, reader.TokenType);
        Assert.AreEqual(0, reader.TokenStartIndex);
    }

    [TestMethod]
    public void A_case_that_does_not_fit_leaves_the_reader_for_the_next_one()
    {
        var reader = new Utf8JsonReader("""[1,2,"x"]"""u8);
        reader.Read();
        Assert.IsFalse(ChoiceReader.TryRead<List<int>, ListCodec<int, Int32Codec>>(ref reader, out List<int>? numbers));
        Assert.IsNull(numbers);
        Assert.AreEqual(0, reader.TokenStartIndex);
        Assert.IsTrue(ChoiceReader.TryRead<JsonElement, JsonElementCodec>(ref reader, out JsonElement raw));
        Assert.AreEqual(3, raw.GetArrayLength());
        Assert.AreEqual(JsonTokenType.EndArray, reader.TokenType);
    }

    [TestMethod]
    [DataRow("[1]", true)]
    [DataRow("[\"a\"]", false)]
    [DataRow("{}", false)]
    public void A_choice_that_none_of_its_types_fits_is_no_case_of_another_one(string json, bool fits)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.AreEqual(fits, ChoiceReader.TryRead<TextOrNumbers, ModelCodec<TextOrNumbers>>(ref reader, out TextOrNumbers? value));
        Assert.AreEqual(fits, value is not null);
        Assert.AreEqual(fits, reader.TokenStartIndex > 0);
    }

    [TestMethod]
    [DataRow("\"x\"", false)]
    [DataRow("[1]", false)]
    [DataRow("[\"a\"]", true)]
    [DataRow("null", true)]
    [DataRow("{\"deep\":[{}]}", true)]
    public void What_fits_no_case_is_kept_as_json_and_written_back(string json, bool isRaw)
    {
        TextOrNumbers value = JsonModel.Parse<TextOrNumbers>(json);
        Assert.AreEqual(isRaw, value.Json is not null);
        Assert.AreEqual(json, JsonModel.ToJson(value));
        Assert.AreEqual(json, value.ToString());
    }

    private static string Rank(string json, params ChoiceShape[] shapes)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return string.Join(',', ChoiceReader.Rank(reader, shapes));
    }

    /// <summary>A choice by hand, of the shape that the generator gives choices.</summary>
    private sealed class TextOrNumbers : ApiChoice, IJsonModel<TextOrNumbers>
    {
        private static readonly ChoiceShape[] s_shapes = [s_text, s_list];

        private TextOrNumbers(int @case, object value)
            : base(@case, value)
        {
        }

        public static TextOrNumbers Read(ref Utf8JsonReader reader)
        {
            foreach (int candidate in ChoiceReader.Rank(reader, s_shapes))
            {
                if (candidate == 0 && ChoiceReader.TryRead<string, StringCodec>(ref reader, out string? text))
                {
                    return new(0, text);
                }

                if (candidate == 1 && ChoiceReader.TryRead<List<int>, ListCodec<int, Int32Codec>>(ref reader, out List<int>? numbers))
                {
                    return new(1, numbers);
                }
            }

            return new(Raw, JsonElementCodec.Read(ref reader));
        }

        public override void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
        {
            switch (Case)
            {
                case 0: StringCodec.Write(writer, (string)Value, mode); break;
                case 1: ListCodec<int, Int32Codec>.Write(writer, (List<int>)Value, mode); break;
                default: JsonElementCodec.Write(writer, (JsonElement)Value, mode); break;
            }
        }
    }
}
