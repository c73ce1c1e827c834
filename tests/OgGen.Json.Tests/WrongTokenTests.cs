using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>Every codec refuses every kind of token that it is not made for, and says where.</summary>
[TestClass]
public sealed class WrongTokenTests
{
    private static readonly string[] s_tokens = ["{}", "[]", "\"?\"", "1", "true", "null"];

    /// <summary>What each codec reads, and a call of it.</summary>
    private static readonly Dictionary<string, (string[] Accepted, Action<string> Read)> s_codecs = new()
    {
        ["string"] = (["\"?\""], Of<string, StringCodec>()),
        ["lenient string"] = (["\"?\"", "1", "true"], Of<string, LenientStringCodec>()),
        ["boolean"] = (["true"], Of<bool, BooleanCodec>()),
        ["lenient boolean"] = (["true"], Of<bool, LenientCodec<bool, BooleanCodec>>()),
        ["int"] = (["1"], Of<int, Int32Codec>()),
        ["long"] = (["1"], Of<long, Int64Codec>()),
        ["ulong"] = (["1"], Of<ulong, UInt64Codec>()),
        ["integer"] = (["1"], Of<System.Numerics.BigInteger, BigIntegerCodec>()),
        ["double"] = (["1"], Of<double, DoubleCodec>()),
        ["float"] = (["1"], Of<float, SingleCodec>()),
        ["named double"] = (["1"], Of<double, NamedDoubleCodec>()),
        ["named float"] = (["1"], Of<float, NamedSingleCodec>()),
        ["decimal"] = (["1"], Of<decimal, DecimalCodec>()),
        ["uuid"] = ([], Of<Guid, GuidCodec>()),
        ["uri"] = (["\"?\""], Of<Uri, UriCodec>()),
        ["bytes"] = ([], Of<byte[], BytesCodec>()),
        ["date"] = ([], Of<DateOnly, DateCodec>()),
        ["time"] = ([], Of<TimeOnly, TimeCodec>()),
        ["date-time"] = ([], Of<DateTimeOffset, DateTimeCodec>()),
        ["list"] = (["[]"], Of<List<int>, ListCodec<int, Int32Codec>>()),
        ["read-only list"] = (["[]"], Of<IReadOnlyList<int>, ReadOnlyListCodec<int, Int32Codec>>()),
        ["map"] = (["{}"], Of<Dictionary<string, int>, MapCodec<int, Int32Codec>>()),
        ["nullable"] = (["\"?\"", "null"], Of<string?, NullableCodec<string, StringCodec>>()),
        ["nullable value"] = (["true", "null"], Of<bool?, NullableValueCodec<bool, BooleanCodec>>()),
        ["secret"] = (["\"?\""], Of<string, SecretCodec<string, StringCodec>>()),
        ["raw"] = (s_tokens, Of<JsonElement, JsonElementCodec>()),
        ["model"] = ([], Of<Sample, ModelCodec<Sample>>()),
    };

    public static IEnumerable<object[]> Cases => s_codecs.Keys.SelectMany(_ => s_tokens, (codec, token) => new object[] { codec, token });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_codec_reads_its_own_tokens_only(string codec, string token)
    {
        (string[] accepted, Action<string> read) = s_codecs[codec];
        string json = $$"""{"data":{{token}}}""";
        if (accepted.Contains(token))
        {
            read(json);
            return;
        }

        var e = Assert.ThrowsExactly<JsonException>(() => read(json));
        Assert.AreEqual("$.data", e.Path);
        StringAssert.EndsWith(e.Message, "Path: $.data.");
    }

    [TestMethod]
    public void Every_codec_of_the_runtime_is_tried()
    {
        string[] all =
        [
            .. typeof(IJsonCodec<>).Assembly.GetExportedTypes()
                .Where(t => t.IsValueType && t.Name.Split('`')[0].EndsWith("Codec", StringComparison.Ordinal))
                .Select(t => t.Name),
        ];
        Assert.HasCount(all.Length, s_codecs, string.Join(", ", all));
    }

    private static Action<string> Of<T, TCodec>()
        where TCodec : IJsonCodec<T>
        => static json => Codec.Read<T, TCodec>(json, "data");
}
