using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>
/// The base of the generated object types. It keeps members that the document does not describe, so that reading and
/// writing an object loses nothing.
/// </summary>
public abstract partial class ApiModel
{
    private static readonly JsonElement s_emptyText = ParseEmptyText();

    // Most objects have neither unknown members nor explicit nulls: their cost is one field.
    private Extras? _extras;

    /// <summary>
    /// Members of the JSON object that the document does not describe, by name. They are written back unchanged.
    /// </summary>
    public IDictionary<string, JsonElement> AdditionalProperties
        => (_extras ??= new Extras()).Members ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The reason why an object does not fit the variant that it names; null if its discriminator is unknown.</summary>
    protected internal string? WhyUnknown
    {
        get => _extras?.WhyUnknown;
        internal set => (_extras ??= new Extras()).WhyUnknown = value;
    }

    /// <summary>Writes this object as JSON.</summary>
    public virtual void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(writer, mode);
        if (_extras?.Members is not null)
        {
            WriteAdditional(writer, mode);
        }

        writer.WriteEndObject();
    }

    /// <summary>This object as JSON, with secrets, and members that the document does not describe, printed as <c>***</c>.</summary>
    public override string ToString() => JsonModel.Display(Write);

    /// <summary>Keeps a member that the document does not describe; the reader stands on its name.</summary>
    protected void ReadAdditional(ref Utf8JsonReader reader)
    {
        if (TryName(ref reader, out string? name))
        {
            AdditionalProperties[name] = JsonElementCodec.Read(ref reader);
        }
    }

    /// <summary>
    /// Reads an unknown discriminator. One that is not a string, or is empty, is kept in the
    /// additional properties.
    /// </summary>
    /// <param name="reader">Stands on the discriminator's name or its value.</param>
    /// <param name="name">The discriminator's JSON name.</param>
    /// <param name="current">The discriminator that was read before; empty if there was none.</param>
    /// <exception cref="JsonException">The discriminator is repeated with another value.</exception>
    protected string UnknownDiscriminator(ref Utf8JsonReader reader, string name, string current)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
        }

        if (!TryRead<string, StringCodec>(ref reader, name, out string? value))
        {
            return current;
        }

        if (value.Length == 0)
        {
            AdditionalProperties[name] = s_emptyText;
            return current;
        }

        if (current.Length > 0 && current != value)
        {
            JsonFault.Ambiguous(ref reader, name);
        }

        return value;
    }

    /// <summary>
    /// Reads a member of an unknown variant; a value of an unexpected type is kept in
    /// the additional properties.
    /// </summary>
    protected bool TryMember<T, TCodec>(ref Utf8JsonReader reader, [NotNullWhen(true)] out T? value)
        where T : notnull
        where TCodec : IJsonCodec<T>
    {
        value = default;
        return TryName(ref reader, out string? name) && TryRead<T, TCodec>(ref reader, name, out value);
    }

    /// <summary>Writes the members that the document describes.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter writer, JsonWriteMode mode);

    /// <summary>Writes the members that the document does not describe.</summary>
    protected virtual void WriteAdditional(Utf8JsonWriter writer, JsonWriteMode mode) => WriteAdditional(writer, mode, []);

    /// <summary>Writes the members that the document does not describe, and those that could not be read.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="mode">The write mode. These members may be secrets, so they are not displayed.</param>
    /// <param name="written">The names of members that are already written, and must not be repeated.</param>
    protected void WriteAdditional(Utf8JsonWriter writer, JsonWriteMode mode, scoped ReadOnlySpan<string?> written)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_extras?.Members is not { } members)
        {
            return;
        }

        foreach ((string name, JsonElement value) in members)
        {
            if (written.Contains(name))
            {
                continue;
            }

            writer.WritePropertyName(name);
            SecretCodec<JsonElement, JsonElementCodec>.Write(writer, value, mode);
        }
    }

    /// <summary>Keeps a member that has no property of its own, with the type of the document; one of another type is kept as JSON.</summary>
    protected void ReadExtra<T, TCodec>(ref Utf8JsonReader reader, IDictionary<string, T> extra)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(extra);
        if (!TryName(ref reader, out string? name))
        {
            return;
        }

        Utf8JsonReader start = reader;
        if (TryRead<T, TCodec>(ref reader, name, out T? value))
        {
            extra[name] = value;
            _extras?.Members?.Remove(name);
        }
        else
        {
            extra.Remove(name);
        }

        KeepInexact(in start, name);
    }

    /// <summary>Writes the members that have no property of their own, with the type of the document.</summary>
    protected void WriteExtra<T, TCodec>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? extra, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((string name, T value) in extra ?? ReadOnlyDictionary<string, T>.Empty)
        {
            if (!WroteOriginal<T, TCodec>(writer, name, value, mode))
            {
                writer.WritePropertyName(name);
                TCodec.Write(writer, value, mode);
            }
        }
    }

    /// <summary>
    /// Keeps the JSON of a member that is more precise than the C# value that was read from it, such as a number with more digits
    /// than a <see cref="double"/>: it is written back as long as the value is the same.
    /// </summary>
    /// <param name="value">A reader on the start of the value.</param>
    /// <param name="name">The member's JSON name.</param>
    protected void KeepInexact(in Utf8JsonReader value, string name)
    {
        if (Inexact.Take())
        {
            Utf8JsonReader copy = value;
            if (copy.TokenType == JsonTokenType.PropertyName)
            {
                copy.Read();
            }

            ((_extras ??= new Extras()).Originals ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal))[name] = JsonElement.ParseValue(ref copy);
        }
    }

    /// <summary>Writes a member whose JSON was more precise than its C# value: as it was read, except for changes since.</summary>
    /// <returns>Whether it was written.</returns>
    protected bool WroteOriginal<T, TCodec>(Utf8JsonWriter writer, string name, T value, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        return WroteOriginal<T, TCodec>(writer, name, name, value, mode);
    }

    /// <summary>Reads the value of an optional member that may be null, and remembers an explicit null.</summary>
    /// <param name="reader">Stands on the member's name.</param>
    /// <param name="index">The member's index among those of its type.</param>
    protected T? OptionalOrNull<T, TCodec>(ref Utf8JsonReader reader, int index)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(reader.TokenType, index) ? null : TCodec.Read(ref reader);
    }

    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(ref Utf8JsonReader, int)"/>
    protected T? OptionalValueOrNull<T, TCodec>(ref Utf8JsonReader reader, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(reader.TokenType, index) ? null : TCodec.Read(ref reader);
    }

    /// <summary>
    /// Reads the value of an optional member that may be null and whose JSON is kept: an explicit null is remembered, an empty string is null
    /// too.
    /// </summary>
    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(ref Utf8JsonReader, int)"/>
    protected T? OptionalExactOrNull<T, TCodec>(ref Utf8JsonReader reader, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        if (BlankText.IsAt<T>(in reader))
        {
            Inexact.Note();
            return null;
        }

        return ReadNull(reader.TokenType, index) ? null : TCodec.Read(ref reader);
    }

    /// <summary>Writes an optional member that may be null: its value, the null that was read, or nothing.</summary>
    protected void OptionalOrNull<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, int index, JsonWriteMode mode)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not null)
        {
            JsonWrite.Member<T, TCodec>(writer, name, value, mode);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    /// <inheritdoc cref="OptionalOrNull{T, TCodec}(Utf8JsonWriter, ReadOnlySpan{byte}, T, int, JsonWriteMode)"/>
    protected void OptionalValueOrNull<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, int index, JsonWriteMode mode)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } set)
        {
            JsonWrite.Member<T, TCodec>(writer, name, set, mode);
        }
        else
        {
            WriteNull(writer, name, index);
        }
    }

    private static JsonElement ParseEmptyText()
    {
        using var document = JsonDocument.Parse("\"\"");
        return document.RootElement.Clone();
    }

    private bool TryRead<T, TCodec>(ref Utf8JsonReader reader, string name, [MaybeNullWhen(false)] out T value)
        where TCodec : IJsonCodec<T>
    {
        MemberValue<T> member = MemberReader.Read<T, TCodec>(ref reader);
        if (member.Json is { } json)
        {
            AdditionalProperties[name] = json;
        }

        value = member.Value;
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

    /// <summary>Writes the string that was read in place of a value, if the member is still null.</summary>
    private bool WroteBlank(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        if (_extras?.Originals is not { } originals
            || !originals.TryGetValue(Encoding.UTF8.GetString(name), out JsonElement original)
            || !BlankText.Is(in original))
        {
            return false;
        }

        writer.WritePropertyName(name);
        original.WriteTo(writer);
        return true;
    }

    /// <summary>Keeps the string on which a reader stands, in place of a value.</summary>
    private void KeepBlank(in Utf8JsonReader reader, string name)
    {
        Inexact.Note();
        KeepInexact(in reader, name);
    }

    /// <summary>Writes a member that has an original under one of the member's names.</summary>
    private bool WroteOriginal<T, TCodec>(Utf8JsonWriter writer, string member, string name, T value, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        if (mode == JsonWriteMode.Display || _extras?.Originals is not { } originals || !originals.TryGetValue(member, out JsonElement original))
        {
            return false;
        }

        // A string that stands for no value is written for null, and for nothing else.
        bool isBlank = BlankText.Is(in original);
        if (isBlank != value is null)
        {
            return false;
        }

        writer.WritePropertyName(name);
        if (isBlank)
        {
            original.WriteTo(writer);
            return true;
        }

        Original.Write<T, TCodec>(writer, value, original, mode);
        return true;
    }

    private bool ReadNull(JsonTokenType token, int index)
    {
        bool isNull = token == JsonTokenType.Null;
        if (isNull || _extras is not null)
        {
            // Cleared too: the last of several members with one name counts.
            (_extras ??= new Extras()).SetNull(index, isNull);
        }

        return isNull;
    }

    /// <summary>Writes the null that was read, if one was.</summary>
    private void WriteNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int index)
    {
        if (WasNull(index))
        {
            writer.WriteNull(name);
        }
    }

    private bool WasNull(int index) => _extras is { } extras && extras.WasNull(index);

    /// <summary>The parts of a JSON object beyond the values of its type's members.</summary>
    private sealed class Extras
    {
        // One bit for each optional member that may be null and was, by the member's index; a second word is rare.
        private ulong _nulls;
        private HashSet<int>? _moreNulls;

        public Dictionary<string, JsonElement>? Members { get; set; }

        /// <summary>The reason why an object does not fit the variant that it names.</summary>
        public string? WhyUnknown { get; set; }

        /// <summary>
        /// The names by which members with several names were read. The value is undefined where it is the member's, and no other name
        /// of the member was there.
        /// </summary>
        public Dictionary<string, JsonElement>? Names { get; set; }

        /// <summary>The JSON of members that is more precise than their values.</summary>
        public Dictionary<string, JsonElement>? Originals { get; set; }

        public void SetNull(int index, bool isNull)
        {
            if (index < 64)
            {
                _nulls = isNull ? _nulls | (1UL << index) : _nulls & ~(1UL << index);
            }
            else if (isNull)
            {
                (_moreNulls ??= []).Add(index);
            }
            else
            {
                _moreNulls?.Remove(index);
            }
        }

        public bool WasNull(int index)
            => index < 64 ? (_nulls & (1UL << index)) != 0 : _moreNulls is not null && _moreNulls.Contains(index);
    }
}
