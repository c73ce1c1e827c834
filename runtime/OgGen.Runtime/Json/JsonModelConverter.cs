using System.Text.Json;
using System.Text.Json.Serialization;

namespace OgGen.Json;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a generated type.</summary>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader start = reader;
        try
        {
            return T.Read(ref reader);
        }
        catch (Exception e) when (JsonFault.IsData(e))
        {
            throw JsonFault.Locate(start, reader.TokenStartIndex, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.Write(writer, JsonWriteMode.Full);
    }
}
