using System.Text.Json.Nodes;

namespace OgGen.Conformance.Corpus;

/// <summary>An operation as the document has it.</summary>
internal sealed record DocumentOperation(string Method, string Path, JsonObject PathItem, JsonObject Node)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A document as plain JSON, with the files that its references lead to: what the generated client is held to.</summary>
internal sealed class DocumentTree
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>More references than any leads through, unless it leads to itself.</summary>
    private const int MaxReferences = 64;

    private readonly JsonObject _root;
    private readonly IReadOnlyDictionary<string, JsonNode?> _parts;

    /// <param name="root">The document.</param>
    /// <param name="parts">
    /// Other files by their path from the document, with all references from there, too; see <see cref="DocumentParts"/>.
    /// </param>
    public DocumentTree(JsonObject root, IReadOnlyDictionary<string, JsonNode?>? parts = null)
    {
        DocumentIds.Rewrite(root);
        _root = root;
        _parts = parts ?? new Dictionary<string, JsonNode?>();
        IsVersion2 = root["swagger"] is not null;
        Version = (root["openapi"] ?? root["swagger"])?.ToString() ?? "";
        Schemas = (IsVersion2 ? root["definitions"] : root["components"]?["schemas"]) as JsonObject ?? [];
        SchemasPointer = IsVersion2 ? "#/definitions/" : "#/components/schemas/";
        Operations = [.. FindOperations()];
    }

    public static DocumentTree Read(CorpusDocument document)
    {
        JsonObject root = DocumentText.Parse(document.Path, File.ReadAllText(document.Path));
        return new DocumentTree(root, DocumentParts.Read(document, root));
    }

    public bool IsVersion2 { get; }

    public string Version { get; }

    public JsonObject Root => _root;

    /// <summary>The component schemas by name.</summary>
    public JsonObject Schemas { get; }

    /// <summary>Where they stand, with a slash at the end.</summary>
    public string SchemasPointer { get; }

    public IReadOnlyList<DocumentOperation> Operations { get; }

    /// <summary>The unions by inheritance among the component schemas.</summary>
    public DocumentHeirs Heirs => field ??= new DocumentHeirs(this);

    /// <summary>Follows <c>$ref</c> until something else is reached; null where it leads nowhere, or to itself.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        int left = MaxReferences;
        return Resolve(node, ref left);
    }

    /// <summary>
    /// The node that a reference or a pointer with <c>#</c> names, following references on the way; null where there is none.
    /// </summary>
    public JsonNode? Find(string reference)
    {
        int left = MaxReferences;
        return Find(reference, ref left);
    }

    private JsonNode? Resolve(JsonNode? node, ref int left)
    {
        while (node is JsonObject item && item["$ref"] is JsonValue reference)
        {
            node = left-- > 0 ? Find(reference.ToString(), ref left) : null;
        }

        return node;
    }

    private JsonNode? Find(string reference, ref int left)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string file = hash < 0 ? reference : reference[..hash];
        string pointer = hash < 0 ? "" : reference[(hash + 1)..];
        JsonNode? node = file.Length == 0 ? _root : _parts.GetValueOrDefault(file);
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            // The name of an anchor that there is not.
            return null;
        }

        foreach (string token in pointer.Split('/').Skip(1))
        {
            if (node is JsonObject step && step["$ref"] is JsonValue)
            {
                node = Resolve(node, ref left);
            }

            string key = Uri.UnescapeDataString(token)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject item => item[key],
                JsonArray array when int.TryParse(key, out int index) && index >= 0 && index < array.Count => array[index],
                _ => null,
            };
        }

        return node;
    }

    public static string Escape(string key)
        => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private IEnumerable<DocumentOperation> FindOperations()
    {
        foreach ((string path, JsonNode? item) in _root["paths"] as JsonObject ?? [])
        {
            if (!path.StartsWith('/') || Resolve(item) is not JsonObject pathItem)
            {
                continue;
            }

            foreach (string method in s_methods)
            {
                if (pathItem[method] is JsonObject operation)
                {
                    yield return new DocumentOperation(method.ToUpperInvariant(), path, pathItem, operation);
                }
            }

            foreach ((string method, JsonNode? operation) in pathItem["additionalOperations"] as JsonObject ?? [])
            {
                if (operation is JsonObject node)
                {
                    yield return new DocumentOperation(method, path, pathItem, node);
                }
            }
        }
    }
}
