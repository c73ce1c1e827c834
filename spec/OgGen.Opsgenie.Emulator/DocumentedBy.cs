namespace OgGen.Opsgenie.Emulator;

/// <summary>
/// Which of the vendor's sources the emulator follows where they differ. Without an account nobody can tell which is right.
/// </summary>
public enum DocumentedBy
{
    /// <summary>
    /// The page of the Policy API: the alert actions of a modify policy are <c>alertActions</c>, results are alone in their answer.
    /// </summary>
    Page,

    /// <summary>
    /// The published schema (<c>opsgenie/opsgenie-oas</c>): the alert actions are <c>actions</c>, results come with <c>data</c>, the id
    /// and the name of the policy.
    /// </summary>
    PublishedSchema,
}
