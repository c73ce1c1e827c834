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
    /// <summary>One text.</summary>
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

    public required SerializationStyle Style { get; init; }

    public required bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Of a form in the query string: the members that are not written in the standard way.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; }

    public required DocModel Doc { get; init; }
}
