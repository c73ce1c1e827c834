using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>
/// The base of the generated object types. It keeps members that the document does not describe, so that reading and
/// writing an object loses nothing.
/// </summary>
public abstract class ApiModel : IJsonWritable
{
    /// <summary>
    /// What the object was read with beyond its values. Most objects have neither unknown members nor explicit nulls: their cost is one
    /// field.
    /// </summary>
    internal ModelExtras? Extras;

    /// <summary>
    /// Members of the JSON object that the document does not describe, by name. They are written back unchanged.
    /// </summary>
    public IDictionary<string, JsonElement> AdditionalProperties
        => (Extras ??= new ModelExtras()).Members ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The reason why an object does not fit the variant that it names; null if its discriminator is unknown.</summary>
    protected internal string? WhyUnknown
    {
        get => Extras?.WhyUnknown;
        internal set => (Extras ??= new ModelExtras()).WhyUnknown = value;
    }

    /// <summary>Writes this object as JSON.</summary>
    public void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)
    {
        ArgumentNullException.ThrowIfNull(writer);
        MemberBuffer? buffer = MemberBuffer.For(writer);
        var members = new MemberWriter(this, writer, buffer, mode);
        members.Start();
        WriteContent(members);
        buffer?.Flush(writer);
    }

    /// <summary>Writes the members of this object, and its end.</summary>
    internal void WriteContent(MemberWriter members)
    {
        WriteMembers(members);
        if (Extras?.Members is not null)
        {
            WriteAdditional(members);
        }

        members.End();
    }

    /// <summary>This object as JSON, with secrets, and members that the document does not describe, printed as <c>***</c>.</summary>
    public override string ToString() => JsonModel.Display(Write);

    /// <inheritdoc cref="JsonRead.StartObject"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StartObject(ref Utf8JsonReader reader) => JsonRead.StartObject(ref reader);

    /// <inheritdoc cref="JsonRead.NextMember(ref Utf8JsonReader, out JsonText)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool NextMember(scoped ref Utf8JsonReader reader, out JsonText name) => JsonRead.NextMember(ref reader, out name);

    /// <summary>Writes the members that the document describes.</summary>
    protected abstract void WriteMembers(MemberWriter writer);

    /// <summary>Writes the members that the document does not describe.</summary>
    protected virtual void WriteAdditional(MemberWriter writer) => writer.WriteAdditional([]);
}
