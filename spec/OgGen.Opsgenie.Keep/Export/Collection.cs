using System.Text;
using OgGen.Opsgenie.Keep.Files;
using OgGen.Opsgenie.Keep.Json;

namespace OgGen.Opsgenie.Keep.Export;

/// <summary>One list of the account and the objects in it.</summary>
/// <param name="Path">Where it is kept: a folder of this name with the objects, a file of this name and <c>.json</c> with the rows.</param>
/// <param name="Noun">What one object is called.</param>
/// <param name="KeyMember">The member by which the service knows an object.</param>
/// <param name="TeamId">The team that it belongs to; <see langword="null"/> where it is the account's.</param>
/// <param name="HasSecrets">Whether secrets are taken out.</param>
internal sealed record Collection(string Path, string Noun, string KeyMember, string? TeamId, bool HasSecrets = false)
{
    /// <summary>Whether the order of the rows means something.</summary>
    public bool IsOrdered => Noun == "policy";

    /// <summary>What the row of an object calls the place of the object.</summary>
    public string LinkName => Noun == "team" ? "folder" : "file";

    /// <summary>The list, for people.</summary>
    public string Describe() => TeamId is null ? $"the list of {Path}" : $"the list of {Noun}s of team {TeamId}";

    /// <summary>An object, for people.</summary>
    public string Describe(string key) => TeamId is null ? $"{Noun} {key}" : $"{Noun} {key} of team {TeamId}";

    /// <summary>The file, or of a team the folder, of an object.</summary>
    public string FileOf(string key) => Noun == "team" ? $"{Path}/{FileNames.Of(key)}" : $"{Path}/{FileNames.Of(key)}.json";

    /// <summary>The key of an object by its row; <see langword="null"/> where the row has none that can be asked for.</summary>
    public string? KeyOf(JsonPiece row)
    {
        if ((row as JsonMembers)?.Find(KeyMember) is not JsonScalar { Token.Span: var token })
        {
            return null;
        }

        string text = token[0] switch
        {
            (byte)'"' => JsonTokens.Text(token),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Encoding.ASCII.GetString(token),
            _ => "", // true, false and null
        };
        return text.Length > 0 ? text : null;
    }
}
