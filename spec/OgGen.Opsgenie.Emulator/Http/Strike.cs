namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>What goes wrong with one request: waits on both sides of the effect, and at most one fault of another kind.</summary>
internal sealed record Strike(TimeSpan WaitBefore, TimeSpan WaitAfter, FaultKind? Kind, bool IsBeforeEffect)
{
    public static Strike None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, Kind: null, IsBeforeEffect: false);
}
