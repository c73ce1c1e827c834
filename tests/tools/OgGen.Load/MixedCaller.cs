using Opsgenie;

namespace OgGen.Load;

/// <summary>A caller that does a bit of everything, with policies of its own in the notification group, and a team of its own.</summary>
public sealed partial class MixedCaller(OpsgenieClient client, Ledger ledger, int calls, int seed) : Caller(client, ledger, calls, seed)
{
    private readonly string team = $"team-{ledger.Owner}";
    private int version;

    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken ct)
    {
        int dice = Random.Next(100);
        return dice switch
        {
            < 14 => CreatePolicyAsync(ct),
            < 30 => OnPolicyAsync(GetPolicyAsync, ct),
            < 42 => OnPolicyAsync(UpdatePolicyAsync, ct),
            < 48 => OnPolicyAsync(SwitchPolicyAsync, ct),
            < 55 => OnPolicyAsync(MovePolicyAsync, ct),
            < 62 => OnPolicyAsync(DeletePolicyAsync, ct),
            < 64 => ListPoliciesAsync(ct),
            < 69 => CreateChannelAsync(ct),
            < 73 => OnChannelAsync(GetChannelAsync, ct),
            < 77 => OnChannelAsync(UpdateChannelAsync, ct),
            < 80 => OnChannelAsync(DeleteChannelAsync, ct),
            < 82 => ListChannelsAsync(ct),
            < 86 => CreateActionAsync(ct),
            < 90 => OnActionAsync(GetActionAsync, ct),
            < 93 => OnActionAsync(UpdateActionAsync, ct),
            < 96 => OnActionAsync(DeleteActionAsync, ct),
            < 98 => OnActionAsync(ExecuteAsync, ct),
            _ => ListActionsAsync(ct),
        };
    }

    private async Task CreatePolicyAsync(CancellationToken ct)
    {
        if (Live(Kind.Policy).Count >= 12)
        {
            await OnPolicyAsync(DeletePolicyAsync, ct);
            return;
        }

        LedgerItem item = Make(Kind.Policy, "");
        string text = $"v{++version}";
        (Outcome outcome,
            PolicyReference? result) = await CallAsync(
                "Policies_Create", client => client.Policies.CreateAsync(PolicyOf(item, text, enabled: true), ct));
        item.Created(outcome, $"{text} True", result?.Id);
    }

    private async Task GetPolicyAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome, Policy? result) = await CallAsync("Policies_Get", client => client.Policies.GetAsync(item.Id!, ct));
        Read(item, outcome, result is null ? null : $"{result.PolicyDescription} {result.Enabled}");
    }

    private async Task UpdatePolicyAsync(LedgerItem item, CancellationToken ct)
    {
        string text = $"v{++version}";
        bool enabled = Random.Next(2) == 0;
        (Outcome outcome,
            _) = await CallAsync("Policies_Update", client => client.Policies.UpdateAsync(item.Id!, PolicyOf(item, text, enabled), ct));
        Change(item, outcome, _ => $"{text} {enabled}");
    }

    private async Task SwitchPolicyAsync(LedgerItem item, CancellationToken ct)
    {
        bool enabled = Random.Next(2) == 0;
        (Outcome outcome, _) = enabled
            ? await CallAsync("Policies_Enable", client => client.Policies.EnableAsync(item.Id!, ct))
            : await CallAsync("Policies_Disable", client => client.Policies.DisableAsync(item.Id!, ct));
        Change(item, outcome, value => $"{value.Split(' ')[0]} {enabled}");
    }

    private async Task MovePolicyAsync(LedgerItem item, CancellationToken ct)
    {
        int target = Random.Next(500);
        (Outcome outcome, _) = await CallAsync("Policies_ChangeOrder", client =>
            client.Policies.ChangeOrderAsync(item.Id!, new ChangePolicyOrderRequest { TargetIndex = target }, ct));
        Change(item, outcome, static value => value);
    }

    private async Task DeletePolicyAsync(LedgerItem item, CancellationToken ct)
    {
        (Outcome outcome, _) = await CallAsync("Policies_Delete", client => client.Policies.DeleteAsync(item.Id!, ct));
        Delete(item, outcome);
    }

    private async Task ListPoliciesAsync(CancellationToken ct)
    {
        (Outcome outcome, IReadOnlyList<PolicySummary>? rows) = await CallAsync("Policies_List", client => client.Policies.ListAsync(ct));
        if (outcome == Outcome.Done)
        {
            Compare(
                Kind.Policy,
                rows!.Where(row => row.Name.StartsWith(Ledger.Owner + "-", StringComparison.Ordinal))
                    .Select(static row => (row.Name, (string?)row.Id)));
        }
    }

    // What is not sure to exist and has no id yet can only be looked for in the list.
    private Task OnPolicyAsync(Func<LedgerItem, CancellationToken, Task> step, CancellationToken ct) =>
        Pick(Live(Kind.Policy)) is not { } item ? CreatePolicyAsync(ct)
            : item.Id is null ? ListPoliciesAsync(ct)
            : step(item, ct);

    /// <summary>Two types of one group; which, the name decides, because an update does not change it.</summary>
    private static Policy PolicyOf(LedgerItem item, string text, bool enabled) => item.Name[^1] % 2 == 0
        ? new NotificationSuppressPolicy { Name = item.Name, Enabled = enabled, PolicyDescription = text, Filter = new MatchAllFilter() }
        : new ValueBasedDeduplicationPolicy { Name = item.Name, Enabled = enabled, PolicyDescription = text, Count = 2 };

    private List<LedgerItem> Live(Kind kind) => Ledger.Items.FindAll(item => item.Kind == kind && item.Presence != Presence.No);

    private LedgerItem? Pick(List<LedgerItem> items) => items.Count == 0 ? null : items[Random.Next(items.Count)];

    private LedgerItem Make(Kind kind, string owner)
    {
        var item = new LedgerItem(kind, $"{Ledger.Owner}-{Ledger.Items.Count}", owner);
        Ledger.Items.Add(item);
        return item;
    }
}
