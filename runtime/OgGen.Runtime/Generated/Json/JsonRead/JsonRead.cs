using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Methods for the generated readers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Checks that the reader is at the start of an object.</summary>
    /// <exception cref="JsonException">The reader is on another token.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            JsonFault.Unexpected<bool>(ref reader, "an object");
        }
    }

    /// <summary>Moves to the name of the next member; <see langword="false"/> at the end of the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves to the next member and gives its name; <see langword="false"/> at the end of the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(scoped ref Utf8JsonReader reader, out JsonText name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            name = JsonText.Of(ref reader);
            return true;
        }

        name = default;
        return false;
    }

    /// <summary>Reads the value on which the reader stands, whose JSON is not kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Current<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        bool isInexact = false;
        return TCodec.Read(ref reader, ref isInexact);
    }

    /// <summary>Moves from a member's name to its value and reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return Current<T, TCodec>(ref reader);
    }

    /// <summary>Moves from a member's name to its value, an object of a generated type, and reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
    {
        reader.Read();
        return T.Read(ref reader);
    }

    /// <summary>Reads the value of an optional member whose schema does not allow null: null counts as absent.</summary>
    public static T? Optional<T, TCodec>(ref Utf8JsonReader reader)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : Current<T, TCodec>(ref reader);
    }

    /// <inheritdoc cref="Optional{T, TCodec}(ref Utf8JsonReader)"/>
    public static T? OptionalValue<T, TCodec>(ref Utf8JsonReader reader)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : Current<T, TCodec>(ref reader);
    }

    /// <summary>Finds the value of a union's discriminator, at any position among the following members.</summary>
    /// <param name="reader">
    /// Stands before the first of the members. If that is the discriminator, as from most servers, the reader moves to its value, so
    /// that nothing is read twice; else it moves to the name of the first member.
    /// </param>
    /// <param name="name">The JSON name of the discriminator.</param>
    /// <param name="key">The discriminator's value.</param>
    /// <param name="isFirst">Whether the reader stands on the value.</param>
    /// <returns>Whether there is a discriminator and it is a string.</returns>
    public static bool FindDiscriminator(
        scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, out JsonText key, out bool isFirst)
    {
        isFirst = false;
        key = default;
        if (!new ObjectMembers(in reader).MoveNext(ref reader, out JsonText member))
        {
            return false;
        }

        if (member.Is(name))
        {
            isFirst = true;
            reader.Read();
            return IsString(ref reader, out key);
        }

        return SeeDiscriminator(ref reader, name, out key);
    }

    /// <summary>Looks ahead for the value of a discriminator; the reader stays.</summary>
    /// <param name="reader">Stands on the start of an object, or on the name of its first member.</param>
    /// <param name="name">The JSON name of the discriminator.</param>
    /// <param name="key">The discriminator's value.</param>
    /// <returns>Whether there is a discriminator and it is a string.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool SeeDiscriminator(scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, out JsonText key)
    {
        key = default;
        ReadState state = ReadState.Current;
        if (state.IsBeyondAttempt)
        {
            state.Stop(ref reader);
            return false;
        }

        switch (state.Scan(in reader, name, out ReadOnlySpan<byte> text))
        {
            case MemberScanResult.Found:
                key = JsonText.Of(text);
                return true;
            case MemberScanResult.Absent:
                return false;
        }

        var ahead = new LookAhead(in reader, state);
        var members = new ObjectMembers(in reader);
        bool found = false;
        while (!found && members.MoveNext(ref ahead.Reader, out JsonText member))
        {
            found = member.Is(name);
            ahead.Reader.Read();
            if (!found)
            {
                ahead.Skip();
            }
        }

        ahead.End();
        return found && IsString(ref ahead.Reader, out key);
    }

    /// <summary>Looks ahead to select one of several variants with the same discriminator value.</summary>
    /// <param name="reader">Stands on the value of the discriminator, or on the name of the first member. It stays there.</param>
    /// <param name="required">The JSON names of the members that each variant requires.</param>
    /// <returns>The index of the variant with the fewest missing members, the first of several.</returns>
    public static int SeeVariant(scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<string[]> required)
    {
        ReadState state = ReadState.Current;
        if (state.IsBeyondAttempt)
        {
            state.Stop(ref reader);
            return 0;
        }

        var missing = new HashSet<string>[required.Length];
        for (int i = 0; i < missing.Length; i++)
        {
            missing[i] = [.. required[i]];
        }

        // The discriminator itself may have been read.
        var ahead = new LookAhead(in reader, state);
        var members = new ObjectMembers(in reader);
        while (members.MoveNext(ref ahead.Reader, out _))
        {
            string name = ReadText.IsValid(in ahead.Reader) ? ahead.Reader.GetString()! : "";
            Array.ForEach(missing, members => members.Remove(name));
            ahead.Reader.Read();
            ahead.Skip();
        }

        ahead.End();
        int least = 0;
        for (int i = 1; i < missing.Length; i++)
        {
            least = missing[i].Count < missing[least].Count ? i : least;
        }

        return least;
    }

    private static bool IsString(scoped ref Utf8JsonReader reader, out JsonText text)
    {
        bool isString = reader.TokenType == JsonTokenType.String;
        text = isString ? JsonText.Of(ref reader) : default;
        return isString;
    }

    /// <summary>Moves from the discriminator's name to its value, which must be that of the variant.</summary>
    /// <exception cref="JsonException">The discriminator has another value.</exception>
    public static void Discriminator(ref Utf8JsonReader reader, string name, string expected)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String || !ReadText.Is(in reader, expected))
        {
            JsonFault.Ambiguous(ref reader, name);
        }
    }

    /// <summary>Reads an optional member for which unset and null differ.</summary>
    public static Optional<T> AsSet<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return Current<T, TCodec>(ref reader);
    }

    /// <summary>Reads an optional member whose schema does not allow null: null counts as unset.</summary>
    public static Optional<T> AsSetOrUnset<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? default : new Optional<T>(Current<T, TCodec>(ref reader));
    }

    /// <summary>Reads the discriminator of a variant whose own schema allows any string.</summary>
    /// <param name="reader">Stands on the discriminator's name.</param>
    /// <param name="name">The discriminator's JSON name.</param>
    /// <param name="current">The value that was read before; null if there was none.</param>
    /// <exception cref="JsonException">The discriminator is not a string, or is repeated with another value.</exception>
    public static string OverridableDiscriminator(ref Utf8JsonReader reader, string name, string? current)
    {
        reader.Read();
        string value = StringCodec.Read(ref reader);
        if (current is not null && current != value)
        {
            JsonFault.Ambiguous(ref reader, name);
        }

        return value;
    }

    /// <summary>Reads the discriminator of a variant with several discriminator values.</summary>
    /// <param name="reader">Stands on the discriminator's name.</param>
    /// <param name="name">The discriminator's JSON name.</param>
    /// <param name="current">The value that was read before; null if there was none.</param>
    /// <param name="keys">The discriminator values of the variant.</param>
    /// <exception cref="JsonException">The discriminator has another value.</exception>
    public static string Discriminator(ref Utf8JsonReader reader, string name, string? current, scoped ReadOnlySpan<string> keys)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (string key in keys)
            {
                if (ReadText.Is(in reader, key) && (current is null || current == key))
                {
                    return key;
                }
            }
        }

        JsonFault.Ambiguous(ref reader, name);
        return current ?? "";
    }
}
