using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json.Tests;

/// <summary>A codec as the generated code calls it, from and to text.</summary>
internal static class Codec
{
    public static T Read<T, TCodec>(string json, string? member = null)
        where TCodec : IJsonCodec<T>
        => JsonModel.Parse<T, TCodec>(Encoding.UTF8.GetBytes(json), member);

    public static string Write<T, TCodec>(T value, JsonWriteMode mode = JsonWriteMode.Full)
        where TCodec : IJsonCodec<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            TCodec.Write(writer, value, mode);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads and writes again.</summary>
    public static string Echo<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
        => Write<T, TCodec>(Read<T, TCodec>(json));

    /// <summary>Reads what must be refused; returns the exception.</summary>
    public static JsonException Refuse<T, TCodec>(string json, string? member = null)
        where TCodec : IJsonCodec<T>
        => Assert.ThrowsExactly<JsonException>(() => Read<T, TCodec>(json, member), json);
}
