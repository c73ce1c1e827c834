using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <content>
/// Members of frequent types. A generated reader and writer have a line for each member: short names keep the code of a
/// large document small, and the compiler handles calls without type arguments faster.
/// </content>
public abstract partial class ApiModel
{
    /// <summary>Reads a member that is a string; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static string ReadString(ref Utf8JsonReader reader) => JsonRead.Value<string, StringCodec>(ref reader);

    /// <summary>Reads a member that is a string or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static string? ReadOptionalString(ref Utf8JsonReader reader) => JsonRead.Optional<string, StringCodec>(ref reader);

    /// <summary>Reads a member that is a string or an explicit null, which is remembered.</summary>
    protected string? ReadStringOrNull(ref Utf8JsonReader reader, int index) => OptionalOrNull<string, StringCodec>(ref reader, index);

    /// <summary>Writes a member that is a string.</summary>
    protected static void WriteString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value) => writer.WriteString(name, Required.NotNull(value));

    /// <summary>Writes a member that is a string or null.</summary>
    protected static void WriteNullableString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } set)
        {
            WriteString(writer, name, set);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a string, unless it is unset.</summary>
    protected static void WriteOptionalString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } set)
        {
            WriteString(writer, name, set);
        }
    }

    /// <summary>Writes a member that is a string, the null that was read, or nothing.</summary>
    protected void WriteStringOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, int index)
    {
        if (value is { } set)
        {
            WriteString(writer, name, set);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a URI; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Uri ReadUri(ref Utf8JsonReader reader) => JsonRead.Value<Uri, UriCodec>(ref reader);

    /// <summary>Reads a member that is a URI or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Uri? ReadOptionalUri(ref Utf8JsonReader reader) => JsonRead.Optional<Uri, UriCodec>(ref reader);

    /// <summary>Reads a member that is a URI or an explicit null, which is remembered.</summary>
    protected Uri? ReadUriOrNull(ref Utf8JsonReader reader, int index) => OptionalOrNull<Uri, UriCodec>(ref reader, index);

    /// <summary>Writes a member that is a URI.</summary>
    protected static void WriteUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri value) => writer.WriteString(name, Required.NotNull(value).OriginalString);

    /// <summary>Writes a member that is a URI or null.</summary>
    protected static void WriteNullableUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } set)
        {
            WriteUri(writer, name, set);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a URI, unless it is unset.</summary>
    protected static void WriteOptionalUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } set)
        {
            WriteUri(writer, name, set);
        }
    }

    /// <summary>Writes a member that is a URI, the null that was read, or nothing.</summary>
    protected void WriteUriOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value, int index)
    {
        if (value is { } set)
        {
            WriteUri(writer, name, set);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a boolean; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool ReadBoolean(ref Utf8JsonReader reader) => JsonRead.Value<bool, BooleanCodec>(ref reader);

    /// <summary>Reads a member that is a boolean or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool? ReadOptionalBoolean(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<bool, BooleanCodec>(ref reader, name)
            : BooleanCodec.Read(ref reader);
    }

    /// <summary>Reads a member that is a boolean or an explicit null, which is remembered.</summary>
    protected bool? ReadBooleanOrNull(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        bool isNull = ReadNull(reader.TokenType, index);
        return isNull || reader.TokenType == JsonTokenType.String ? ReadUnusual<bool, BooleanCodec>(ref reader, name) : BooleanCodec.Read(ref reader);
    }

    /// <summary>Writes a member that is a boolean.</summary>
    protected static void WriteBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value) => writer.WriteBoolean(name, value);

    /// <summary>Writes a member that is a boolean or null.</summary>
    protected void WriteNullableBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set)
        {
            WriteBoolean(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a boolean, unless it is unset.</summary>
    protected void WriteOptionalBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set)
        {
            WriteBoolean(writer, name, set);
        }
        else
        {
            WroteBlank(writer, name);
        }
    }

    /// <summary>Writes a member that is a boolean, the null that was read, or nothing.</summary>
    protected void WriteBooleanOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value, int index)
    {
        if (value is { } set)
        {
            WriteBoolean(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a number of 32 bits; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static int ReadInt32(ref Utf8JsonReader reader) => JsonRead.Value<int, Int32Codec>(ref reader);

    /// <summary>Reads a member that is a number of 32 bits or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected int? ReadOptionalInt32(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<int, Int32Codec>(ref reader, name)
            : Int32Codec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 32 bits or an explicit null, which is remembered.</summary>
    protected int? ReadInt32OrNull(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        bool isNull = ReadNull(reader.TokenType, index);
        return isNull || reader.TokenType == JsonTokenType.String ? ReadUnusual<int, Int32Codec>(ref reader, name) : Int32Codec.Read(ref reader);
    }

    /// <summary>Writes a member that is a number of 32 bits.</summary>
    protected static void WriteInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int value) => writer.WriteNumber(name, value);

    /// <summary>Writes a member that is a number of 32 bits or null.</summary>
    protected void WriteNullableInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } set)
        {
            WriteInt32(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number of 32 bits, unless it is unset.</summary>
    protected void WriteOptionalInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } set)
        {
            WriteInt32(writer, name, set);
        }
        else
        {
            WroteBlank(writer, name);
        }
    }

    /// <summary>Writes a member that is a number of 32 bits, the null that was read, or nothing.</summary>
    protected void WriteInt32OrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value, int index)
    {
        if (value is { } set)
        {
            WriteInt32(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads a member that is a number of 64 bits; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static long ReadInt64(ref Utf8JsonReader reader) => JsonRead.Value<long, Int64Codec>(ref reader);

    /// <summary>Reads a member that is a number of 64 bits or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected long? ReadOptionalInt64(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<long, Int64Codec>(ref reader, name)
            : Int64Codec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 64 bits or an explicit null, which is remembered.</summary>
    protected long? ReadInt64OrNull(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        bool isNull = ReadNull(reader.TokenType, index);
        return isNull || reader.TokenType == JsonTokenType.String ? ReadUnusual<long, Int64Codec>(ref reader, name) : Int64Codec.Read(ref reader);
    }

    /// <summary>Writes a member that is a number of 64 bits.</summary>
    protected static void WriteInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long value) => writer.WriteNumber(name, value);

    /// <summary>Writes a member that is a number of 64 bits or null.</summary>
    protected void WriteNullableInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } set)
        {
            WriteInt64(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is a number of 64 bits, unless it is unset.</summary>
    protected void WriteOptionalInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } set)
        {
            WriteInt64(writer, name, set);
        }
        else
        {
            WroteBlank(writer, name);
        }
    }

    /// <summary>Writes a member that is a number of 64 bits, the null that was read, or nothing.</summary>
    protected void WriteInt64OrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value, int index)
    {
        if (value is { } set)
        {
            WriteInt64(writer, name, set);
        }
        else if (!WroteBlank(writer, name))
        {
            WriteNull(writer, name, index);
        }
    }

    /// <summary>Reads an optional value that is null or a string: an empty one is kept, and stands for null.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="name">The member's name as the JSON has it; empty where the reader's bytes are in pieces.</param>
    private T? ReadUnusual<T, TCodec>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (!BlankText.IsAt<T>(in reader) || name.IsEmpty || name.Contains((byte)'\\'))
        {
            return TCodec.Read(ref reader);
        }

        KeepBlank(in reader, Encoding.UTF8.GetString(name));
        return null;
    }
}
