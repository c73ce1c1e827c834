using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members with several JSON names: their own one, and aliases. A member is written under the name that it was read by. Where several
/// names were there, the member has the value of the first one, in the order of the document, that is not null; the other values are
/// kept as JSON, and written as they were until the member is set.
/// </content>
public readonly partial struct MemberWriter
{
    /// <summary>Writes a member under the names by which it was read, if those were recorded.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="isSet">Whether the member is there.</param>
    /// <param name="names">The member's names, its own one first.</param>
    /// <returns>False where no name was recorded: the object is new, or the member was read by its own name only.</returns>
    public bool WroteNames<T, TCodec>(T value, bool isSet, scoped ReadOnlySpan<string> names)
        where TCodec : IJsonCodec<T>
    {
        if (_model.Extras?.Names is not { } read || !HasAny(read, names))
        {
            return false;
        }

        bool isUnchanged = Mode != JsonWriteMode.Display && IsUnchanged<T, TCodec>(read, value, isSet, names);
        foreach (string name in names)
        {
            if (!read.TryGetValue(name, out JsonElement original))
            {
                continue;
            }

            if (isUnchanged)
            {
                Writer.WritePropertyName(name);
                UntypedJson.Write(_writer, original);
            }
            else if (isSet && !WroteOriginal<T, TCodec>(names[0], name, value, Mode))
            {
                Writer.WritePropertyName(name);
                TCodec.Write(_writer, value, Mode);
            }
        }

        return true;
    }

    /// <summary>Whether a member that is set is written under one of its names.</summary>
    /// <param name="rank">The position of the name among <paramref name="names"/>.</param>
    /// <param name="writesAll">Whether a new object writes each name.</param>
    /// <param name="names">The member's names, its own one first.</param>
    public bool WritesName(int rank, bool writesAll, scoped ReadOnlySpan<string> names)
        => _model.Extras?.Names is { } read && HasAny(read, names) ? read.ContainsKey(names[rank]) : writesAll || rank == 0;

    private static bool HasAny(Dictionary<string, JsonElement> read, scoped ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (read.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a member has the value that was read, and the JSON of each of its names is kept.</summary>
    private static bool IsUnchanged<T, TCodec>(Dictionary<string, JsonElement> read, T value, bool isSet, scoped ReadOnlySpan<string> names)
        where TCodec : IJsonCodec<T>
    {
        JsonElement source = default;
        foreach (string name in names)
        {
            if (read.TryGetValue(name, out JsonElement original) && source.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            {
                source = original;
            }
        }

        return source.ValueKind switch
        {
            JsonValueKind.Undefined => false,
            JsonValueKind.Null => !isSet || JsonModel.ToUtf8<T, TCodec>(value).AsSpan().SequenceEqual("null"u8),
            _ => isSet && Original.Is<T, TCodec>(source, value),
        };
    }
}
