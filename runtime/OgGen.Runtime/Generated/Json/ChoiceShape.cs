using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>How a JSON value may begin.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonKinds
{
    /// <summary>No value.</summary>
    None = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number.</summary>
    Number = 8,

    /// <summary>A boolean.</summary>
    Boolean = 16,
}

/// <summary>By what one case of a choice is recognised.</summary>
/// <param name="kinds">How its values begin.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChoiceShape(JsonKinds kinds)
{
    /// <summary>How its values begin.</summary>
    public JsonKinds Kinds { get; } = kinds;

    /// <summary>The members that its objects must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The other members that its objects may have.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Members that hold one of certain strings, integers or booleans, as text.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Constants { get; init; } = [];

    /// <summary>The values that the document names, as text, where this case is an enumeration that others begin like.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
