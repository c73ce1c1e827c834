using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>Which calls a fault strikes.</summary>
[TestClass]
public sealed class FaultTests
{
    private static readonly FaultKind Unavailable = FaultKind.Status(503);

    [TestMethod]
    public async Task Every_operation_of_the_document_can_be_struck_and_no_other()
    {
        await using Wire wire = await Wire.StartAsync();
        var operations = new HashSet<string>();
        foreach ((string path, JsonNode? item) in SpecDocument.Paths)
        {
            foreach ((string method,
                JsonNode? operation) in item!.AsObject()
                    .Where(static member => member.Key is "get" or "post" or "put" or "patch" or "delete"))
            {
                string id = (string)operation!["operationId"]!;
                operations.Add(id);
                InjectedFault fault = wire.Emulator.Faults.Add(new EmulatorFault { Operation = id, Kind = Unavailable });
                string url = System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", "x")[1..];
                (await wire.SendAsync(new HttpMethod(method.ToUpperInvariant()), url)).AssertStatus(503);
                Assert.AreEqual(1, fault.Strikes, id);
                wire.Emulator.Faults.Clear();
            }
        }

        Assert.HasCount(20, operations);

        // The list of teams is of another API, and not in the document.
        operations.Add("Teams_List");
        CollectionAssert.AreEquivalent(operations.ToArray(), wire.Emulator.Faults.Operations.ToArray());
    }

    public static IEnumerable<(EmulatorFault Fault, string Struck)> Choices =>
    [
        (new EmulatorFault { Kind = Unavailable }, "1 2 3 4 5 6 7"),
        (new EmulatorFault { Kind = Unavailable, Nth = 3 }, "3"),
        (new EmulatorFault { Kind = Unavailable, EveryNth = 3 }, "3 6"),
        (new EmulatorFault { Kind = Unavailable, Times = 2 }, "1 2"),
        (new EmulatorFault { Kind = Unavailable, EveryNth = 2, Times = 2 }, "2 4"),
        (new EmulatorFault { Kind = Unavailable, Probability = 0 }, ""),
        (new EmulatorFault { Kind = Unavailable, Probability = 1 }, "1 2 3 4 5 6 7"),
        (new EmulatorFault { Kind = Unavailable, Operation = "Policies_Get" }, ""),
        (new EmulatorFault { Kind = Unavailable, Operation = "Policies_List", Nth = 2 }, "2"),
    ];

    [TestMethod]
    [DynamicData(nameof(Choices))]
    public async Task A_fault_strikes_the_calls_it_chooses(EmulatorFault fault, string struck)
    {
        await using Wire wire = await Wire.StartAsync();
        InjectedFault injected = wire.Emulator.Faults.Add(fault);
        Assert.AreEqual(struck, await StruckAsync(wire, 7));
        Assert.AreEqual(struck.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, injected.Strikes);
        Assert.AreEqual(fault.Operation == "Policies_Get" ? 0 : 7, injected.Calls);
    }

