namespace OgGen.Json;

/// <summary>Which members of a model are written.</summary>
public enum JsonWriteMode
{
    /// <summary>Everything the model holds.</summary>
    Full,

    /// <summary>The members of a request: those that the document marks <c>readOnly</c> are left out.</summary>
    Request,

    /// <summary>
    /// For display: like <see cref="Full"/>, with secrets, and members that the document does not describe, printed as <c>***</c>.
    /// </summary>
    Display,
}
