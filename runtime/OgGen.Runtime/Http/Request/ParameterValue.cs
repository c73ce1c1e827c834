using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>A parameter's value in the shape that it has on the wire: a text, several, or named ones.</summary>
internal readonly record struct ParameterValue(
    string? Text, IReadOnlyList<string>? Items, IReadOnlyList<KeyValuePair<string, string>>? Members)
{
    /// <summary>Whether an item or a member is itself an array or an object, whose form OpenAPI leaves open.</summary>
    public bool HasNested { get; private init; }

    public static ParameterValue Of<T, TCodec>(T? value)
        where TCodec : IJsonCodec<T>
        => Of(Element<T, TCodec>(value), repeatsNested: false);

    /// <param name="value">The value; members that are null are left out.</param>
    /// <param name="repeatsNested">Whether a member that is an array stands there several times.</param>
    public static ParameterValue Of(JsonElement value, bool repeatsNested) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => default,
        JsonValueKind.Array => new(null, [.. Texts(value)], null) { HasNested = value.EnumerateArray().Any(IsNested) },
        JsonValueKind.Object => new(null, null, [.. Pairs(value, repeatsNested)])
        {
            HasNested = value.EnumerateObject().Any(static member => IsNested(member.Value)),
        },
        _ => new(ApiText.Format(value), null, null),
    };

    /// <summary>A value as its codec writes it; undefined for <see langword="null"/>.</summary>
    public static JsonElement Element<T, TCodec>(T? value)
        where TCodec : IJsonCodec<T>
    {
        if (value is null)
        {
            return default;
        }

        var buffer = new PooledWriter();
        try
        {
            RequestJson.Write<T, TCodec>(buffer, value);
            var reader = new Utf8JsonReader(buffer.Written.Span);
            return JsonElement.ParseValue(ref reader);
        }
        finally
        {
            buffer.Release();
        }
    }

    private static IEnumerable<string> Texts(JsonElement array)
        => array.EnumerateArray().Where(static item => item.ValueKind != JsonValueKind.Null).Select(Nested);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonElement value, bool repeatsNested)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array && repeatsNested)
            {
                foreach (string item in Texts(member.Value))
                {
                    yield return new(member.Name, item);
                }
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                yield return new(member.Name, Nested(member.Value));
            }
        }
    }

    private static bool IsNested(JsonElement value) => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private static string Nested(JsonElement value)
        => value.ValueKind == JsonValueKind.Array ? string.Join(',', Texts(value)) : ApiText.Format(value);
}