    [TestMethod]
    public async Task A_probability_chooses_its_share_and_the_same_calls_for_the_same_seed()
    {
        await using Wire wire = await Wire.StartAsync();
        async Task<string> RunAsync(int seed)
        {
            InjectedFault fault = wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable, Probability = 0.2, Seed = seed });
            string struck = await StruckAsync(wire, 500);
            Assert.IsTrue(wire.Emulator.Faults.Remove(fault));
            Assert.IsInRange(60, 140, fault.Strikes);
            return struck;
        }

        string first = await RunAsync(1);
        Assert.AreEqual(first, await RunAsync(1));
        Assert.AreNotEqual(first, await RunAsync(2));
    }

    [TestMethod]
    public async Task Removed_and_cleared_faults_strike_no_more()
    {
        await using Wire wire = await Wire.StartAsync();
        InjectedFault one = wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable });
        InjectedFault two = wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable });
        CollectionAssert.AreEqual(new[] { one, two }, wire.Emulator.Faults.Added.ToArray());
        Assert.IsTrue(wire.Emulator.Faults.Remove(one));
        Assert.IsFalse(wire.Emulator.Faults.Remove(one));
        Assert.AreEqual("1", await StruckAsync(wire, 1));
        wire.Emulator.Faults.Clear();
        Assert.AreEqual("", await StruckAsync(wire, 1));
        Assert.AreEqual(0, one.Calls);
        Assert.AreEqual(1, two.Calls);
    }

    [TestMethod]
    public async Task Of_two_faults_for_one_call_the_first_strikes_and_both_count_it()
    {
        await using Wire wire = await Wire.StartAsync();
        InjectedFault one = wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(500), EveryNth = 2 });
        InjectedFault two = wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable });
        (await wire.GetAsync("v1/policies")).AssertStatus(503);
        (await wire.GetAsync("v1/policies")).AssertStatus(500);
        (await wire.GetAsync("v1/policies")).AssertStatus(503);
        Assert.AreEqual((3, 1, 3, 2), (one.Calls, one.Strikes, two.Calls, two.Strikes));
    }

    [TestMethod]
    public async Task Without_an_operation_every_request_is_struck_before_any_check()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable });
        (await wire.GetAsync("nowhere")).AssertStatus(503);
        (await wire.SendAsync(HttpMethod.Get, "v1/policies", content: null, authorization: null)).AssertStatus(503);
        Assert.HasCount(2, wire.Emulator.Requests);
    }

    [TestMethod]
    public async Task Callers_at_once_are_counted_right()
    {
        await using Wire wire = await Wire.StartAsync();
        InjectedFault fault = wire.Emulator.Faults.Add(new EmulatorFault { Kind = Unavailable, EveryNth = 10 });
        int failed = 0;
        await Parallel.ForAsync(0, 300, async (_, _) =>
        {
            Reply reply = await wire.GetAsync("v1/policies");
            Interlocked.Add(ref failed, reply.Status == 503 ? 1 : 0);
        });
        Assert.AreEqual((300, 30, 30), (fault.Calls, fault.Strikes, failed));
    }

    public static IEnumerable<EmulatorFault> BadFaults =>
    [
        new() { Kind = Unavailable, Operation = "Policies_Nope" },
        new() { Kind = Unavailable, Nth = 1, EveryNth = 2 },
        new() { Kind = Unavailable, Nth = 1, Probability = 0.5 },
        new() { Kind = Unavailable, Nth = 0 },
        new() { Kind = Unavailable, EveryNth = 0 },
        new() { Kind = Unavailable, Times = 0 },
        new() { Kind = Unavailable, Probability = -0.1 },
        new() { Kind = Unavailable, Probability = 1.1 },
        new() { Kind = Unavailable, Probability = double.NaN },
        new() { Kind = Unavailable, Moment = (FaultMoment)2 },
    ];

    [TestMethod]
    public async Task A_fault_that_makes_no_sense_is_refused()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        foreach (EmulatorFault fault in BadFaults)
        {
            Assert.Throws<ArgumentException>(() => emulator.Faults.Add(fault), fault.ToString());
        }

        Assert.HasCount(0, emulator.Faults.Added);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.Status(199));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.Status(600));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.Delay(TimeSpan.FromTicks(-1)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.Delay(TimeSpan.FromDays(2)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.Truncate(-1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FaultKind.RateLimit(-1));
        foreach ((string name,
            string value) in new[] { ("Content-Length", "5"), ("a b", "x"), ("", "x"), ("X-A", "ä"), ("X-A", "a\r\nX-B: c") })
        {
            Assert.ThrowsExactly<ArgumentException>(
                () => FaultKind.Status(500, headers: new Dictionary<string, string> { [name] = value }), name);
        }
    }

    /// <summary>The numbers of the calls that were answered with 503.</summary>
    private static async Task<string> StruckAsync(Wire wire, int calls)
    {
        var struck = new List<int>();
        for (int number = 1; number <= calls; number++)
        {
            if ((await wire.GetAsync("v1/policies")).Status == 503)
            {
                struck.Add(number);
            }
        }

        return string.Join(' ', struck);
    }
}
