using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The teams that a test has seeded, in their order. A team that only owns channels or actions needs no entry.</summary>
internal sealed class TeamDirectory
{
    private List<JsonObject> _seeded = [];

    public IReadOnlyList<JsonObject> Seeded => _seeded;

    /// <exception cref="ArgumentException">The id is no string, or there is a team with this id already.</exception>
    public string Seed(JsonObject team)
    {
        string id = IdOf(team) is { Length: > 0 } text
            ? text
            : throw new ArgumentException("The id of a team should be a string.", nameof(team));
        if (_seeded.Exists(other => IdOf(other) == id))
        {
            throw new ArgumentException($"There is a team with the id '{id}' already.", nameof(team));
        }

        _seeded.Add(team);
        return id;
    }

    /// <summary>Replaces everything. The teams have an id, unique.</summary>
    public void Restore(IEnumerable<JsonObject> all) => _seeded = [.. all];

    /// <summary>
    /// The seeded teams as they are, then those of <paramref name="owners"/> that were not seeded, with a name made of their id.
    /// </summary>
    public JsonArray List(IEnumerable<string> owners)
    {
        var teams = new JsonArray([.. _seeded.Select(static team => team.DeepClone())]);
        foreach (string id in owners.Except(_seeded.Select(static team => IdOf(team)!), StringComparer.Ordinal))
        {
            teams.Add((JsonNode)new JsonObject { ["id"] = id, ["name"] = $"team {id}", ["description"] = "" });
        }

        return teams;
    }

    private static string? IdOf(JsonObject team) => NodeValue.Text(team["id"]);
}
