using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>How a body is written.</summary>
internal enum BodyKind
{
    Json,

    /// <summary>JSON values one after another.</summary>
    JsonSequence,

    /// <summary>URL-encoded form fields.</summary>
    Form,

    Multipart,
    Text,

    /// <summary>Bytes as they are.</summary>
    Stream,
}

/// <summary>The body of a request.</summary>
internal sealed record BodyModel
{
    public required BodyKind Kind { get; init; }

    /// <summary>The parameter; null where there is one for each part instead.</summary>
    public required Identifier? Name { get; init; }

    public required TypeRef Type { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The parameter that names the content type, where the document leaves it open.</summary>
    public Identifier? ContentTypeName { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The fields of a form with a style other than the default.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; }

    /// <summary>The parts of a multipart body; none where the caller adds them.</summary>
    public EquatableArray<PartModel> Parts { get; init; }

    /// <summary>The method's local variable that holds the parts; null where the caller adds them.</summary>
    public string? PartsLocal { get; init; }

    /// <summary>The parts that have a type and no name, of which the caller gives a map; null where there are none.</summary>
    public PartModel? MoreParts { get; init; }
}

/// <summary>How a field of a form is written.</summary>
internal sealed record FormFieldModel
{
    public required string JsonName { get; init; }

    public required SerializationStyle Style { get; init; }

    public required bool Explode { get; init; }

    public required bool AllowReserved { get; init; }

    public required bool IsJson { get; init; }
}

/// <summary>The content of a part of a multipart body.</summary>
internal enum PartShape
{
    Text,

    /// <summary>A part for each string.</summary>
    Strings,

    /// <summary>Several strings in one part.</summary>
    JoinedStrings,
    Json,

    /// <summary>A part for each value.</summary>
    JsonItems,
    File,

    /// <summary>A part for each file.</summary>
    Files,
}

/// <summary>A part of a multipart body.</summary>
internal sealed record PartModel
{
    public required Identifier Name { get; init; }

    public required string JsonName { get; init; }

    public required PartShape Shape { get; init; }

    /// <summary>The type of the parameter.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>What is written as JSON: the value, or an item of it.</summary>
    public required TypeRef Written { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The content type in the document; null for the default.</summary>
    public string? ContentType { get; init; }

    /// <summary>The separator of the strings of one part.</summary>
    public string Separator { get; init; } = ",";

    public EquatableArray<PartHeader> Headers { get; init; }
}

/// <summary>A header of a part, and its parameter.</summary>
internal sealed record PartHeader(string JsonName, Identifier Name);
