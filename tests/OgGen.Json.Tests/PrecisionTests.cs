using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>JSON that is more precise than its value belongs to the object that has the value, and to no other one.</summary>
[TestClass]
public sealed class PrecisionTests
{
    private const string Precise = "1.00000000000000000001";

    [TestMethod]
    public void An_object_writes_the_digits_that_its_value_does_not_have()
        => Assert.AreEqual($$"""{"value":{{Precise}}}""", Echo($$"""{"value":{{Precise}}}"""));

    [TestMethod]
    public void A_value_without_an_owner_changes_nothing_of_the_object_that_is_read_next()
    {
        Assert.AreEqual(1, Codec.Read<double, DoubleCodec>(Precise));
        Assert.AreEqual("""{"value":1}""", Echo("""{"value":1.0}"""));
    }

    [TestMethod]
    public void An_alternative_that_does_not_fit_leaves_nothing()
    {
        Numbers whole = JsonModel.Parse<Numbers>($"[{Precise},2]");
        Numbers other = JsonModel.Parse<Numbers>($"[{Precise},true]");

        Assert.AreEqual($"[{Precise},2]", JsonModel.ToJson(whole));
        Assert.IsNotNull(whole.Kept);
        Assert.AreEqual(JsonValueKind.Array, other.Json?.ValueKind);
        Assert.IsNull(other.Kept);
    }

    private static string Echo(string json) => JsonModel.ToJson(JsonModel.Parse<Measure>(json));

    /// <summary>An object by hand, as the generator makes it.</summary>
    private sealed class Measure : ApiModel, IJsonModel<Measure>
    {
        public double Value { get; set; }

        public static Measure Read(ref Utf8JsonReader reader)
        {
            StartObject(ref reader);
            var value = new Measure();
            while (NextMember(ref reader, out _))
            {
                value.Value = JsonRead.Double(ref reader, value, "value"u8);
            }

            return value;
        }

        protected override void WriteMembers(MemberWriter writer) => writer.WriteDouble("value"u8, Value);
    }

    /// <summary>A list of numbers, or any JSON.</summary>
    private sealed class Numbers : ApiUntaggedUnion, IJsonUntaggedUnion<Numbers>
    {
        private Numbers(int @case, object value)
            : base(@case, value)
        {
        }

        public JsonElement? Kept => Original;

        public static Numbers Read(ref Utf8JsonReader reader) => UntaggedUnionReader.Read<Numbers>(ref reader);

        static UntaggedUnionCase[] IJsonUntaggedUnion<Numbers>.Cases() => [new(JsonKinds.Array)];

        static Numbers IJsonUntaggedUnion<Numbers>.ReadCase(ref Utf8JsonReader reader, int index, ref bool isInexact) => index switch
        {
            0 => new(0, ListCodec<double, DoubleCodec>.Read(ref reader, ref isInexact)),
            _ => new(Raw, JsonElementCodec.Read(ref reader)),
        };

        public override void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
        {
            if (!WroteOriginal(writer, mode))
            {
                ListCodec<double, DoubleCodec>.Write(writer, (List<double>)Value, mode);
            }
        }
    }
}
