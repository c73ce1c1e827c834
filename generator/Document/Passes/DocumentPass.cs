using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Passes;

/// <summary>The properties of a document's tree that passes establish and rely on.</summary>
internal enum TreeProperty
{
    /// <summary>JSON pointers are those of the source text, so that problems can be reported at them.</summary>
    HasTextPointers,

    /// <summary>No list and no map has more elements than <see cref="Common.Limits"/> allow.</summary>
    IsWithinLimits,

    /// <summary>Every reference leads to a component of the document, or is reported.</summary>
    RefersToComponents,

    /// <summary>No chain of references is a circle, and none is longer than <see cref="Common.Limits.Depth"/>.</summary>
    HasShortChains,

    /// <summary>Keywords have values of the type that the specification gives them.</summary>
    IsWellTyped,

    /// <summary>No schema requires a member that nothing describes.</summary>
    HasDescribedRequirements,

    /// <summary>Paths have no templates of queries.</summary>
    HasPlainPaths,

    /// <summary>The document is OpenAPI 3.x, not Swagger 2.0.</summary>
    IsVersion3,
}

/// <summary>A document on its way from the text to Microsoft.OpenApi.</summary>
/// <param name="Root">The document.</param>
/// <param name="SourcePointer">Maps a JSON pointer of the tree to that of the source text; null where they are the same.</param>
internal sealed record DocumentTree(JsonObject Root, Func<string, string>? SourcePointer = null);

/// <summary>The input of passes beside the tree.</summary>
/// <param name="Sources">The document's file and those that its references may lead to.</param>
/// <param name="Map">The source locations of elements that were moved or imported.</param>
/// <param name="Problems">The list that problems are added to.</param>
/// <param name="CancellationToken">Cancels the pass.</param>
internal sealed record PassInput(SpecSources Sources, SourceMap Map, List<Problem> Problems, CancellationToken CancellationToken);

/// <summary>A step over a document's tree.</summary>
/// <param name="Needs">The properties that the pass relies on.</param>
/// <param name="Gives">The properties that the pass establishes.</param>
/// <param name="Ends">The properties that the pass invalidates.</param>
/// <param name="Run">The step; its result is the tree for the next one.</param>
internal sealed record DocumentPass(
    TreeProperty[] Needs, TreeProperty[] Gives, TreeProperty[] Ends, Func<DocumentTree, PassInput, DocumentTree> Run);
