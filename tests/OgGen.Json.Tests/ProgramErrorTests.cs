using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>
/// What the code of a user throws while an object is read comes through as it is: only wrong data is a <see cref="JsonException"/>.
/// </summary>
[TestClass]
public sealed class ProgramErrorTests
{
    private static IEnumerable<Exception> Errors =>
        [new InvalidOperationException("mine"), new FormatException("mine"), new OverflowException("mine")];

    [TestMethod]
    [DynamicData(nameof(Errors))]
    public void What_a_property_throws_comes_through(Exception error)
    {
        Throwing.Error = error;
        Assert.AreSame(error, Thrown(() => JsonModel.Parse<Throwing>("""{"a":1}"""u8)));
        Assert.AreSame(error, Thrown(() => Codec.Read<List<Throwing>, ListCodec<Throwing, ModelCodec<Throwing>>>("""[{"a":1}]""")));
        Assert.AreSame(error, Thrown(() => Codec.Read<Throwing, ModelCodec<Throwing>>("""{"data":{"a":1}}""", "data")));
        Assert.AreSame(error, Thrown(() => JsonSerializer.Deserialize<Throwing>("""{"a":1}""", s_options)));
    }

    [TestMethod]
    public void A_string_that_is_no_text_is_wrong_data()
        => Assert.AreEqual("The text is not valid. Path: $.", Codec.Refuse<string, StringCodec>("\"\\uD800\"").Message);

    [TestMethod]
    public void What_is_no_text_is_wrong_data_for_every_codec()
    {
        const string text = "\"\\uD800\"";
        Codec.Refuse<bool, BooleanCodec>(text);
        Codec.Refuse<double, NamedDoubleCodec>(text);
        Codec.Refuse<float, NamedSingleCodec>(text);
        Codec.Refuse<byte[], BytesCodec>(text);
        Codec.Refuse<Guid, GuidCodec>(text);
        Codec.Refuse<Uri, UriCodec>(text);
        Codec.Refuse<DateOnly, DateCodec>(text);
        Codec.Refuse<TimeOnly, TimeCodec>(text);
        Codec.Refuse<DateTimeOffset, DateTimeCodec>(text);
        Codec.Refuse<string, LenientStringCodec>(text);
        Codec.Refuse<int, LenientCodec<int, Int32Codec>>(text);
        Codec.Refuse<Dictionary<string, int>, MapCodec<int, Int32Codec>>($"{{{text}:1}}");
        Codec.Refuse<int, Int32Codec>($"{{{text}:1}}", "data");
        Codec.Refuse<JsonElement, Discriminated>(text);
        Assert.AreEqual("$", Codec.Refuse<Dictionary<string, int>, MapCodec<int, Int32Codec>>($"{{{text}:1}}").Path);
    }

    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = new JsonModelResolver().Add<Throwing>() };

    private static Exception Thrown(Func<object?> read)
    {
        try
        {
            read();
        }
        catch (Exception e)
        {
            return e;
        }

        throw new AssertFailedException("Nothing was thrown.");
    }

    /// <summary>A generated type whose user has written a property that throws.</summary>
    private sealed class Throwing : ApiModel, IJsonModel<Throwing>
    {
        // Tests run side by side.
        [ThreadStatic]
        private static Exception? t_error;

        public static Exception? Error
        {
            get => t_error;
            set => t_error = value;
        }

        public static Throwing Read(ref Utf8JsonReader reader)
        {
            JsonRead.StartObject(ref reader);
            while (JsonRead.NextMember(ref reader))
            {
                JsonRead.Value<int, Int32Codec>(ref reader);
            }

            throw Error!;
        }

        protected override void WriteMembers(MemberWriter writer)
        {
        }
    }

    /// <summary>The discriminator of a variant, in place of a member's value.</summary>
    private readonly struct Discriminated : IJsonCodec<JsonElement>
    {
        public static JsonElement Read(ref Utf8JsonReader reader, ref bool isInexact)
        {
            var document = new Utf8JsonReader(Encoding.UTF8.GetBytes("{\"kind\":\"\\uD800\"}"));
            document.Read();
            document.Read();
            JsonRead.Discriminator(ref document, "kind", "a");
            return default;
        }

        public static void Write(Utf8JsonWriter writer, JsonElement value, JsonWriteMode mode)
        {
        }
    }
}
