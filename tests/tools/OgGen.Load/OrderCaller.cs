using Opsgenie;

namespace OgGen.Load;

/// <summary>
/// The only caller that touches one group of policies. It moves one after the other, so it knows the order; after a lost answer it looks
/// first.
/// </summary>
public sealed class OrderCaller(OpsgenieClient client, Ledger ledger, int calls, int seed, Func<string, Policy> create)
    : Caller(client, ledger, calls, seed)
{
    private int made;

    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken ct)
    {
        List<string> order = Ledger.Orders[0];
        bool unsure = Ledger.Orders.Count > 1 || order.Exists(name => Find(name).Id is null);
        return unsure ? ListAsync(ct)
            : order.Count < 4 ? CreateAsync(order, ct)
            : Random.Next(100) switch
            {
                < 15 when order.Count < 12 => CreateAsync(order, ct),
                < 70 => MoveAsync(order, ct),
                < 85 => DeleteAsync(order, ct),
                _ => ListAsync(ct),
            };
    }

    private async Task CreateAsync(List<string> order, CancellationToken ct)
    {
        var item = new LedgerItem(Kind.Policy, $"{Ledger.Owner}-{++made}", "");
        Ledger.Items.Add(item);
        (Outcome outcome,
            PolicyReference? result) = await CallAsync("Policies_Create", client => client.Policies.CreateAsync(create(item.Name), ct));
        item.Created(outcome, "", result?.Id);
        Note(outcome, order, [.. order, item.Name]);
    }

    private async Task MoveAsync(List<string> order, CancellationToken ct)
    {
        string name = order[Random.Next(order.Count)];
        int target = Random.Next(order.Count + 3);
        (Outcome outcome, _) = await CallAsync("Policies_ChangeOrder", client =>
            client.Policies.ChangeOrderAsync(Find(name).Id!, new ChangePolicyOrderRequest { TargetIndex = target }, ct));
        List<string> moved = [.. order];
        moved.Remove(name);
        moved.Insert(Math.Min(target, moved.Count), name);
        Note(outcome, order, moved);
        RefuseMissing(outcome, name);
    }

    private async Task DeleteAsync(List<string> order, CancellationToken ct)
    {
        string name = order[Random.Next(order.Count)];
        (Outcome outcome, _) = await CallAsync("Policies_Delete", client => client.Policies.DeleteAsync(Find(name).Id!, ct));
        Find(name).Deleted(outcome);
        Note(outcome, order, [.. order.Where(other => other != name)]);
        RefuseMissing(outcome, name);
    }

    private async Task ListAsync(CancellationToken ct)
    {
        (Outcome outcome, IReadOnlyList<PolicySummary>? rows) = await CallAsync("Policies_List", client => client.Policies.ListAsync(ct));
        if (outcome != Outcome.Done)
        {
            return;
        }

        List<PolicySummary> group = [.. rows!.Where(row => row.Type.Value == Ledger.OrderedType).OrderBy(static row => row.Order)];
        List<string> names = [.. group.Select(static row => row.Name)];
        if (!Ledger.Orders.Exists(names.SequenceEqual))
        {
            Ledger.Violation(
                $"saw the order {string.Join(' ', names)} and expected "
                    + $"{string.Join(" or ", Ledger.Orders.Select(static order => string.Join(' ', order)))}");
        }

        Ledger.Orders = [names];
        foreach (LedgerItem item in Ledger.Items)
        {
            if (group.Find(row => row.Name == item.Name) is { } row)
            {
                item.Id = row.Id;
                item.Seen();
            }
            else
            {
                item.Missed();
            }
        }
    }

    private void Note(Outcome outcome, List<string> before, List<string> after) => Ledger.Orders = outcome switch
    {
        Outcome.Done => [after],
        Outcome.Unknown => [before, after],
        _ => [before],
    };

    private void RefuseMissing(Outcome outcome, string name)
    {
        if (outcome == Outcome.Missing)
        {
            Ledger.Violation($"policy '{name}' was answered with 404");
        }
    }

    private LedgerItem Find(string name) => Ledger.Items.FindLast(item => item.Name == name)
        ?? throw new InvalidOperationException($"'{name}' is not of {Ledger.Owner}.");
}
