using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members of frequent types. A generated reader and writer have a line for each member: short names keep the code of a
/// large document small, and the compiler handles calls without type arguments faster.
/// </content>
public static partial class JsonRead
{
    /// <summary>Reads a member that is a string; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string String(ref Utf8JsonReader reader) => Value<string, StringCodec>(ref reader);

    /// <summary>Reads a member that is a string or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? OptionalString(ref Utf8JsonReader reader) => Optional<string, StringCodec>(ref reader);

    /// <summary>Reads a member that is a string or an explicit null, which is remembered.</summary>
    public static string? StringOrNull(ref Utf8JsonReader reader, ApiModel model, int index)
        => OptionalOrNull<string, StringCodec>(ref reader, model, index);

    /// <summary>Reads a member that is a URI; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Uri Uri(ref Utf8JsonReader reader) => Value<Uri, UriCodec>(ref reader);

    /// <summary>Reads a member that is a URI or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Uri? OptionalUri(ref Utf8JsonReader reader) => Optional<Uri, UriCodec>(ref reader);

    /// <summary>Reads a member that is a URI or an explicit null, which is remembered.</summary>
    public static Uri? UriOrNull(ref Utf8JsonReader reader, ApiModel model, int index)
        => OptionalOrNull<Uri, UriCodec>(ref reader, model, index);

    /// <summary>Reads a member that is a boolean; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Boolean(ref Utf8JsonReader reader) => Value<bool, BooleanCodec>(ref reader);

    /// <summary>Reads a member that is a boolean or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? OptionalBoolean(ref Utf8JsonReader reader, ApiModel model)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<bool, BooleanCodec>(ref reader, model, name)
            : BooleanCodec.Read(ref reader);
    }

    /// <summary>Reads a member that is a boolean or an explicit null, which is remembered.</summary>
    public static bool? BooleanOrNull(ref Utf8JsonReader reader, ApiModel model, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return ReadNull(model, reader.TokenType, index) || reader.TokenType == JsonTokenType.String
            ? ReadUnusual<bool, BooleanCodec>(ref reader, model, name)
            : BooleanCodec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 32 bits; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Int32(ref Utf8JsonReader reader) => Value<int, Int32Codec>(ref reader);

    /// <summary>Reads a member that is a number of 32 bits or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? OptionalInt32(ref Utf8JsonReader reader, ApiModel model)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<int, Int32Codec>(ref reader, model, name)
            : Int32Codec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 32 bits or an explicit null, which is remembered.</summary>
    public static int? Int32OrNull(ref Utf8JsonReader reader, ApiModel model, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return ReadNull(model, reader.TokenType, index) || reader.TokenType == JsonTokenType.String
            ? ReadUnusual<int, Int32Codec>(ref reader, model, name)
            : Int32Codec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 64 bits; the reader stands on its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Int64(ref Utf8JsonReader reader) => Value<long, Int64Codec>(ref reader);

    /// <summary>Reads a member that is a number of 64 bits or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? OptionalInt64(ref Utf8JsonReader reader, ApiModel model)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return reader.TokenType is JsonTokenType.Null or JsonTokenType.String
            ? ReadUnusual<long, Int64Codec>(ref reader, model, name)
            : Int64Codec.Read(ref reader);
    }

    /// <summary>Reads a member that is a number of 64 bits or an explicit null, which is remembered.</summary>
    public static long? Int64OrNull(ref Utf8JsonReader reader, ApiModel model, int index)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        return ReadNull(model, reader.TokenType, index) || reader.TokenType == JsonTokenType.String
            ? ReadUnusual<long, Int64Codec>(ref reader, model, name)
            : Int64Codec.Read(ref reader);
    }

    /// <summary>Reads an optional value that is null or a string: an empty one is kept, and stands for null.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="name">The member's name as the JSON has it; empty where the reader's bytes are in pieces.</param>
    private static T? ReadUnusual<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (!BlankText.IsAt<T>(in reader) || name.IsEmpty || name.Contains((byte)'\\'))
        {
            return Current<T, TCodec>(ref reader);
        }

        Keep(reader, model, Encoding.UTF8.GetString(name));
        return null;
    }
}
