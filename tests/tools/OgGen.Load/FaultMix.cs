using OgGen.Opsgenie.Emulator;

namespace OgGen.Load;

/// <summary>Faults of every kind, on both sides of the effect; each kind has an equal share.</summary>
public static class FaultMix
{
    /// <summary>
    /// Adds them. A rate limit strikes only before the effect: it tells the client that nothing was done, and the client believes it.
    /// </summary>
    /// <returns>The faults by name.</returns>
    public static IReadOnlyList<(string Name, InjectedFault Fault)> Add(EmulatorFaults faults, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(options);
        (string Name, FaultKind Kind, FaultMoment Moment)[] mix =
        [
            ("503 before", FaultKind.Status(503), FaultMoment.BeforeEffect),
            ("500 after", FaultKind.Status(500), FaultMoment.AfterEffect),
            ("502 page after",
                FaultKind.Status(502, "<html>Bad gateway</html>", new Dictionary<string, string> { ["Content-Type"] = "text/html" }),
                FaultMoment.AfterEffect),
            ("reset before", FaultKind.Reset, FaultMoment.BeforeEffect),
            ("reset after", FaultKind.Reset, FaultMoment.AfterEffect),
            ("truncated after", FaultKind.Truncate(), FaultMoment.AfterEffect),
            ("garbage after", FaultKind.Garbage(), FaultMoment.AfterEffect),
            ("429 before", FaultKind.RateLimit(), FaultMoment.BeforeEffect),
            ("delay before", FaultKind.Delay(TimeSpan.FromMilliseconds(100)), FaultMoment.BeforeEffect),
            ("delay after", FaultKind.Delay(TimeSpan.FromMilliseconds(100)), FaultMoment.AfterEffect),
        ];
        var added = new List<(string Name, InjectedFault Fault)>();
        int number = 0;
        foreach ((string name, FaultKind kind, FaultMoment moment) in mix)
        {
            added.Add((name, faults.Add(new EmulatorFault
            {
                Kind = kind,
                Moment = moment,
                Probability = options.Faults / mix.Length,
                Seed = unchecked((options.Seed * 100) + number++),
            })));
        }

        // Longer than an attempt may take. Few, because each holds up its caller for so long.
        if (options.Faults > 0 && options.Calls >= 5000)
        {
            added.Add(("timeout after", faults.Add(new EmulatorFault
            {
                Kind = FaultKind.Delay(options.AttemptTimeout * 1.5),
                Moment = FaultMoment.AfterEffect,
                EveryNth = 4999,
                Times = options.Calls / 5000,
            })));
        }

        return added;
    }
}
