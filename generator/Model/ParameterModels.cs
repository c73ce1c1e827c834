using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>A piece of a path: text, or a parameter.</summary>
internal sealed record PathPart(string Text, Identifier? ParameterName);

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string.</summary>
    QueryString,
}

/// <summary>How the runtime is given a parameter's value.</summary>
internal enum ParameterShape
{
    /// <summary>One value that a request takes as it is: a string, and where the method has an overload a number or a boolean.</summary>
    Plain,

    /// <summary>One value, which becomes a string first.</summary>
    Text,

    /// <summary>Several texts.</summary>
    List,

    /// <summary>What the value is tells only the value: it is handed over with its codec.</summary>
    Value,

    /// <summary>JSON text.</summary>
    Json,
}

/// <summary>How the items of a list and the members of an object are written: the styles of the specification, and tabs between items.</summary>
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

    public required ParameterPlace Place { get; init; }

    public required ParameterShape Shape { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>The type with which the value is written: it may be null where the parameter may be left out.</summary>
    public required TypeRef Written { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The style; null for the standard one of the place, and where a style has no meaning.</summary>
    public required SerializationStyle? Style { get; init; }

    /// <summary>Whether each item and member has its own pair; null for the standard of the place, and where it has no meaning.</summary>
    public required bool? Explode { get; init; }

    /// <summary>Whether reserved characters are sent as they are; never where it has no meaning.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Whether the value is several segments of the path.</summary>
    public bool HasSegments { get; init; }

    /// <summary>Of a form in the query string: the members that are not written in the standard way.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; }

    public required DocModel Doc { get; init; }
}
