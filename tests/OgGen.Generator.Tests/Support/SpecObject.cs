namespace OgGen.Generator.Tests.Support;

/// <summary>The versions of OpenAPI that have a keyword.</summary>
[Flags]
internal enum Versions
{
    None = 0,
    V20 = 1,
    V30 = 2,
    V31 = 4,
    V32 = 8,
    Since31 = V31 | V32,
    Since30 = V30 | V31 | V32,
    All = V20 | V30 | V31 | V32,
}

/// <summary>An object of the specification, with its keywords.</summary>
/// <param name="Name">As the specification calls it.</param>
/// <param name="Given">The members that the object has beside a keyword, in the flow style of YAML.</param>
/// <param name="Document">
/// A document of version 3 with <c>§</c> in place of the object's members, and <c>{version}</c> for the version;
/// empty where no version 3 has the object.
/// </param>
/// <param name="Document2">The same for Swagger 2.0; empty where that does not have the object.</param>
/// <param name="Keywords">In the order of the specification.</param>
internal sealed record SpecObject(string Name, string Given, string Document, string Document2, params KeywordProbe[] Keywords);

/// <summary>A keyword, and the smallest documents that show what becomes of it.</summary>
/// <param name="Versions">The versions that have the keyword, and for which these documents are.</param>
/// <param name="Keyword">The keyword.</param>
/// <param name="Value">A value, in the flow style of YAML.</param>
internal sealed record KeywordProbe(Versions Versions, string Keyword, string Value)
{
    /// <summary>The value to compare with; null compares with a document without the keyword.</summary>
    public string? Other { get; init; }

    /// <summary>A value that breaks a rule, for a keyword that is only checked.</summary>
    public string? Wrong { get; init; }

    /// <summary>Why it is right that the keyword has no effect at all.</summary>
    public Kept? Kept { get; init; }

    /// <summary>The members of the object beside the keyword, where those that the object has do not show its effect.</summary>
    public string? Given { get; init; }

    /// <summary>The document, where that of the object does not show the effect.</summary>
    public string? Document { get; init; }

    /// <summary>The same for Swagger 2.0.</summary>
    public string? Document2 { get; init; }

    /// <summary>What becomes of the keyword in C#, as Markdown.</summary>
    public string Note { get; init; } = "";
}
