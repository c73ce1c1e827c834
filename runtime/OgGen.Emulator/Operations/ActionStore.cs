using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace OgGen.Emulator.Operations;

/// <summary>The actions of every team, oldest first. The name is the key; names compare by their bytes.</summary>
internal sealed class ActionStore
{
    private readonly List<JsonObject> actions = [];

    public void Add(JsonObject action) => actions.Add(action);

    public void Remove(JsonObject action) => actions.Remove(action);

    public IEnumerable<JsonObject> OfTeam(string teamId) => actions.Where(action => (string?)action["teamId"] == teamId);

    public bool TryFind(string teamId, string name, [NotNullWhen(true)] out JsonObject? action)
    {
        action = OfTeam(teamId).FirstOrDefault(candidate => (string?)candidate["name"] == name);
        return action is not null;
    }

    public JsonObject? FindInAnyTeam(string name) => actions.Find(candidate => (string?)candidate["name"] == name);
}
