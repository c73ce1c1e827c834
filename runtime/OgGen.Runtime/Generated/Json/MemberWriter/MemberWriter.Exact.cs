using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members whose JSON may be more precise than their value: digits beyond the precision of <see cref="double"/>, a date-time with
/// nanoseconds, a number for a string. Such JSON is kept, and written back as long as the value is the same.
/// </content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes a member that is a number.</summary>
    public void WriteDouble(ReadOnlySpan<byte> name, double value) => WriteExact<double, DoubleCodec>(name, value);

    /// <summary>Writes a member that is a number or null.</summary>
    public void WriteNullableDouble(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(name, set);
        }
        else if (!WroteBlank(name))
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number, unless it is unset.</summary>
    public void WriteOptionalDouble(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(name, set);
        }
        else
        {
            WroteBlank(name);
        }
    }

    /// <summary>Writes a member that is a number, the null that was read, or nothing.</summary>
    public void WriteDoubleOrNull(ReadOnlySpan<byte> name, double? value, int index)
    {
        if (value is { } set)
        {
            WriteExact<double, DoubleCodec>(name, set);
        }
        else if (!WroteBlank(name))
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a date-time.</summary>
    public void WriteDateTime(ReadOnlySpan<byte> name, DateTimeOffset value) => WriteExact<DateTimeOffset, DateTimeCodec>(name, value);

    /// <summary>Writes a member that is a date-time or null.</summary>
    public void WriteNullableDateTime(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(name, set);
        }
        else if (!WroteBlank(name))
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a date-time, unless it is unset.</summary>
    public void WriteOptionalDateTime(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(name, set);
        }
        else
        {
            WroteBlank(name);
        }
    }

    /// <summary>Writes a member that is a date-time, the null that was read, or nothing.</summary>
    public void WriteDateTimeOrNull(ReadOnlySpan<byte> name, DateTimeOffset? value, int index)
    {
        if (value is { } set)
        {
            WriteExact<DateTimeOffset, DateTimeCodec>(name, set);
        }
        else if (!WroteBlank(name))
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a string.</summary>
    public void WriteLenient(ReadOnlySpan<byte> name, string value)
    {
        if (_model.Extras?.Originals is null || !WroteOriginal<string, LenientStringCodec>(name, value))
        {
            WriteString(name, value);
        }
    }

    /// <summary>Writes a member that is a string or null.</summary>
    public void WriteNullableLenient(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteLenient(name, value);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a string, unless it is unset.</summary>
    public void WriteOptionalLenient(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteLenient(name, value);
        }
    }

    /// <summary>Writes a member that is a string, the null that was read, or nothing.</summary>
    public void WriteLenientOrNull(ReadOnlySpan<byte> name, string? value, int index)
    {
        if (value is not null)
        {
            WriteLenient(name, value);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a boolean or a number.</summary>
    public void WriteLenient<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where T : struct
        where TCodec : IJsonCodec<T>
        => WriteExact<T, LenientCodec<T, TCodec>>(name, value);

    /// <summary>Writes a member that is a boolean, a number or null.</summary>
    public void WriteNullableLenient<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(name, set);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a boolean or a number, unless it is unset.</summary>
    public void WriteOptionalLenient<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(name, set);
        }
    }

    /// <summary>Writes a member that is a boolean or a number, the null that was read, or nothing.</summary>
    public void WriteLenientOrNull<T, TCodec>(ReadOnlySpan<byte> name, T? value, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            WriteLenient<T, TCodec>(name, set);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member whose JSON was more precise than its C# value: as it was read, except for changes since.</summary>
    /// <returns>Whether it was written.</returns>
    public bool WroteOriginal<T, TCodec>(string name, T value)
        where TCodec : IJsonCodec<T>
        => WroteOriginal<T, TCodec>(name, name, value, Mode);

    private void WriteExact<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (_model.Extras?.Originals is null || !WroteOriginal<T, TCodec>(name, value))
        {
            WriteScalar<T, TCodec>(name, value);
        }
    }

    private bool WroteOriginal<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : IJsonCodec<T>
    {
        string text = Encoding.UTF8.GetString(name);
        return WroteOriginal<T, TCodec>(text, text, value, JsonWriteMode.Full);
    }

    /// <summary>Writes a member that has an original under one of the member's names.</summary>
    private bool WroteOriginal<T, TCodec>(string member, string name, T value, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        if (mode == JsonWriteMode.Display
            || _model.Extras?.Originals is not { } originals
            || !originals.TryGetValue(member, out JsonElement original))
        {
            return false;
        }

        // A string that stands for no value is written for null, and for nothing else.
        bool isBlank = BlankText.Is(in original);
        if (isBlank != value is null)
        {
            return false;
        }

        Writer.WritePropertyName(name);
        if (isBlank)
        {
            original.WriteTo(_writer);
            return true;
        }

        Original.Write<T, TCodec>(_writer, value, original, mode);
        return true;
    }

    /// <summary>Writes the string that was read in place of a value, if the member is still null.</summary>
    private bool WroteBlank(ReadOnlySpan<byte> name)
    {
        if (_model.Extras?.Originals is not { } originals
            || !originals.TryGetValue(Encoding.UTF8.GetString(name), out JsonElement original)
            || !BlankText.Is(in original))
        {
            return false;
        }

        Writer.WritePropertyName(name);
        original.WriteTo(_writer);
        return true;
    }
}
