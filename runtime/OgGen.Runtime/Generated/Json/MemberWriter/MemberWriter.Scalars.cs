using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members of frequent types. A generated reader and writer have a line for each member: short names keep the code of a
/// large document small, and the compiler handles calls without type arguments faster.
/// </content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes a member that is a string.</summary>
    public void WriteString(ReadOnlySpan<byte> name, string value) => WriteText(name, Required.NotNull(value));

    /// <summary>Writes a member that is a string or null.</summary>
    public void WriteNullableString(ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } set)
        {
            WriteString(name, set);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a string, unless it is unset.</summary>
    public void WriteOptionalString(ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } set)
        {
            WriteString(name, set);
        }
    }

    /// <summary>Writes a member that is a string, the null that was read, or nothing.</summary>
    public void WriteStringOrNull(ReadOnlySpan<byte> name, string? value, int index)
    {
        if (value is { } set)
        {
            WriteString(name, set);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a URI.</summary>
    public void WriteUri(ReadOnlySpan<byte> name, Uri value) => WriteText(name, Required.NotNull(value).OriginalString);

    /// <summary>Writes a member that is a URI or null.</summary>
    public void WriteNullableUri(ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } set)
        {
            WriteUri(name, set);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a URI, unless it is unset.</summary>
    public void WriteOptionalUri(ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } set)
        {
            WriteUri(name, set);
        }
    }

    /// <summary>Writes a member that is a URI, the null that was read, or nothing.</summary>
    public void WriteUriOrNull(ReadOnlySpan<byte> name, Uri? value, int index)
    {
        if (value is { } set)
        {
            WriteUri(name, set);
        }
        else
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a boolean.</summary>
    public void WriteBoolean(ReadOnlySpan<byte> name, bool value) => WriteScalar<bool, BooleanCodec>(name, value);

    /// <summary>Writes a member that is a boolean or null.</summary>
    public void WriteNullableBoolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set)
        {
            WriteBoolean(name, set);
        }
        else if (!WroteBlank(name))
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a boolean, unless it is unset.</summary>
    public void WriteOptionalBoolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set)
        {
            WriteBoolean(name, set);
        }
        else
        {
            WroteBlank(name);
        }
    }

    /// <summary>Writes a member that is a boolean, the null that was read, or nothing.</summary>
    public void WriteBooleanOrNull(ReadOnlySpan<byte> name, bool? value, int index)
    {
        if (value is { } set)
        {
            WriteBoolean(name, set);
        }
        else if (!WroteBlank(name))
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a number of 32 bits.</summary>
    public void WriteInt32(ReadOnlySpan<byte> name, int value) => WriteScalar<int, Int32Codec>(name, value);

    /// <summary>Writes a member that is a number of 32 bits or null.</summary>
    public void WriteNullableInt32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } set)
        {
            WriteInt32(name, set);
        }
        else if (!WroteBlank(name))
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number of 32 bits, unless it is unset.</summary>
    public void WriteOptionalInt32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } set)
        {
            WriteInt32(name, set);
        }
        else
        {
            WroteBlank(name);
        }
    }

    /// <summary>Writes a member that is a number of 32 bits, the null that was read, or nothing.</summary>
    public void WriteInt32OrNull(ReadOnlySpan<byte> name, int? value, int index)
    {
        if (value is { } set)
        {
            WriteInt32(name, set);
        }
        else if (!WroteBlank(name))
        {
            WriteNull(name, index);
        }
    }

    /// <summary>Writes a member that is a number of 64 bits.</summary>
    public void WriteInt64(ReadOnlySpan<byte> name, long value) => WriteScalar<long, Int64Codec>(name, value);

    /// <summary>Writes a member that is a number of 64 bits or null.</summary>
    public void WriteNullableInt64(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } set)
        {
            WriteInt64(name, set);
        }
        else if (!WroteBlank(name))
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number of 64 bits, unless it is unset.</summary>
    public void WriteOptionalInt64(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } set)
        {
            WriteInt64(name, set);
        }
        else
        {
            WroteBlank(name);
        }
    }

    /// <summary>Writes a member that is a number of 64 bits, the null that was read, or nothing.</summary>
    public void WriteInt64OrNull(ReadOnlySpan<byte> name, long? value, int index)
    {
        if (value is { } set)
        {
            WriteInt64(name, set);
        }
        else if (!WroteBlank(name))
        {
            WriteNull(name, index);
        }
    }
}
