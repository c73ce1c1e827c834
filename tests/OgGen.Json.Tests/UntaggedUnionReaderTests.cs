using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>A value of one of several types is recognised by its token, then by constants, required members and known members.</summary>
[TestClass]
public sealed class UntaggedUnionReaderTests
{
    private static readonly UntaggedUnionCase s_text = new(JsonKinds.String);
    private static readonly UntaggedUnionCase s_numberOrTruth = new(JsonKinds.Number | JsonKinds.Boolean);
    private static readonly UntaggedUnionCase s_list = new(JsonKinds.Array);
    private static readonly UntaggedUnionCase s_any = new(JsonKinds.Object);

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
        var cat = new UntaggedUnionCase(JsonKinds.Object) { Constants = [new("kind", ["cat"])] };
        var dog = new UntaggedUnionCase(JsonKinds.Object) { Constants = [new("kind", ["dog", "hound"])] };
        Assert.AreEqual(expected, Rank(json, cat, dog));
    }

    [TestMethod]
    [DataRow("""{"kind":"cat"}""", "0")]
    [DataRow("""{"kind":"fish"}""", "")]
    public void A_constant_decides_where_there_is_one_case_and_not_where_only_one_is_an_object(string json, string expected)
    {
        var cat = new UntaggedUnionCase(JsonKinds.Object) { Constants = [new("kind", ["cat"])] };
        Assert.AreEqual(expected, Rank(json, cat));
        Assert.AreEqual("0", Rank(json, cat, s_text));
    }

    [TestMethod]
    [DataRow("""{"a":1}""", "0")]
    [DataRow("""{"a":1,"b":1}""", "1,0")]
    [DataRow("""{"b":{"a":1}}""", "")]
    public void Required_members_must_be_there_and_more_of_them_win(string json, string expected)
    {
        var one = new UntaggedUnionCase(JsonKinds.Object) { Required = ["a"] };
        var two = new UntaggedUnionCase(JsonKinds.Object) { Required = ["a", "b"] };
        Assert.AreEqual(expected, Rank(json, one, two));
    }

    [TestMethod]
    [DataRow("""{"x":1,"y":1}""", "1,0,2")]
    [DataRow("""{"x":1}""", "0,1,2")]
    [DataRow("""{"z":1}""", "2,0,1")]
    [DataRow("""{}""", "0,1,2")]
    public void The_case_that_knows_most_members_comes_first_and_of_equals_the_first_in_the_document(string json, string expected)
    {
        var x = new UntaggedUnionCase(JsonKinds.Object) { Optional = ["x"] };
        var xy = new UntaggedUnionCase(JsonKinds.Object) { Optional = ["x", "y"] };
        var z = new UntaggedUnionCase(JsonKinds.Object) { Optional = ["z"] };
        Assert.AreEqual(expected, Rank(json, x, xy, z));
    }

    [TestMethod]
    public void Ranking_leaves_the_reader_where_it_is()
    {
        var reader = new Utf8JsonReader("""{"a":[1,2]}"""u8);
        reader.Read();
        new UntaggedUnionTable([s_any, s_any]).Rank(in reader, ReadState.Current, new int[2]);
        Assert.AreEqual(JsonTokenType.StartObject, reader.TokenType);
        Assert.AreEqual(0, reader.TokenStartIndex);
    }

    [TestMethod]
    [DataRow("""{"a":1,"a":2}""", "0")]
    [DataRow("""{"a":1,"kind":"y","kind":"x"}""", "1,0")]
    [DataRow("""{"a":1,"kind":"x","kind":"y"}""", "0")]
    [DataRow("""{"\u0061":1}""", "0")]
    [DataRow("""{"a":1,"\ud800":1}""", "0")]
    public void A_member_that_stands_twice_counts_once_and_the_last_one_counts(string json, string expected)
    {
        var one = new UntaggedUnionCase(JsonKinds.Object) { Required = ["a"] };
        var two = new UntaggedUnionCase(JsonKinds.Object) { Required = ["a", "kind"], Constants = [new("kind", ["x"])] };
        Assert.AreEqual(expected, Rank(json, one, two));
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

    private static string Rank(string json, params UntaggedUnionCase[] shapes)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        int[] scores = new int[shapes.Length];
        new UntaggedUnionTable(shapes).Rank(in reader, ReadState.Current, scores);
        var ranked = new List<int>();
        for (int best = UntaggedUnionTable.TakeBest(scores); best >= 0; best = UntaggedUnionTable.TakeBest(scores))
        {
            ranked.Add(best);
        }

        return string.Join(',', ranked);
    }

    /// <summary>A choice by hand, of the shape that the generator gives choices.</summary>
    private sealed class TextOrNumbers : ApiUntaggedUnion, IJsonUntaggedUnion<TextOrNumbers>
    {
        private TextOrNumbers(int @case, object value)
            : base(@case, value)
        {
        }

        public static TextOrNumbers Read(ref Utf8JsonReader reader) => UntaggedUnionReader.Read<TextOrNumbers>(ref reader);

        static UntaggedUnionCase[] IJsonUntaggedUnion<TextOrNumbers>.Cases() => [s_text, s_list];

        static TextOrNumbers IJsonUntaggedUnion<TextOrNumbers>.ReadCase(
            ref Utf8JsonReader reader, int index, ref bool isInexact) => index switch
        {
            0 => new(0, StringCodec.Read(ref reader)),
            1 => new(1, ListCodec<int, Int32Codec>.Read(ref reader, ref isInexact)),
            _ => new(Raw, JsonElementCodec.Read(ref reader)),
        };

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
