using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document;

/// <summary>A document, parsed.</summary>
internal sealed class SpecDocument
{
    private readonly SourceMap _map;
    private readonly Func<string, string>? _sourcePointer;

    private SpecDocument(OpenApiDocument document, JsonObject tree, SourceMap map, Func<string, string>? sourcePointer)
    {
        Document = document;
        Tree = tree;
        _map = map;
        _sourcePointer = sourcePointer;
    }

    public OpenApiDocument Document { get; }

    /// <summary>The tree from which the document was read: all references are local, and Swagger 2.0 is converted to OpenAPI 3.0.</summary>
    public JsonObject Tree { get; }

    /// <summary>The JSON pointer in the source text for one in the document. They differ for Swagger 2.0.</summary>
    public string SourcePointer(string pointer) => _sourcePointer?.Invoke(pointer) ?? pointer;

    /// <summary>The source location of an element, for a comment.</summary>
    public string Describe(string pointer) => _map.Describe(SourcePointer(pointer));

    /// <summary>Reads a document; null where it is no OpenAPI document.</summary>
    public static SpecDocument? Read(SpecSources sources, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        JsonNode parsed = SpecText.Parse(sources.Root, problems, cancellationToken);
        if (SpecVersion.Check(parsed, problems) is not { } root)
        {
            return null;
        }

        DocumentTree tree = DocumentPasses.Run(new DocumentTree(root), new PassInput(sources, map, problems, cancellationToken));
        if (OpenApiTreeReader.Read(tree, problems) is not { } document)
        {
            return null;
        }

        ReferenceTargets.Connect(document);
        return new SpecDocument(document, tree.Root, map, tree.SourcePointer);
    }
}
