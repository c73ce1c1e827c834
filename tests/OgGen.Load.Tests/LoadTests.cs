using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace OgGen.Load.Tests;

/// <summary>A small run finds nothing wrong, and the same run finds what is planted.</summary>
[TestClass]
public sealed class LoadTests
{
    private static readonly LoadOptions Small = new() { Calls = 2000, Callers = 16, Seed = 7, Limit = TimeSpan.FromMinutes(3) };

    private static LoadResult result = null!;

    [ClassInitialize]
    public static async Task RunAsync(TestContext context) => result = await LoadRun.RunAsync(Small);

    [TestMethod]
    public void What_the_callers_believe_is_the_state()
    {
        Assert.HasCount(0, result.Violations, string.Join('\n', result.Violations));
        Assert.Contains("calls        2000 by 16 callers", result.Report);
        Assert.Contains("violations   0", result.Report);
        Assert.Contains("  0 lost, 0 sent twice", result.Report);
        List<LedgerItem> items = [.. result.Ledgers.SelectMany(static ledger => ledger.Items)];
        foreach (Kind kind in Enum.GetValues<Kind>())
        {
            Assert.IsTrue(items.Exists(item => item.Kind == kind && item.Presence == Presence.Yes), $"the run has no {kind} to compare");
        }
    }

    [TestMethod]
    [DataRow("policies")]
    [DataRow("channels")]
    [DataRow("actions")]
    public void A_lost_object_a_second_one_and_a_foreign_one_are_found(string list)
    {
        (JsonObject snapshot, JsonArray items) = Copy(list);
        string name = (string)items[^1]!["object"]!["name"]!;
        JsonNode item = items[^1]!.DeepClone();
        items.RemoveAt(items.Count - 1);
        AssertFound(snapshot, $"'{name}' is believed in and does not exist");
        Assert.AreEqual(new ObjectCounts(1, 0), Checker.Count(result.Ledgers, snapshot));

        items.Add(item);
        items.Add(item.DeepClone());
        AssertFound(snapshot, $"'{name}' exists 2 times");
        Assert.AreEqual(new ObjectCounts(0, 1), Checker.Count(result.Ledgers, snapshot));

        items[^1]!["object"]!["name"] = "c9-foreign";
        AssertFound(snapshot, "'c9-foreign' exists and nobody made it");
    }

    [TestMethod]
    public void An_object_that_was_deleted_and_is_there_is_found()
    {
        (JsonObject snapshot, JsonArray items) = Copy("actions");
        LedgerItem deleted = result.Ledgers.SelectMany(static ledger => ledger.Items)
            .First(static item => item is { Kind: Kind.Action, Presence: Presence.No });
        JsonNode item = items[0]!.DeepClone();
        item["object"]!["name"] = deleted.Name;
        item["object"]!["teamId"] = deleted.Team;
        items.Add(item);
        AssertFound(snapshot, $"'{deleted.Name}' exists, though it was not made or is deleted");
    }

    [TestMethod]
    public void Another_content_and_another_id_are_found()
    {
        (JsonObject snapshot, JsonArray items) = Copy("channels");
        items[0]!["object"]!["restActionChannel"]!["url"] = "https://example.com/stale";
        items[1]!["object"]!["id"] = "another";
        AssertFound(snapshot, "has 'https://example.com/stale', not ");
        AssertFound(snapshot, "has the id another, not ");
    }

    [TestMethod]
    public void An_execution_that_happened_twice_is_found()
    {
        JsonObject snapshot = result.Snapshot.DeepClone().AsObject();
        JsonArray executions = snapshot["executions"]!.AsArray();
        executions.Add(executions[0]!.DeepClone());
        AssertFound(snapshot, $"Execution '{executions[0]!["status"]!["opsgenieEntity"]!["id"]}' exists 2 times");
    }

    [TestMethod]
    [DataRow("auto-restart-notifications", "c0: the order is")]
    [DataRow("auto-close", "c1: the order is")]
    [DataRow("modify", "c2: the order is")]
    [DataRow("notification-suppress", "is not the state")]
    public void Two_policies_in_each_others_place_are_found(string type, string said)
    {
        (JsonObject snapshot, JsonArray items) = Copy("policies");
        int[] places = [.. Enumerable.Range(0, items.Count).Where(place => (string?)items[place]!["object"]!["type"] == type)];
        JsonNode first = items[places[0]]!.DeepClone();
        items[places[0]] = items[places[1]]!.DeepClone();
        items[places[1]] = first;
        AssertFound(snapshot, said);
    }

