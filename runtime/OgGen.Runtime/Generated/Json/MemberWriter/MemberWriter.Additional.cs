using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>Members that the document does not describe.</content>
public readonly partial struct MemberWriter
{
    /// <summary>
    /// Writes the members that the document does not describe, and those that could not be read. These members may be secrets, so they
    /// are not displayed.
    /// </summary>
    /// <param name="written">The names of members that are already written, and must not be repeated.</param>
    public void WriteAdditional(scoped ReadOnlySpan<string?> written)
    {
        if (_model.Extras?.Members is not { } members)
        {
            return;
        }

        foreach ((string name, JsonElement value) in members)
        {
            if (written.Contains(name))
            {
                continue;
            }

            Writer.WritePropertyName(name);
            SecretCodec<JsonElement, JsonElementCodec>.Write(_writer, value, Mode);
        }
    }

    /// <summary>Writes the members that have no property of their own, with the type of the document.</summary>
    public void WriteExtra<T, TCodec>(IReadOnlyDictionary<string, T>? extra)
        where TCodec : IJsonCodec<T>
    {
        foreach ((string name, T value) in extra ?? ReadOnlyDictionary<string, T>.Empty)
        {
            if (!WroteOriginal<T, TCodec>(name, value))
            {
                Writer.WritePropertyName(name);
                TCodec.Write(_writer, value, Mode);
            }
        }
    }
}
