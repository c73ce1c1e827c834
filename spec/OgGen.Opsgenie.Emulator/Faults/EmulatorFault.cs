namespace OgGen.Opsgenie.Emulator;

/// <summary>
/// Something that goes wrong on demand: what, for which calls, and on which side of their effect. Of <see cref="Nth"/>,
/// <see cref="EveryNth"/> and <see cref="Probability"/> at most one is set; with none, every call is struck. Calls are counted from when
/// the fault is added.
/// </summary>
public sealed record EmulatorFault
{
    /// <summary>
    /// The operation whose calls count, such as <c>Policies_Get</c>; one of <see cref="EmulatorFaults.Operations"/>. Null: every request,
    /// also one that belongs to no operation.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>Strikes this call only, counted from 1.</summary>
    public int? Nth { get; init; }

    /// <summary>Strikes every call whose number, counted from 1, is a multiple of this.</summary>
    public int? EveryNth { get; init; }

    /// <summary>
    /// Strikes this share of the calls, 0 to 1. Which ones follows from <see cref="Seed"/> and the number of the call alone, so a second
    /// run with the same calls in the same order is struck in the same places.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>What chooses among the calls with <see cref="Probability"/>. Faults with one seed choose the same calls.</summary>
    public int Seed { get; init; }

    /// <summary>How often it strikes at most; null, the default: no limit.</summary>
    public int? Times { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>On which side of the effect. Default: before.</summary>
    public FaultMoment Moment { get; init; }
}