    [TestMethod]
    public void A_gap_in_the_orders_is_found()
    {
        List<PolicySummary> rows = [.. result.Rows];
        PolicySummary last = rows[^1];
        rows[^1] = new PolicySummary { Id = last.Id, Name = last.Name, Type = last.Type, Enabled = last.Enabled, Order = last.Order + 1 };
        List<string> violations = Checker.Check(result.Ledgers, result.Snapshot, rows);
        Assert.IsTrue(
            violations.Exists(static violation => violation.StartsWith("the orders of modify are", StringComparison.Ordinal)),
            string.Join('\n', violations));
    }

    /// <summary>
    /// A service that says "too many requests" after it has done the work: the client believes it, and repeats. Whose
    /// call it is, the callers' race decides, and so what is seen of it.
    /// </summary>
    [TestMethod]
    [DataRow("Policies_Create", "times|saw the order|is deleted")]
    [DataRow("ActionChannels_Create", "times|is deleted")]
    [DataRow("Actions_Execute", "exists 2 times")]
    [DataRow("Policies_Delete", "was answered with 404")]
    public async Task A_call_that_takes_effect_twice_is_found(string operation, string signs)
    {
        LoadResult bad = await LoadRun.RunAsync(Small with { Faults = 0 }, emulator => emulator.Faults.Add(new EmulatorFault
        {
            Operation = operation,
            Nth = 5,
            Kind = FaultKind.RateLimit(),
            Moment = FaultMoment.AfterEffect,
        }));
        Assert.IsTrue(
            bad.Violations.Any(violation => signs.Split('|').Any(sign => violation.Contains(sign, StringComparison.Ordinal))),
            string.Join('\n', bad.Violations));
        Assert.DoesNotContain("violations   0", bad.Report);
    }

    [TestMethod]
    public async Task Sockets_and_memory_above_what_is_allowed_are_found()
    {
        LoadOptions few = Small with { Calls = 200, Faults = 0 };
        (string report, IReadOnlyList<string> violations) = await LoadRun.MeasureAsync(few);
        Assert.HasCount(0, violations, string.Join('\n', violations));
        Assert.Contains(" open at the same time at most", report);
        Assert.Contains("heap         ", report);

        (_, violations) = await LoadRun.MeasureAsync(few with { Sockets = 3, Heap = -100_000_000 });
        Assert.HasCount(2, violations);
        Assert.Contains("sockets were open at the same time, 3 are allowed", violations[0]);
        Assert.Contains("the heap has grown", violations[1]);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("--calls 100 --callers 4 --faults 0.5 --seed 9 --minutes 0.5 --sockets 5 --heap 2.5")]
    public void The_command_line_is_read(string line)
    {
        LoadOptions? options = LoadOptions.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.AreEqual(
            line.Length == 0
                ? new LoadOptions()
                : new LoadOptions
                {
                    Calls = 100,
                    Callers = 4,
                    Faults = 0.5,
                    Seed = 9,
                    Limit = TimeSpan.FromSeconds(30),
                    Sockets = 5,
                    Heap = 2_500_000,
                },
            options);
    }

    [TestMethod]
    [DataRow("--calls")]
    [DataRow("--calls x")]
    [DataRow("--calls 0")]
    [DataRow("--callers 3")]
    [DataRow("--faults 1.1")]
    [DataRow("--faults NaN")]
    [DataRow("--seed -1")]
    [DataRow("--sockets 0")]
    [DataRow("--heap -1")]
    [DataRow("--what 1")]
    public void A_wrong_command_line_is_refused(string line) => Assert.IsNull(LoadOptions.Parse(line.Split(' ')));

    private static (JsonObject Snapshot, JsonArray Items) Copy(string list)
    {
        JsonObject snapshot = result.Snapshot.DeepClone().AsObject();
        return (snapshot, snapshot[list]!.AsArray());
    }

    private static void AssertFound(JsonObject snapshot, string said)
    {
        List<string> violations = Checker.Check(result.Ledgers, snapshot, result.Rows);
        Assert.IsTrue(
            violations.Exists(violation => violation.Contains(said, StringComparison.Ordinal)),
            $"not found: {said}\n{string.Join('\n', violations)}");
    }
}
