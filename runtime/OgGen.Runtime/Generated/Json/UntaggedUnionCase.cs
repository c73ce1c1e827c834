using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>The kinds of JSON values.</summary>
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

/// <summary>The shape of one case of an untagged union, by which its values are recognized.</summary>
/// <param name="kinds">The JSON kinds of its values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UntaggedUnionCase(JsonKinds kinds)
{
    /// <summary>The JSON kinds of its values.</summary>
    public JsonKinds Kinds { get; } = kinds;

    /// <summary>The members that its objects must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The other members that its objects may have.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Members with certain constant strings, integers or booleans, as strings.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Constants { get; init; } = [];

    /// <summary>The documented values of an enumeration, as strings, where other cases have the same JSON kind.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
