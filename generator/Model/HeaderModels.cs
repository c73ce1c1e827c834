using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>The class of the headers of some responses.</summary>
internal sealed record HeadersModel
{
    public required string Name { get; init; }

    public required EquatableArray<HeaderModel> Headers { get; init; }
}

/// <summary>How the value of a header is read.</summary>
internal enum HeaderForm
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>Values between commas.</summary>
    List,

    /// <summary>Names and values between commas, alternating.</summary>
    Members,

    /// <summary>Names with their values between commas: <c>name=value</c>.</summary>
    Pairs,

    /// <summary>JSON.</summary>
    Json,
}

/// <summary>A header of responses.</summary>
internal sealed record HeaderModel
{
    /// <summary>The property.</summary>
    public required string Name { get; init; }

    /// <summary>The header as the document writes it.</summary>
    public required string HeaderName { get; init; }

    /// <summary>The type of the value; null for a plain string.</summary>
    public TypeRef? Type { get; init; }

    public HeaderForm Form { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsDeprecated { get; init; }
}
