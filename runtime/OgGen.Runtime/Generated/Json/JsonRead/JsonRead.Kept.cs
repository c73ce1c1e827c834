using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members of any type whose JSON may be more precise than their value, such as lists of numbers. Such JSON is kept, and written back as
/// long as the value is the same.
/// </content>
public static partial class JsonRead
{
    /// <summary>Moves from a member's name to its value and reads it.</summary>
    /// <param name="reader">Stands on the member's name.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="name">The member's JSON name.</param>
    public static T Value<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadKept<T, TCodec>(ref reader, model, name);
    }

    /// <summary>Reads the value of an optional member whose schema does not allow null: null counts as absent.</summary>
    /// <inheritdoc cref="Value{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte})"/>
    public static T? Optional<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadKept<T, TCodec>(ref reader, model, name);
    }

    /// <inheritdoc cref="Optional{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte})"/>
    public static T? OptionalValue<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadKept<T, TCodec>(ref reader, model, name);
    }

    /// <summary>Reads the value of an optional member: null counts as absent, and so does an empty string, which is kept.</summary>
    /// <inheritdoc cref="Value{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte})"/>
    public static T? OptionalExact<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
        => ReadOptionalExact<T, TCodec>(ref reader, model, name);

    /// <summary>Reads the value of an optional member that may be null, and remembers an explicit null.</summary>
    /// <param name="reader">Stands on the member's name.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="index">The member's index among those of its type.</param>
    public static T? OptionalOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : ReadKept<T, TCodec>(ref reader, model, name);
    }

    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte}, int)"/>
    public static T? OptionalValueOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : ReadKept<T, TCodec>(ref reader, model, name);
    }

    /// <summary>
    /// Reads the value of an optional member that may be null: an explicit null is remembered, an empty string is null too, and kept.
    /// </summary>
    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte}, int)"/>
    public static T? OptionalExactOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
        => ReadExactOrNull<T, TCodec>(ref reader, model, name, index);

    /// <summary>Reads an optional member for which unset and null differ.</summary>
    /// <inheritdoc cref="Value{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte})"/>
    public static Optional<T> AsSet<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
        => Value<T, TCodec>(ref reader, model, name);

    /// <summary>Reads an optional member whose schema does not allow null: null counts as unset.</summary>
    /// <inheritdoc cref="Value{T, TCodec}(ref Utf8JsonReader, ApiModel, ReadOnlySpan{byte})"/>
    public static Optional<T> AsSetOrUnset<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? default : new Optional<T>(ReadKept<T, TCodec>(ref reader, model, name));
    }

    private static T ReadKept<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        Utf8JsonReader start = reader;
        bool isInexact = false;
        T value = TCodec.Read(ref reader, ref isInexact);

        // After a value that does not fit, the reader is at its end, and nothing of the object is used.
        if (isInexact && reader.TokenType != JsonTokenType.None)
        {
            Keep(start, model, Encoding.UTF8.GetString(name));
        }

        return value;
    }
}
