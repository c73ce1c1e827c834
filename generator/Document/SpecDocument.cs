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
    private readonly Func<string, string>? _origin;

    private SpecDocument(OpenApiDocument document, JsonObject tree, SourceMap map, Func<string, string>? origin)
    {
        Document = document;
        Tree = tree;
        _map = map;
        _origin = origin;
    }

    public OpenApiDocument Document { get; }

    /// <summary>The tree from which the document was read: references led nowhere else, and 2.0 has become 3.0.</summary>
    public JsonObject Tree { get; }

    /// <summary>The JSON pointer in the text for one in the document, which differ where the text is Swagger 2.0.</summary>
    public string Origin(string pointer) => _origin?.Invoke(pointer) ?? pointer;

    /// <summary>Where something stands in the text that people wrote, for a comment.</summary>
    public string Describe(string pointer) => _map.Describe(Origin(pointer));

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

        SchemaReferences.Connect(document);
        return new SpecDocument(document, tree.Root, map, tree.Origin);
    }
}
