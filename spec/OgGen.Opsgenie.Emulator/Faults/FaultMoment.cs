namespace OgGen.Opsgenie.Emulator;

/// <summary>On which side of a request's effect a fault strikes. A client sees no difference; the state does.</summary>
public enum FaultMoment
{
    /// <summary>Before anything is checked or changed: the request is lost.</summary>
    BeforeEffect,

    /// <summary>
    /// After the operation ran: the answer is lost. A client that repeats a creation then makes a second object.
    /// </summary>
    AfterEffect,
}
