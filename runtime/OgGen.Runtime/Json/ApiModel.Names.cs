using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <content>
/// Members with several JSON names: their own one, and aliases. A member is written under the name that it was read by. Where several
/// names were there, the member has the value of the first one, in the order of the document, that is not null; the other values are
/// kept as JSON, and written as they were until the member is set.
/// </content>
public abstract partial class ApiModel
{
    /// <summary>Records one of the names of a member. The reader skips a value that is not the member's.</summary>
    /// <param name="reader">Stands on the name, and stays there where the result is true.</param>
    /// <param name="names">The names of the member that were read before.</param>
    /// <param name="name">The name.</param>
    /// <param name="rank">Its position among the member's names: 0 for the member's own name.</param>
    /// <returns>Whether the value is the member's, and has to be read.</returns>
    protected bool TakesName(ref Utf8JsonReader reader, ref MemberNames names, string name, int rank)
    {
        Utf8JsonReader value = reader;
        value.Read();
        if (TakesName(in reader, value.TokenType == JsonTokenType.Null, ref names, name, rank))
        {
            return true;
        }

        reader.Read();
        if (!ReadState.IsTrial || !UnionValue.TryPass(ref reader))
        {
            reader.Skip();
        }

        return false;
    }

    /// <summary>Records one of the names of a member whose value was read before and is not null.</summary>
    /// <param name="start">A reader on the name.</param>
    /// <param name="names">The names of the member that were read before.</param>
    /// <param name="name">The name.</param>
    /// <param name="rank">Its position among the member's names: 0 for the member's own name.</param>
    /// <returns>Whether the value is the member's.</returns>
    protected bool KeepsName(in Utf8JsonReader start, ref MemberNames names, string name, int rank)
        => TakesName(in start, isNull: false, ref names, name, rank);

    /// <summary>Writes a member under the names by which it was read, if those were recorded.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The member's value.</param>
    /// <param name="isSet">Whether the member is there.</param>
    /// <param name="mode">The write mode.</param>
    /// <param name="names">The member's names, its own one first.</param>
    /// <returns>False where no name was recorded: the object is new, or the member was read by its own name only.</returns>
    protected bool WroteNames<T, TCodec>(Utf8JsonWriter writer, T value, bool isSet, JsonWriteMode mode, scoped ReadOnlySpan<string> names)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_extras?.Names is not { } read || !HasAny(read, names))
        {
            return false;
        }

        bool isUnchanged = mode != JsonWriteMode.Display && IsUnchanged<T, TCodec>(read, value, isSet, names);
        foreach (string name in names)
        {
            if (!read.TryGetValue(name, out JsonElement original))
            {
                continue;
            }

            if (isUnchanged)
            {
                writer.WritePropertyName(name);
                UntypedJson.Write(writer, original);
            }
            else if (isSet && !WroteOriginal<T, TCodec>(writer, names[0], name, value, mode))
            {
                writer.WritePropertyName(name);
                TCodec.Write(writer, value, mode);
            }
        }

        return true;
    }

    /// <summary>Whether a member that is set is written under one of its names.</summary>
    /// <param name="rank">The position of the name among <paramref name="names"/>.</param>
    /// <param name="writesAll">Whether a new object writes each name.</param>
    /// <param name="names">The member's names, its own one first.</param>
    protected bool WritesName(int rank, bool writesAll, scoped ReadOnlySpan<string> names)
        => _extras?.Names is { } read && HasAny(read, names) ? read.ContainsKey(names[rank]) : writesAll || rank == 0;

    private bool TakesName(in Utf8JsonReader start, bool isNull, ref MemberNames names, string name, int rank)
    {
        bool isTaken = names.Source is null ? !isNull || !names.IsRequired
            : name == names.Source || !isNull && (names.IsNull || rank < names.Rank);
        if (names.First is null || name == names.First && !names.HasOthers)
        {
            names.First = name;
            names.Start = start;
            if (rank > 0 || names.WritesAll)
            {
                Names[name] = isNull ? ValueOf(start) : default;
            }
        }
        else
        {
            if (!names.HasOthers)
            {
                names.HasOthers = true;
                Names[names.First] = ValueOf(names.Start);
            }

            Names[name] = ValueOf(start);
        }

        if (isTaken)
        {
            names.Source = name;
            names.Rank = rank;
            names.IsNull = isNull;
        }

        return isTaken;
    }

    private Dictionary<string, JsonElement> Names
        => (_extras ??= new Extras()).Names ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The JSON of a member.</summary>
    /// <param name="reader">A copy of a reader on the member's name.</param>
    private static JsonElement ValueOf(Utf8JsonReader reader)
    {
        reader.Read();
        if (ReadState.IsTrial && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            // A trial reads the object again if it fits: its values are not needed before.
            ReadState.Current.NotePassed();
            return default;
        }

        return JsonElement.ParseValue(ref reader);
    }

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
