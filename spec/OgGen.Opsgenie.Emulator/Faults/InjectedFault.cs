namespace OgGen.Opsgenie.Emulator;

/// <summary>A fault that was added, and what it did so far. Thread-safe.</summary>
public sealed class InjectedFault
{
    private int _calls;
    private int _strikes;

    internal InjectedFault(EmulatorFault fault) => Fault = fault;

    /// <summary>What was added.</summary>
    public EmulatorFault Fault { get; }

    /// <summary>How many requests it has counted.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>How many of them it struck.</summary>
    public int Strikes => Volatile.Read(ref _strikes);

    /// <summary>Counts a call. Called under the lock of the faults.</summary>
    /// <returns>Whether it is one to strike.</returns>
    internal bool Count()
    {
        _calls++;
        return !(Fault.Times <= _strikes) && Fault switch
        {
            { Nth: { } nth } => _calls == nth,
            { EveryNth: { } every } => _calls % every == 0,
            { Probability: { } probability } => Fraction(Fault.Seed, _calls) < probability,
            _ => true,
        };
    }

    /// <summary>Notes that it struck. Called under the lock of the faults.</summary>
    internal void Strike() => _strikes++;

    /// <summary>A number from 0 to below 1 that looks random, made from two others (the finalizer of SplitMix64).</summary>
    private static double Fraction(int seed, int number)
    {
        ulong mixed = ((ulong)(uint)seed << 32 | (uint)number) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }
}
