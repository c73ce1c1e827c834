using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.State;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The list of teams (Team API v2), so that a client can find out whose channels and actions there are.</summary>
internal sealed class TeamOperations(AccountState state)
{
    public IEnumerable<Route> Routes => [new("Teams_List", "GET", "/v2/teams", List)];

    private Answer List(Call call)
    {
        IEnumerable<string> owners = state.Channels.All.Concat(state.Actions.All).Select(static entry => entry.TeamId);
        return Answers.Data(state.Teams.List(owners.Prepend(state.TeamId)));
    }
}
