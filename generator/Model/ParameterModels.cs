using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>A piece of a path: a literal, or a parameter.</summary>
internal sealed record PathPart(string Text, Identifier? ParameterName);

internal enum ParameterIn
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string.</summary>
    QueryString,
}

/// <summary>How a parameter's value is passed to the runtime.</summary>
internal enum ParameterShape
{
    /// <summary>One value with an overload of its own: a string, and for some methods a number or a boolean.</summary>
    Plain,

    /// <summary>One value, which is converted to a string first.</summary>
    Text,

    /// <summary>Several strings.</summary>
    List,

    /// <summary>A value whose form is known at run time only: it is passed with its codec.</summary>
    Value,

    /// <summary>JSON text.</summary>
    Json,
}

/// <summary>
/// How the items of a list and the members of an object are written: the styles of the specification, and tabs between items.
/// </summary>
internal enum SerializationStyle
{
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    TabDelimited,
    Label,
    Matrix,
    DeepObject,
}

/// <summary>A parameter of a method.</summary>
internal sealed record ParameterModel
{
    public required Identifier Name { get; init; }

    public required string JsonName { get; init; }

    public required ParameterIn In { get; init; }

    public required ParameterShape Shape { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>The type with which the value is written: it may be null where the parameter may be left out.</summary>
    public required TypeRef Written { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The style; null for the default, and where a style has no effect.</summary>
    public required SerializationStyle? Style { get; init; }

    /// <summary>Whether each item and member has its own pair; null for the default, and where it has no effect.</summary>
    public required bool? Explode { get; init; }

    /// <summary>Whether reserved characters are sent unescaped.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Whether the value is several segments of the path.</summary>
    public bool HasSegments { get; init; }

    /// <summary>For a form in the query string: the members with a style other than the default.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; }

    public required DocModel Doc { get; init; }
}
