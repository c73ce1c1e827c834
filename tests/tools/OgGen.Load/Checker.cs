using System.Text.Json.Nodes;
using Opsgenie;

namespace OgGen.Load;

/// <summary>Objects that are not as the callers believe.</summary>
/// <param name="Lost">Those that do not exist though their creation was answered.</param>
/// <param name="Twice">Those that exist more than once: their creation was sent twice.</param>
public sealed record ObjectCounts(int Lost, int Twice)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Lost} lost, {Twice} sent twice");
}

/// <summary>Compares what the callers believe with the emulator's state, which it reads without the client.</summary>
public static class Checker
{
    /// <summary>The types of each group, in the order of the groups.</summary>
    private static readonly string[][] Groups =
    [
        ["auto-restart-notifications"],
        ["auto-close"],
        ["notification-suppress", "notification-deduplication", "notification-delay"],
        ["modify"],
    ];

    /// <summary>Says what is wrong.</summary>
    /// <param name="ledgers">What the callers believe.</param>
    /// <param name="snapshot">The emulator's state.</param>
    /// <param name="rows">The list of policies, as the client read it at the end.</param>
    public static List<string> Check(IReadOnlyCollection<Ledger> ledgers, JsonObject snapshot, IReadOnlyList<PolicySummary> rows)
    {
        ArgumentNullException.ThrowIfNull(ledgers);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(rows);
        List<string> violations = [.. ledgers.SelectMany(static ledger => ledger.Violations)];
        violations.AddRange(CheckItems(ledgers, snapshot));
        violations.AddRange(CheckOwnOrders(ledgers, snapshot));
        violations.AddRange(CheckRows(snapshot, rows));
        return violations;
    }

    /// <summary>Counts the objects whose creation was answered and that do not exist, and those that exist more than once.</summary>
    public static ObjectCounts Count(IReadOnlyCollection<Ledger> ledgers, JsonObject snapshot)
    {
        ArgumentNullException.ThrowIfNull(ledgers);
        ArgumentNullException.ThrowIfNull(snapshot);
        ILookup<(Kind Kind, string Team, string Name), Found> found = FoundIn(snapshot)
            .ToLookup(static item => (item.Kind, item.Team, item.Name));
        int lost = ledgers.SelectMany(static ledger => ledger.Items)
            .Count(item => item.Presence == Presence.Yes && !found.Contains((item.Kind, item.Team, item.Name)));
        return new ObjectCounts(lost, found.Count(static item => item.Count() > 1));
    }

    private static IEnumerable<string> CheckItems(IEnumerable<Ledger> ledgers, JsonObject snapshot)
    {
        List<Found> state = [.. FoundIn(snapshot)];
        ILookup<(Kind Kind, string Team, string Name), Found> found = state.ToLookup(static item => (item.Kind, item.Team, item.Name));
        var known = new HashSet<(Kind Kind, string Team, string Name)>();
        foreach (LedgerItem item in ledgers.SelectMany(static ledger => ledger.Items))
        {
            (Kind Kind, string Team, string Name) key = (item.Kind, item.Team, item.Name);
            known.Add(key);
            List<Found> there = [.. found[key]];
            switch (there.Count)
            {
                case 0 when item.Presence == Presence.Yes:
                    yield return $"{item} is believed in and does not exist";
                    break;
                case 1 when item.Presence == Presence.No:
                    yield return $"{item} exists, though it was not made or is deleted";
                    break;
                case 1 when item.Id is not null && there[0].Id is { } id && id != item.Id:
                    yield return $"{item} has the id {id}, not {item.Id}";
                    break;
                case 1 when there[0].Value is { } value && IsReadByItsOwner(item, ledgers) && !item.Values.Contains(value):
                    yield return $"{item} has '{value}', not {string.Join(" or ", item.Values)}";
                    break;
                case > 1:
                    yield return $"{item} exists {there.Count} times";
                    break;
            }
        }

        foreach (Found item in state.Where(item => !known.Contains((item.Kind, item.Team, item.Name))))
        {
            yield return $"{item.Kind} '{item.Name}' exists and nobody made it";
        }
    }

    /// <summary>Callers that order policies do not change what is in them.</summary>
    private static bool IsReadByItsOwner(LedgerItem item, IEnumerable<Ledger> ledgers) =>
        item.Kind != Kind.Policy
            || !ledgers.Any(ledger => ledger.OrderedType is not null && item.Name.StartsWith(ledger.Owner + "-", StringComparison.Ordinal));

    private static IEnumerable<string> CheckOwnOrders(IEnumerable<Ledger> ledgers, JsonObject snapshot)
    {
        foreach (Ledger ledger in ledgers.Where(static ledger => ledger.OrderedType is not null))
        {
            List<string> names =
            [
                .. Objects(snapshot, "policies")
                    .Where(policy => (string?)policy["type"] == ledger.OrderedType)
                    .Select(static policy => (string)policy["name"]!),
            ];
            if (!ledger.Orders.Exists(names.SequenceEqual))
            {
                yield return $"{ledger.Owner}: the order is {string.Join(' ', names)}, not "
                    + $"{string.Join(" or ", ledger.Orders.Select(static order => string.Join(' ', order)))}";
            }
        }
    }

    /// <summary>In every group the list counts from 0, and shows the state.</summary>
    private static IEnumerable<string> CheckRows(JsonObject snapshot, IReadOnlyList<PolicySummary> rows)
    {
        foreach (string[] types in Groups)
        {
            List<PolicySummary> group = [.. rows.Where(row => types.Contains(row.Type.Value)).OrderBy(static row => row.Order)];
            if (!group.Select(static row => row.Order).SequenceEqual(Enumerable.Range(0, group.Count).Select(static order => (int?)order)))
            {
                yield return $"the orders of {types[0]} are {string.Join(' ', group.Select(static row => row.Order))}";
            }

            IEnumerable<string> ids = Objects(snapshot, "policies")
                .Where(policy => types.Contains((string?)policy["type"]))
                .Select(static policy => (string)policy["id"]!);
            if (!group.Select(static row => row.Id).SequenceEqual(ids))
            {
                yield return $"the list of {types[0]} is not the state";
            }
        }
    }

    private static IEnumerable<Found> FoundIn(JsonObject snapshot) =>
    [
        .. Objects(snapshot, "policies").Select(static policy => new Found(
            Kind.Policy, "", (string)policy["name"]!, (string?)policy["id"], $"{policy["policyDescription"]} {(bool?)policy["enabled"]}")),
        .. Objects(snapshot, "channels").Select(static channel => new Found(
            Kind.Channel,
            (string)channel["teamId"]!,
            (string)channel["name"]!,
            (string?)channel["id"],
            (string?)channel["restActionChannel"]!["url"])),
        .. Objects(snapshot, "actions").Select(static action => new Found(
            Kind.Action,
            (string)action["teamId"]!,
            (string)action["name"]!,
            (string?)action["name"],
            (string?)action["state"]!["disableReason"])),
        .. snapshot["executions"]!.AsArray()
            .Select(static execution => (string)execution!["status"]!["opsgenieEntity"]!["id"]!)
            .Select(static name => new Found(
                Kind.Execution, "team-" + name.Split('-')[0], name, Id: null, Value: null)),
    ];

    private static IEnumerable<JsonObject> Objects(JsonObject snapshot, string list) =>
        snapshot[list]!.AsArray().Select(static item => item!["object"]!.AsObject());

    private sealed record Found(Kind Kind, string Team, string Name, string? Id, string? Value);
}
