using Opsgenie;

namespace Quickstart;

/// <summary>
/// A look at a real account: lists and reads, never writes. Policies are the account's; channels and actions are a team's, so they are
/// shown only if
/// <c>OPSGENIE_TEAM_ID</c> names one.
/// </summary>
internal sealed class ReadOnlyTour(OpsgenieClient client, string? teamId, Report report)
{
    /// <summary>Reading more would only spend the account's rate limit.</summary>
    private const int ReadAtMost = 5;

    public async Task RunAsync()
    {
        await ReadPoliciesAsync();
        if (teamId is not null)
        {
            await ReadChannelsAsync(teamId);
            await ReadActionsAsync(teamId);
        }
    }

    private async Task ReadPoliciesAsync()
    {
        report.Section("Policies");
        IReadOnlyList<PolicySummary> rows = await client.Policies.ListAsync();
        report.Row("Policies.ListAsync", "all policies", $"{rows.Count} rows");
        foreach (PolicySummary row in rows.Take(ReadAtMost))
        {
            Policy policy = await client.Policies.GetAsync(row.Id);
            report.Check("id", row.Id, policy.Id);
            report.Check("name", row.Name, policy.Name);
            report.Check("type", row.Type.Value, policy.Type.Value);
            report.Row("Policies.GetAsync", $"{policy.Type} \"{policy.Name}\"", policy.Enabled ? "enabled" : "disabled");
        }
    }

    private async Task ReadChannelsAsync(string team)
    {
        report.Section("Channels of the team");
        IReadOnlyList<ActionChannelSummary> rows = await client.ActionChannels.ListAsync(team);
        report.Row("ActionChannels.ListAsync", team, $"{rows.Count} rows");
        foreach (ActionChannelSummary row in rows.Take(ReadAtMost))
        {
            // Neither the address nor the headers of a channel are shown: both may hold secrets.
            ActionChannel channel = await client.ActionChannels.GetAsync(row.Id, team);
            report.Check("id", row.Id, channel.Id);
            report.Row("ActionChannels.GetAsync", $"{channel.ActionType} \"{channel.Name}\"", $"id {channel.Id}");
        }
    }

    private async Task ReadActionsAsync(string team)
    {
        report.Section("Actions of the team");
        IReadOnlyList<ActionSummary> rows = await client.Actions.ListAsync(team);
        report.Row("Actions.ListAsync", team, $"{rows.Count} rows");
        foreach (ActionSummary row in rows.Take(ReadAtMost))
        {
            ActionDefinition action = await client.Actions.GetAsync(row.Name, team);
            report.Check("name", row.Name, action.Name);
            report.Row(
                "Actions.GetAsync", $"\"{action.Name}\"", $"{action.ChannelType}, {(action.State.Enabled ? "enabled" : "disabled")}");
        }
    }
}
