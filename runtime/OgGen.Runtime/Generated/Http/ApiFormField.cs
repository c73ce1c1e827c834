using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>
/// How a member of a form is written, where that is not the standard way: <c>name=value</c>, an array as <c>name=a&amp;name=b</c>, an
/// object as JSON.
/// </summary>
/// <param name="name">The member.</param>
/// <param name="style">Its style, as for a query parameter.</param>
/// <param name="explode">Whether items and members stand one by one.</param>
/// <param name="allowReserved">Whether reserved characters are not encoded.</param>
/// <param name="isJson">Whether arrays and scalars are JSON too.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApiFormField(
    string name, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool isJson = false)
{
    /// <summary>The member.</summary>
    public string Name { get; } = name;

    /// <summary>Its style, as for a query parameter.</summary>
    public ParameterStyle Style { get; } = style;

    /// <summary>Whether items and members stand one by one.</summary>
    public bool Explode { get; } = explode;

    /// <summary>Whether reserved characters are not encoded.</summary>
    public bool AllowReserved { get; } = allowReserved;

    /// <summary>Whether the value is JSON text, whatever its shape.</summary>
    public bool IsJson { get; } = isJson;
}
