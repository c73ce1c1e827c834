namespace OgGen.Generator.Tests.Support;

/// <summary>Why it is right that a keyword has no effect at all.</summary>
internal enum Kept
{
    /// <summary>The specification addresses it to people and tools that read the document.</summary>
    ForReaders,

    /// <summary>It allows something that the client does in any case.</summary>
    Allowed,

    /// <summary>The specification gives it no meaning in this object.</summary>
    Meaningless,
}
