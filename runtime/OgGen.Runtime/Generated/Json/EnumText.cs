using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>The storage of generated string enumerations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumText
{
    /// <summary>
    /// The field of a string enumeration. The empty string is kept as <see langword="null"/>, so that it equals the default
    /// value of the struct.
    /// </summary>
    /// <exception cref="ArgumentNullException">The string is null.</exception>
    public static string? Keep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }
}
