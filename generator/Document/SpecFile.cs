using OgGen.Generator.Common;

namespace OgGen.Generator.Document;

/// <summary>A declared document: its text, and what the project says of it.</summary>
internal sealed record SpecFile
{
    public required string Path { get; init; }

    /// <summary>The text; null where the compiler could not read the file.</summary>
    public required string? Text { get; init; }

    /// <summary>Whether the text is what the file says: of bytes that are no Unicode, the compiler makes other characters.</summary>
    public bool IsUnicode { get; init; } = true;

    /// <summary>Whether the file only serves the references of others, as written.</summary>
    public required string Reference { get; init; }

    /// <summary>Nothing is generated from such a file itself.</summary>
    public bool IsReference => Reference.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The namespace of the generated code; empty where neither item nor project names one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The document that has the same namespace and comes first: two in one would collide in names of types and files.</summary>
    public string? NamespaceOwner { get; init; }

    /// <summary>The client's name; empty where it follows from the document's title.</summary>
    public required string Client { get; init; }

    /// <summary><c>public</c> or <c>internal</c>, as written.</summary>
    public required string Access { get; init; }

    /// <summary>Whether the document is somebody else's, as written.</summary>
    public string ThirdParty { get; init; } = "";

    /// <summary>What cannot be mended in such a document, and leaves a client that compiles, is a warning.</summary>
    public bool IsThirdParty => ThirdParty.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tags whose operations are generated; empty for all.</summary>
    public required EquatableArray<string> Tags { get; init; }

    /// <summary>The beginnings of the paths whose operations are generated; empty for all.</summary>
    public required EquatableArray<string> Paths { get; init; }
}
