using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a generated type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class JsonModelConverter<T> : JsonConverter<T>
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
        catch (JsonException e)
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

    /// <inheritdoc/>
    /// <remarks>Only enumerations are keys of dictionaries. As keys, enumerations of integers are strings too.</remarks>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (default(T) is not IJsonEnumeration)
        {
            return base.ReadAsPropertyName(ref reader, typeToConvert, options);
        }

        var name = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(reader.GetString()!)}\""));
        name.Read();
        return Read(ref name, typeToConvert, options);
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is IJsonEnumeration)
        {
            writer.WritePropertyName(value.ToString()!);
        }
        else
        {
            base.WriteAsPropertyName(writer, value, options);
        }
    }
}
