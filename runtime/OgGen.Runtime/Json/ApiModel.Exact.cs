using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <content>
/// Members whose JSON may be more precise than their value: digits beyond the precision of <see cref="double"/>, a date-time with nanoseconds, a number for a string.
/// Such JSON is kept, and written back as long as the value is the same.
/// </content>
public abstract partial class ApiModel
{
    /// <summary>Reads a member that is a number; the reader stands on its name.</summary>
    protected double ReadDouble(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ReadExact<double, DoubleCodec>(ref reader, name);

    /// <summary>Reads a member that is a number or null.</summary>
    protected double? ReadOptionalDouble(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ReadOptionalExact<double, DoubleCodec>(ref reader, name);

    /// <summary>Reads a member that is a number or an explicit null, which is remembered.</summary>
    protected double? ReadDoubleOrNull(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int index) => ReadExactOrNull<double, DoubleCodec>(ref reader, name, index);

    /// <summary>Writes a member that is a number.</summary>
    protected void WriteDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value) => WriteExact<double, DoubleCodec>(writer, name, value);

    /// <summary>Writes a member that is a number or null.</summary>
    protected void WriteNullableDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number, unless it is unset.</summary>
    protected void WriteOptionalDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(writer, name, set);
        }
        else
        {
            WroteBlank(writer, name);
        }
    }

    /// <summary>Writes a member that is a number, the null that was read, or nothing.</summary>
    protected void WriteDoubleOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value, int index)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a date-time; the reader stands on its name.</summary>
    protected DateTimeOffset ReadDateTime(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ReadExact<DateTimeOffset, DateTimeCodec>(ref reader, name);

    /// <summary>Reads a member that is a date-time or null.</summary>
    protected DateTimeOffset? ReadOptionalDateTime(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ReadOptionalExact<DateTimeOffset, DateTimeCodec>(ref reader, name);

    /// <summary>Reads a member that is a date-time or an explicit null, which is remembered.</summary>
    protected DateTimeOffset? ReadDateTimeOrNull(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int index) => ReadExactOrNull<DateTimeOffset, DateTimeCodec>(ref reader, name, index);

    /// <summary>Writes a member that is a date-time.</summary>
    protected void WriteDateTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value) => WriteExact<DateTimeOffset, DateTimeCodec>(writer, name, value);

    /// <summary>Writes a member that is a date-time or null.</summary>
    protected void WriteNullableDateTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a date-time, unless it is unset.</summary>
    protected void WriteOptionalDateTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(writer, name, set);
        }
        else
        {
            WroteBlank(writer, name);
        }
    }

    /// <summary>Writes a member that is a date-time, the null that was read, or nothing.</summary>
    protected void WriteDateTimeOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value, int index)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a string, or stands as a number or a boolean; the reader stands on its name.</summary>
    protected string ReadLenient(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ReadExact<string, LenientStringCodec>(ref reader, name);

    /// <summary>Reads a member that is a string or null.</summary>
    protected string? ReadOptionalLenient(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadValue<string, LenientStringCodec>(ref reader, name);
    }

    /// <summary>Reads a member that is a string or an explicit null, which is remembered.</summary>
    protected string? ReadLenientOrNull(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int index)
    {
        reader.Read();
        return ReadNull(reader.TokenType, index) ? null : ReadValue<string, LenientStringCodec>(ref reader, name);
    }

    /// <summary>Writes a member that is a string.</summary>
    protected void WriteLenient(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value) => WriteExact<string, LenientStringCodec>(writer, name, value);

    /// <summary>Writes a member that is a string or null.</summary>
    protected void WriteNullableLenient(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteLenient(writer, name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a string, unless it is unset.</summary>
    protected void WriteOptionalLenient(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteLenient(writer, name, value);
        }
    }

    /// <summary>Writes a member that is a string, the null that was read, or nothing.</summary>
    protected void WriteLenientOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, int index)
    {
        if (value is not null)
        {
            WriteLenient(writer, name, value);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a boolean or a number, or stands as a string; the reader stands on its name.</summary>
    protected T ReadLenient<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadLenientValue<T, TCodec>(ref reader, name);
    }

    /// <summary>Reads a member that is a boolean, a number or null.</summary>
    protected T? ReadOptionalLenient<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadLenientValue<T, TCodec>(ref reader, name);
    }

    /// <summary>Reads a member that is a boolean, a number or an explicit null, which is remembered.</summary>
    protected T? ReadLenientOrNull<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(reader.TokenType, index) ? null : ReadLenientValue<T, TCodec>(ref reader, name);
    }

    /// <summary>Writes a member that is a boolean or a number.</summary>
    protected void WriteLenient<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct
        where TCodec : IJsonCodec<T>
        => WriteExact<T, LenientCodec<T, TCodec>>(writer, name, value);

    /// <summary>Writes a member that is a boolean, a number or null.</summary>
    protected void WriteNullableLenient<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(writer, name, set);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a boolean or a number, unless it is unset.</summary>
    protected void WriteOptionalLenient<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(writer, name, set);
        }
    }

    /// <summary>Writes a member that is a boolean or a number, the null that was read, or nothing.</summary>
    protected void WriteLenientOrNull<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(writer, name, set);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    private T ReadLenientValue<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
        => reader.TokenType == JsonTokenType.String ? ReadValue<T, LenientCodec<T, TCodec>>(ref reader, name) : TCodec.Read(ref reader);

    private T ReadExact<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadValue<T, TCodec>(ref reader, name);
    }

    private T? ReadOptionalExact<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        if (BlankText.IsAt<T>(in reader))
        {
            KeepBlank(in reader, Encoding.UTF8.GetString(name));
            return null;
        }

        return reader.TokenType == JsonTokenType.Null ? null : ReadValue<T, TCodec>(ref reader, name);
    }

    private T? ReadExactOrNull<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        if (BlankText.IsAt<T>(in reader))
        {
            KeepBlank(in reader, Encoding.UTF8.GetString(name));
            return null;
        }

        return ReadNull(reader.TokenType, index) ? null : ReadValue<T, TCodec>(ref reader, name);
    }

    /// <summary>Reads a scalar, on which the reader stays: a copy of it is taken only where there is something to keep.</summary>
    private T ReadValue<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        T value = TCodec.Read(ref reader);
        if (Inexact.IsNoted)
        {
            KeepInexact(in reader, Encoding.UTF8.GetString(name));
        }

        return value;
    }

    private void WriteExact<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where TCodec : IJsonCodec<T>
    {
        if (_extras?.Originals is null || !WroteOriginal<T, TCodec>(writer, Encoding.UTF8.GetString(name), value, JsonWriteMode.Full))
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, value, JsonWriteMode.Full);
        }
    }
}
