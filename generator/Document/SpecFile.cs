using OgGen.Generator.Common;

namespace OgGen.Generator.Document;

/// <summary>A declared document: its text, and the options that the project sets.</summary>
internal sealed record SpecFile
{
    public required string Path { get; init; }

    /// <summary>The text; null where the compiler could not read the file.</summary>
    public required string? Text { get; init; }

    /// <summary>Whether the file is Unicode: the compiler replaces bytes that are not.</summary>
    public bool IsUnicode { get; init; } = true;

    /// <summary>Whether the file is only a target of references, as the project writes it.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether nothing is generated from the file itself.</summary>
    public bool IsReference => Reference.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The namespace of the generated code; empty where neither item nor project names one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The earlier document with the same namespace, if there is one: names of types and files would collide.</summary>
    public string? NamespaceOwner { get; init; }

    /// <summary>The client's name; empty where it follows from the document's title.</summary>
    public required string Client { get; init; }

    /// <summary><c>public</c> or <c>internal</c>, as written.</summary>
    public required string Access { get; init; }

    /// <summary>Whether the document is a third party's, as the project writes it.</summary>
    public string ThirdParty { get; init; } = "";

    /// <summary>Whether errors that leave a client that compiles are reported as warnings.</summary>
    public bool IsThirdParty => ThirdParty.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tags whose operations are generated; empty for all.</summary>
    public required EquatableArray<string> Tags { get; init; }

    /// <summary>The beginnings of the paths whose operations are generated; empty for all.</summary>
    public required EquatableArray<string> Paths { get; init; }
}
