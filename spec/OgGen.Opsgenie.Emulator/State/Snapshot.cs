using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Operations;

namespace OgGen.Opsgenie.Emulator.State;

/// <summary>
/// The state as one JSON object and back. Lists keep their order, which for policies is the order of the account; objects are kept as they
/// are, also those that no rule knows.
/// </summary>
internal static class Snapshot
{
    /// <summary>The first member of every snapshot: what it is, and the version of its form.</summary>
    public const string Format = "OgGen.Opsgenie.Emulator/1";

    public static JsonObject Take(AccountState state) => new()
    {
        ["format"] = Format,
        ["teamId"] = state.TeamId,
        ["policies"] = List(state.Policies.All, static policy => Item(policy.Seeded, policy.Policy)),
        ["teams"] = List(state.Teams.Seeded, static team => (JsonObject)team.DeepClone()),
        ["channels"] = List(state.Channels.All, static channel => Item(channel.Seeded, channel.Fields)),
        ["actions"] = List(state.Actions.All, static action => Item(action.Seeded, action.Fields)),
        ["executions"] = List(state.Executions.All, static execution => new JsonObject
        {
            ["requestId"] = execution.RequestId,
            ["pollsLeft"] = execution.PollsLeft,
            ["status"] = execution.Status.DeepClone(),
        }),
        ["members"] = new JsonObject(state.Members.All.Select(static member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))),
    };

    /// <summary>Reads a snapshot whole before anything changes.</summary>
    /// <returns>What puts it in force.</returns>
    /// <exception cref="InvalidDataException">It is no snapshot; the message names the place.</exception>
    public static Action<AccountState> Read(JsonObject snapshot)
    {
        var reader = new SnapshotReader(snapshot, "");
        if (reader.Text("format") is var format && format != Format)
        {
            throw new InvalidDataException($"The snapshot's format is '{format}', not '{Format}'.");
        }

        string teamId = reader.Text("teamId");
        List<PolicyStore.Entry> policies = reader.List("policies", "id", static item =>
        {
            SnapshotReader policy = item.Object("object");
            policy.Text("type");
            return (policy.Text("id"), new PolicyStore.Entry(policy.Clone(), item.Flag("seeded")));
        });
        List<JsonObject> teams = reader.List("teams", "id", static item => (item.Text("id"), item.Clone()));
        List<TeamStore.Entry> channels = reader.List("channels", "teamId and id", static item => TeamEntry(item, "id"));
        List<TeamStore.Entry> actions = reader.List("actions", "teamId and name", static item => TeamEntry(item, "name"));
        List<ExecutionStore.Execution> executions = reader.List("executions", "requestId", static item =>
        {
            string requestId = item.Text("requestId");
            return (requestId, new ExecutionStore.Execution(requestId, item.Object("status").Clone(), item.Count("pollsLeft")));
        });
        List<KeyValuePair<string, string>> members = reader.Object("members").TextMap();
        reader.RefuseOthers("format", "teamId", "policies", "teams", "channels", "actions", "executions", "members");

        return state =>
        {
            state.TeamId = teamId;
            state.Policies.Restore(policies);
            state.Teams.Restore(teams);
            state.Channels.Restore(channels);
            state.Actions.Restore(actions);
            state.Executions.Restore(executions);
            state.Members.Restore(members);
        };
    }

    private static (string Key, TeamStore.Entry Entry) TeamEntry(SnapshotReader item, string key)
    {
        SnapshotReader fields = item.Object("object");
        return ($"{fields.Text("teamId")}\n{fields.Text(key)}", new TeamStore.Entry(fields.Clone(), item.Flag("seeded")));
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> convert) => new([.. items.Select(convert)]);

    private static JsonObject Item(bool seeded, JsonObject fields) => new() { ["seeded"] = seeded, ["object"] = fields.DeepClone() };
}
