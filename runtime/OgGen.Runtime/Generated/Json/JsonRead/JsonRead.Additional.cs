using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Members that the document does not describe.</content>
public static partial class JsonRead
{
    private static readonly JsonElement s_emptyText = ParseEmptyText();

    /// <summary>Keeps a member that the document does not describe; the reader stands on its name.</summary>
    public static void Additional(ref Utf8JsonReader reader, ApiModel model)
    {
        if (TryName(ref reader, out string? name))
        {
            model.AdditionalProperties[name] = JsonElementCodec.Read(ref reader);
        }
    }

    /// <summary>
    /// Reads an unknown discriminator. One that is not a string, or is empty, is kept in the additional properties.
    /// </summary>
    /// <param name="reader">Stands on the discriminator's name or its value.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="name">The discriminator's JSON name.</param>
    /// <param name="current">The discriminator that was read before; empty if there was none.</param>
    /// <exception cref="JsonException">The discriminator is repeated with another value.</exception>
    public static string UnknownDiscriminator(ref Utf8JsonReader reader, ApiModel model, string name, string current)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
        }

        if (!TryRead<string, StringCodec>(ref reader, model, name, out string? value, out _))
        {
            return current;
        }

        if (value.Length == 0)
        {
            model.AdditionalProperties[name] = s_emptyText;
            return current;
        }

        if (current.Length > 0 && current != value)
        {
            JsonFault.Ambiguous(ref reader, name);
        }

        return value;
    }

    /// <summary>
    /// Reads a member of an unknown variant; a value of an unexpected type is kept in the additional properties.
    /// </summary>
    public static bool TryMember<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, [NotNullWhen(true)] out T? value)
        where T : notnull
        where TCodec : IJsonCodec<T>
    {
        value = default;
        return TryName(ref reader, out string? name) && TryRead<T, TCodec>(ref reader, model, name, out value, out _);
    }

    /// <summary>
    /// Reads a member of an unknown variant, and keeps its JSON where that is more precise than the value; a value of an unexpected type is
    /// kept in the additional properties.
    /// </summary>
    /// <param name="reader">Stands on the name by which the member was read.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="member">The member's own JSON name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of the type.</returns>
    public static bool TryMember<T, TCodec>(
        ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> member, [NotNullWhen(true)] out T? value)
        where T : notnull
        where TCodec : IJsonCodec<T>
    {
        value = default;
        if (!TryName(ref reader, out string? name))
        {
            return false;
        }

        Utf8JsonReader start = reader;
        bool isRead = TryRead<T, TCodec>(ref reader, model, name, out value, out bool isInexact);
        if (isInexact)
        {
            Keep(start, model, Encoding.UTF8.GetString(member));
        }

        return isRead;
    }

    /// <summary>
    /// Keeps a member that has no property of its own, with the type of the document; one of another type is kept as JSON.
    /// </summary>
    public static void Extra<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, IDictionary<string, T> extra)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(extra);
        if (!TryName(ref reader, out string? name))
        {
            return;
        }

        Utf8JsonReader start = reader;
        if (TryRead<T, TCodec>(ref reader, model, name, out T? value, out bool isInexact))
        {
            extra[name] = value;
            model.Extras?.Members?.Remove(name);
        }
        else
        {
            extra.Remove(name);
        }

        if (isInexact)
        {
            Keep(start, model, name);
        }
    }

    private static JsonElement ParseEmptyText()
    {
        using var document = JsonDocument.Parse("\"\"");
        return document.RootElement.Clone();
    }

    private static bool TryRead<T, TCodec>(
        ref Utf8JsonReader reader, ApiModel model, string name, [MaybeNullWhen(false)] out T value, out bool isInexact)
        where TCodec : IJsonCodec<T>
    {
        MemberValue<T> member = MemberReader.Read<T, TCodec>(ref reader);
        if (member.Json is { } json)
        {
            model.AdditionalProperties[name] = json;
        }

        value = member.Value;
        isInexact = member.IsInexact;
        return member.IsTyped;
    }

    /// <summary>Moves from a member's name to its value; an invalid name is reported.</summary>
    private static bool TryName(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (reader.TokenType != JsonTokenType.PropertyName || !ReadText.TryRead(ref reader, out name))
        {
            return false;
        }

        reader.Read();
        return true;
    }
}
