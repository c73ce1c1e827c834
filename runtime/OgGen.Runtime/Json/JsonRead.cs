using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>What the generated readers have in common.</summary>
public static class JsonRead
{
    /// <summary>Checks that an object begins here.</summary>
    /// <exception cref="JsonException">Something else stands here.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Unexpected("an object", reader.TokenType);
        }
    }

    /// <summary>Moves to the name of the next member; <see langword="false"/> at the end of the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves from a member's name to its value and reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return TCodec.Read(ref reader);
    }

    /// <summary>Reads the value of an optional member whose schema does not allow null: null counts as absent.</summary>
    public static T? Optional<T, TCodec>(ref Utf8JsonReader reader)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);
    }

    /// <inheritdoc cref="Optional{T, TCodec}(ref Utf8JsonReader)"/>
    public static T? OptionalValue<T, TCodec>(ref Utf8JsonReader reader)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);
    }

    /// <summary>
    /// Finds the value of a union's discriminator, wherever it stands in the object that begins here.
    /// </summary>
    /// <param name="reader">Stands on the start of the object; only a copy of it is moved.</param>
    /// <param name="name">The JSON name of the discriminator.</param>
    /// <param name="value">A reader on the discriminator's value.</param>
    /// <returns>Whether there is a discriminator and it is a string.</returns>
    /// <exception cref="JsonException">No object begins here.</exception>
    public static bool FindDiscriminator(in Utf8JsonReader reader, ReadOnlySpan<byte> name, out Utf8JsonReader value)
    {
        value = reader;
        StartObject(ref value);
        while (NextMember(ref value))
        {
            bool found = value.ValueTextEquals(name);
            value.Read();
            if (found)
            {
                return value.TokenType == JsonTokenType.String;
            }

            value.Skip();
        }

        return false;
    }

    /// <summary>Moves from the discriminator's name to its value, which must be the one that stands for the variant.</summary>
    /// <exception cref="JsonException">The discriminator has another value.</exception>
    public static void Discriminator(ref Utf8JsonReader reader, string name, string expected)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(expected))
        {
            throw JsonFault.Ambiguous(name);
        }
    }

    /// <summary>Reads the discriminator of a variant for which several values stand.</summary>
    /// <param name="reader">Stands on the discriminator's name.</param>
    /// <param name="name">The discriminator's JSON name.</param>
    /// <param name="current">The value that was read before; empty if none was.</param>
    /// <param name="keys">The values that stand for the variant.</param>
    /// <exception cref="JsonException">The discriminator has another value.</exception>
    public static string Discriminator(ref Utf8JsonReader reader, string name, string current, scoped ReadOnlySpan<string> keys)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (string key in keys)
            {
                if (reader.ValueTextEquals(key) && (current.Length == 0 || current == key))
                {
                    return key;
                }
            }
        }

        throw JsonFault.Ambiguous(name);
    }
}
