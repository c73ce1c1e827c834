using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members with several JSON names: their own one, and aliases. A member is written under the name that it was read by. Where several
/// names were there, the member has the value of the first one, in the order of the document, that is not null; the other values are
/// kept as JSON, and written as they were until the member is set.
/// </content>
public static partial class JsonRead
{
    /// <summary>Records one of the names of a member. The reader skips a value that is not the member's.</summary>
    /// <param name="reader">Stands on the name, and stays there where the result is true.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="names">The names of the member that were read before.</param>
    /// <param name="name">The name.</param>
    /// <param name="rank">Its position among the member's names: 0 for the member's own name.</param>
    /// <returns>Whether the value is the member's, and has to be read.</returns>
    public static bool TakesName(ref Utf8JsonReader reader, ApiModel model, ref MemberNames names, string name, int rank)
    {
        Utf8JsonReader value = reader;
        value.Read();
        if (TakesName(in reader, model, value.TokenType == JsonTokenType.Null, ref names, name, rank))
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
    /// <param name="model">The object that is read.</param>
    /// <param name="names">The names of the member that were read before.</param>
    /// <param name="name">The name.</param>
    /// <param name="rank">Its position among the member's names: 0 for the member's own name.</param>
    /// <returns>Whether the value is the member's.</returns>
    public static bool KeepsName(in Utf8JsonReader start, ApiModel model, ref MemberNames names, string name, int rank)
        => TakesName(in start, model, isNull: false, ref names, name, rank);

    private static bool TakesName(in Utf8JsonReader start, ApiModel model, bool isNull, ref MemberNames names, string name, int rank)
    {
        bool isTaken = names.Source is null ? !isNull || !names.IsRequired
            : name == names.Source || !isNull && (names.IsNull || rank < names.Rank);
        if (names.First is null || name == names.First && !names.HasOthers)
        {
            names.First = name;
            names.Start = start;
            if (rank > 0 || names.WritesAll)
            {
                NamesOf(model)[name] = isNull ? ValueOf(start) : default;
            }
        }
        else
        {
            if (!names.HasOthers)
            {
                names.HasOthers = true;
                NamesOf(model)[names.First] = ValueOf(names.Start);
            }

            NamesOf(model)[name] = ValueOf(start);
        }

        if (isTaken)
        {
            names.Source = name;
            names.Rank = rank;
            names.IsNull = isNull;
        }

        return isTaken;
    }

    private static Dictionary<string, JsonElement> NamesOf(ApiModel model)
        => (model.Extras ??= new ModelExtras()).Names ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

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
}
