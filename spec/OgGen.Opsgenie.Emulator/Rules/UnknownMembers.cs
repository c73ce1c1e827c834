namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>What becomes of the members of a body that no rule knows.</summary>
internal enum UnknownMembers
{
    /// <summary>Lost without a word, as in the real service.</summary>
    Drop,

    /// <summary>An error each: strict mode.</summary>
    Refuse,

    /// <summary>Stored: the object was seeded, so the service knows more fields than the rules.</summary>
    Keep,
}
