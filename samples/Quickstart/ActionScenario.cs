using OgGen;
using Opsgenie;

namespace Quickstart;

/// <summary>
/// Every kind of channel, then an action through one of them: create, list, read, update, execute, wait for the result, delete.
/// </summary>
internal sealed class ActionScenario(OpsgenieClient client, string teamId, Report report)
{
    public async Task RunAsync()
    {
        report.Section("Channels: every kind is created, read back, changed and deleted");
        var channels = new Dictionary<string, ActionChannel>(StringComparer.Ordinal);
        foreach (ActionChannel channel in ActionSamples.Channels())
        {
            channels.Add(await CreateChannelAsync(channel), channel);
        }

        await ListChannelsAsync(channels);
        foreach ((string id, ActionChannel channel) in channels)
        {
            await UpdateChannelAsync(id, channel);
        }

        string restChannelId = channels.First(static entry => entry.Value is RestChannel).Key;
        await RunActionAsync(ActionSamples.Action(restChannelId));

        foreach (string id in channels.Keys)
        {
            DeletionResult result = await client.ActionChannels.DeleteAsync(id, teamId);
            report.Check("result", "Deleted", result.Result);
        }

        report.Row("ActionChannels.DeleteAsync", "each of the channels", "Deleted");
        IReadOnlyList<ActionChannelSummary> left = await client.ActionChannels.ListAsync(teamId);
        report.Check("channels left", 0, left.Count);
        report.Row("ActionChannels.ListAsync", "channels of the team", $"{left.Count} left");
    }

    private async Task<string> CreateChannelAsync(ActionChannel channel)
    {
        ActionChannelReference reference = await client.ActionChannels.CreateAsync(teamId, channel);
        report.Row("ActionChannels.CreateAsync", $"{channel.ActionType} \"{channel.Name}\"", $"id {reference.Id}");

        ActionChannel read = await client.ActionChannels.GetAsync(reference.Id, teamId);
        report.Check("id", reference.Id, read.Id);
        report.Check("team", teamId, read.TeamId);
        report.Check(channel.Name, ActionFields.Of(channel), ActionFields.Of(read));
        report.Row("ActionChannels.GetAsync", $"{channel.ActionType} \"{channel.Name}\"", read.Name);

        // A model prints itself as JSON, with *** for what the document marks as secret.
        report.Note($"{read}");
        return reference.Id;
    }

    private async Task ListChannelsAsync(Dictionary<string, ActionChannel> channels)
    {
        IReadOnlyList<ActionChannelSummary> rows = await client.ActionChannels.ListAsync(teamId);
        report.Check("number of rows", channels.Count, rows.Count);
        foreach (ActionChannelSummary row in rows)
        {
            report.Check("kind in the list", channels.GetValueOrDefault(row.Id)?.ActionType.Value, row.ActionType?.Value);
        }

        report.Row("ActionChannels.ListAsync", "channels of the team", $"{rows.Count} rows");
    }

    private async Task UpdateChannelAsync(string id, ActionChannel channel)
    {
        ActionChannelUpdate update = ActionSamples.Renamed(channel);
        ActionChannelReference reference = await client.ActionChannels.UpdateAsync(id, teamId, update);
        report.Check("id", id, reference.Id);

        ActionChannel read = await client.ActionChannels.GetAsync(id, teamId);
        channel.Name = update.Name;
        report.Check(update.Name, ActionFields.Of(channel), ActionFields.Of(read));
        report.Row("ActionChannels.UpdateAsync", channel.ActionType.Value, $"now \"{read.Name}\"");
    }

    private async Task RunActionAsync(ActionDefinition action)
    {
        report.Section("Actions: one is created, read back, changed, executed and deleted");
        ActionDefinition created = await client.Actions.CreateAsync(teamId, action);
        report.Check("created", ActionFields.Of(action), ActionFields.Of(created));
        report.Row("Actions.CreateAsync", $"\"{action.Name}\"", $"through a channel of type {created.ChannelType}");

        ActionDefinition read = await client.Actions.GetAsync(action.Name, teamId);
        report.Check("read back", ActionFields.Of(action), ActionFields.Of(read));
        report.Row("Actions.GetAsync", $"\"{action.Name}\"", $"{read.Parameters?.Count ?? 0} parameter");

        // Only what changes is sent.
        ActionDefinition updated = await client.Actions.UpdateAsync(
            action.Name, teamId, new ActionUpdate { Permissions = new ActionPermissions { AllTeamMembersAllowed = true } });
        action.Permissions.AllTeamMembersAllowed = true;
        report.Check("updated", ActionFields.Of(action), ActionFields.Of(updated));
        report.Row("Actions.UpdateAsync", $"\"{action.Name}\"", "all team members allowed");

        IReadOnlyList<ActionSummary> rows = await client.Actions.ListAsync(teamId);
        report.Check("actions of the team", action.Name, string.Join(", ", rows.Select(static row => row.Name)));
        report.Row("Actions.ListAsync", "actions of the team", $"{rows.Count} row");

        await ExecuteAsync(action.Name);

        ResultResponse deleted = await client.Actions.DeleteAsync(action.Name, teamId);
        report.Check("result", "Deleted", deleted.Result);
        report.Check("actions left", 0, (await client.Actions.ListAsync(teamId)).Count);
        report.Row("Actions.DeleteAsync", $"\"{action.Name}\"", deleted.Result);
    }

    private async Task ExecuteAsync(string name)
    {
        const string AlertId = "f16dfd3a-1590670606997";
        ExecuteActionResponse accepted = await client.Actions.ExecuteAsync(name, new ExecuteActionRequest
        {
            Identifier = AlertId,
            Type = ExecutionEntityType.Alert,
            OwnerTeam = new OwnerTeam { Id = teamId },
            Parameters = [new ExecutionParameter { Name = "force", ValueType = ActionValueType.Boolean, Values = ["true"] }],
        });
        string requestId = accepted.RequestId ?? "";
        report.Check("request id present", true, requestId.Length > 0);
        report.Row("Actions.ExecuteAsync", $"\"{name}\" for an alert", accepted.Data.Message);

        // The service answers 404 "not processed yet" first; the method asks again until there is a result. The intervals are shorter here
        // than by default, because the emulator needs no time.
        var quickly = new ApiPollOptions
        {
            Interval = TimeSpan.FromMilliseconds(20),
            MaxInterval = TimeSpan.FromMilliseconds(100),
            Deadline = TimeSpan.FromSeconds(10),
        };
        ActionExecution execution = await client.Actions.GetExecutionAndWaitAsync(requestId, quickly);
        report.Check("success", true, execution.Success);
        report.Check("request id", requestId, execution.RequestId);
        report.Check("action", name, execution.ActionName);
        report.Check("alert", AlertId, execution.OpsgenieEntity?.Id);
        report.Row(
            "Actions.GetExecutionAndWaitAsync",
            "waits until it is processed",
            execution.Success ? "succeeded" : $"failed: {execution.Result}");
    }
}
