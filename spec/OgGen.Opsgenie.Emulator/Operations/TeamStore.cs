using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>
/// The channels, or the actions, of every team, oldest first. Within a team <paramref name="key"/> is unique; keys compare by their bytes.
/// </summary>
internal sealed class TeamStore(string key)
{
    private List<Entry> _entries = [];

    /// <summary>A channel or an action. <paramref name="Seeded"/>: put there by a test, with whatever fields.</summary>
    internal sealed record Entry(JsonObject Fields, bool Seeded)
    {
        public string TeamId => (string)Fields["teamId"]!;
    }

    public IReadOnlyList<Entry> All => _entries;

    public void Add(JsonObject fields) => _entries.Add(new Entry(fields, Seeded: false));

    /// <exception cref="ArgumentException">The key or the team is missing, or there is one with this key in the team.</exception>
    public string Seed(JsonObject fields)
    {
        var copy = (JsonObject)fields.DeepClone();
        if (NodeValue.Text(copy[key]) is not { } name || NodeValue.Text(copy["teamId"]) is not { Length: > 0 } teamId)
        {
            throw new ArgumentException($"'{key}' and 'teamId' should be strings.", nameof(fields));
        }

        if (TryFind(teamId, name, out _))
        {
            throw new ArgumentException($"The team has one with the {key} '{name}' already.", nameof(fields));
        }

        _entries.Add(new Entry(copy, Seeded: true));
        return name;
    }

    /// <summary>Replaces everything. The entries have a key and a team, unique.</summary>
    public void Restore(IEnumerable<Entry> all) => _entries = [.. all];

    public void Remove(Entry entry) => _entries.RemoveAll(candidate => ReferenceEquals(candidate, entry));

    public IEnumerable<Entry> OfTeam(string teamId) => _entries.Where(entry => entry.TeamId == teamId);

    public bool TryFind(string teamId, string name, [NotNullWhen(true)] out Entry? entry)
    {
        entry = OfTeam(teamId).FirstOrDefault(candidate => KeyOf(candidate) == name);
        return entry is not null;
    }

    public Entry? FindInAnyTeam(string name) => _entries.Find(candidate => KeyOf(candidate) == name);

    private string KeyOf(Entry entry) => (string)entry.Fields[key]!;
}
