using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>How generated enumerations keep their text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumText
{
    /// <summary>
    /// The field of an enumeration over a text. The empty text is kept as <see langword="null"/>, so that it equals the value of a
    /// struct that nobody has set.
    /// </summary>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static string? Keep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }
}
