using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>
/// The service answers every allowed member with both id and user name, whichever was sent (samples of "Create Action" and "Update
/// Action"). Here every user name exists, and its id is made from it, the same in every run.
/// </summary>
internal sealed class MemberDirectory
{
    private Dictionary<string, string> _nameOfId = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _nameOfId;

    /// <summary>Replaces everything.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, string>> all) => _nameOfId = new(all, StringComparer.Ordinal);

    public void Resolve(JsonObject member)
    {
        if ((string?)member["username"] is { } name)
        {
            string id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
            _nameOfId[id] = name;
            member["id"] = id;
        }
        else
        {
            string id = (string)member["id"]!;
            member["username"] = _nameOfId.GetValueOrDefault(id, $"{id}@example.com");
        }
    }
}
