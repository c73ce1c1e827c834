using Opsgenie;

namespace OgGen.Load;

/// <content>Channels, actions and executions.</content>
public sealed partial class MixedCaller
{
    private async Task CreateChannelAsync(CancellationToken ct)
    {
        if (Live(Kind.Channel).Count >= 5)
        {
            await OnChannelAsync(DeleteChannelAsync, ct);
            return;
        }

        LedgerItem item = Make(Kind.Channel, team);
        string url = $"https://example.com/{++version}";
        (Outcome outcome,
            ActionChannelReference? result) = await CallAsync("ActionChannels_Create", client => client.ActionChannels.CreateAsync(
            team, new RestChannel { Name = item.Name, RestActionChannel = new RestChannelConfiguration { Url = url, Headers = [] } }, ct));
        item.Created(outcome, url, result?.Id);
    }

    private async Task GetChannelAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome,
            ActionChannel? result) = await CallAsync("ActionChannels_Get", client => client.ActionChannels.GetAsync(item.Id!, team, ct));
        Read(item, outcome, (result as RestChannel)?.RestActionChannel.Url);
    }

    private async Task UpdateChannelAsync(LedgerItem item, CancellationToken ct)
    {
        string url = $"https://example.com/{++version}";
        (Outcome outcome, _) = await CallAsync("ActionChannels_Update", client => client.ActionChannels.UpdateAsync(
            item.Id!,
            team,
            new ActionChannelUpdate { Name = item.Name, RestActionChannel = new RestChannelConfiguration { Url = url, Headers = [] } },
            ct));
        Change(item, outcome, _ => url);
    }

    private async Task DeleteChannelAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome, _) = await CallAsync("ActionChannels_Delete", client => client.ActionChannels.DeleteAsync(item.Id!, team, ct));
        Delete(item, outcome);
    }

    private async Task ListChannelsAsync(CancellationToken ct)
    {
        (Outcome outcome,
            IReadOnlyList<ActionChannelSummary>? rows) = await CallAsync(
                "ActionChannels_List", client => client.ActionChannels.ListAsync(team, ct));
        if (outcome == Outcome.Done)
        {
            Compare(Kind.Channel, rows!.Select(static row => (row.Name!, (string?)row.Id)));
        }
    }

    private Task OnChannelAsync(Func<LedgerItem, CancellationToken, Task> step, CancellationToken ct) =>
        Pick(Live(Kind.Channel)) is not { } item ? CreateChannelAsync(ct)
            : item.Id is null ? ListChannelsAsync(ct)
            : step(item, ct);

    private async Task CreateActionAsync(CancellationToken ct)
    {
        if (Live(Kind.Action).Count >= 5)
        {
            await OnActionAsync(DeleteActionAsync, ct);
            return;
        }

        LedgerItem item = Make(Kind.Action, team);
        string reason = $"v{++version}";
        (Outcome outcome, _) = await CallAsync("Actions_Create", client => client.Actions.CreateAsync(
            team,
            new ActionDefinition
            {
                Name = item.Name,
                ChannelId = "any",
                ChannelType = ActionChannelType.Rest,
                State = new ActionState { Enabled = true, DisableReason = reason },
                Permissions = new ActionPermissions { AllTeamMembersAllowed = true },
            },
            ct));
        item.Created(outcome, reason, item.Name);
    }

    private async Task GetActionAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome,
            ActionDefinition? result) = await CallAsync("Actions_Get", client => client.Actions.GetAsync(item.Name, team, ct));
        Read(item, outcome, result?.State.DisableReason);
    }

    private async Task UpdateActionAsync(LedgerItem item, CancellationToken ct)
    {
        string reason = $"v{++version}";
        (Outcome outcome, _) = await CallAsync("Actions_Update", client => client.Actions.UpdateAsync(
            item.Name, team, new ActionUpdate { State = new ActionState { Enabled = true, DisableReason = reason } }, ct));
        Change(item, outcome, _ => reason);
    }

    private async Task DeleteActionAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome, _) = await CallAsync("Actions_Delete", client => client.Actions.DeleteAsync(item.Name, team, ct));
        Delete(item, outcome);
    }

    private async Task ListActionsAsync(CancellationToken ct)
    {
        (Outcome outcome,
            IReadOnlyList<ActionSummary>? rows) = await CallAsync("Actions_List", client => client.Actions.ListAsync(team, ct));
        if (outcome == Outcome.Done)
        {
            Compare(Kind.Action, rows!.Select(static row => (row.Name, (string?)row.Name)));
        }
    }

    /// <summary>The call that must not happen twice: every one has an alert of its own, by which its execution is found.</summary>
    private async Task ExecuteAsync(LedgerItem action, CancellationToken ct)
    {
        LedgerItem item = Make(Kind.Execution, team);
        (Outcome outcome, _) = await CallAsync("Actions_Execute", client => client.Actions.ExecuteAsync(
            action.Name,
            new ExecuteActionRequest { Identifier = item.Name, Type = ExecutionEntityType.Alert, OwnerTeam = new OwnerTeam { Id = team } },
            ct));
        item.Created(outcome, "");
        if (outcome == Outcome.Missing)
        {
            Missing(action);
        }
    }

    private Task OnActionAsync(Func<LedgerItem, CancellationToken, Task> step, CancellationToken ct) =>
        Pick(Live(Kind.Action)) is { } item ? step(item, ct) : CreateActionAsync(ct);
}
