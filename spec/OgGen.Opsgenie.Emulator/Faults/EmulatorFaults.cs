using OgGen.Opsgenie.Emulator.Http;

namespace OgGen.Opsgenie.Emulator;

/// <summary>
/// The faults of an emulator, in the order in which they were added. Of those that choose the same call, all delays are waited for, and of
/// the others the first strikes. Thread-safe; a call under way keeps the fault that it was given.
/// </summary>
public sealed class EmulatorFaults
{
    private readonly Lock _gate = new();
    private readonly List<InjectedFault> _faults = [];

    internal EmulatorFaults(IEnumerable<string> operations) => Operations = operations.ToHashSet(StringComparer.Ordinal);

    /// <summary>The operations that there are, by their ids.</summary>
    public IReadOnlySet<string> Operations { get; }

    /// <summary>The faults that are in force; a snapshot.</summary>
    public IReadOnlyList<InjectedFault> Added
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Puts a fault in force for the requests that come from now on.</summary>
    /// <returns>What counts its strikes, and removes it.</returns>
    /// <exception cref="ArgumentException">The operation is none, or more than one choice of calls is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public InjectedFault Add(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(fault.Kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Nth ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.EveryNth ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times ?? 1, 1);
        if (fault.Probability is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Probability, "A probability is from 0 to 1.");
        }

        if (!Enum.IsDefined(fault.Moment))
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Moment, "There is no such moment.");
        }

        if ((fault.Nth is null ? 0 : 1) + (fault.EveryNth is null ? 0 : 1) + (fault.Probability is null ? 0 : 1) > 1)
        {
            throw new ArgumentException("Nth, EveryNth and Probability exclude each other.", nameof(fault));
        }

        if (fault.Operation is { } operation && !Operations.Contains(operation))
        {
            string known = string.Join(", ", Operations.Order(StringComparer.Ordinal));
            throw new ArgumentException($"There is no operation '{operation}', only {known}.", nameof(fault));
        }

        var injected = new InjectedFault(fault);
        lock (_gate)
        {
            _faults.Add(injected);
        }

        return injected;
    }

    /// <summary>Ends a fault.</summary>
    /// <returns>Whether it was in force.</returns>
    public bool Remove(InjectedFault fault)
    {
        lock (_gate)
        {
            return _faults.Remove(fault);
        }
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>Counts a call of an operation, null where the request belongs to none, and says what goes wrong with it.</summary>
    internal Strike Choose(string? operation)
    {
        var strike = Strike.None;
        lock (_gate)
        {
            foreach (InjectedFault injected in _faults)
            {
                EmulatorFault fault = injected.Fault;
                if ((fault.Operation is not null && fault.Operation != operation) || !injected.Count())
                {
                    continue;
                }

                bool before = fault.Moment == FaultMoment.BeforeEffect;
                switch (fault.Kind)
                {
                    case FaultKind.DelayFault delay when before:
                        strike = strike with { WaitBefore = strike.WaitBefore + delay.Time };
                        break;
                    case FaultKind.DelayFault delay:
                        strike = strike with { WaitAfter = strike.WaitAfter + delay.Time };
                        break;
                    case FaultKind kind when strike.Kind is null:
                        strike = strike with { Kind = kind, IsBeforeEffect = before };
                        break;
                    default:
                        continue;
                }

                injected.Strike();
            }
        }

        return strike;
    }
}
