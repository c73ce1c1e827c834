using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Corpus;

/// <summary>
/// The files that a document's references lead to. A reference counts from the file in which it stands (RFC 3986, 5.1), so all are
/// rewritten to count from the document: <c>#/Pet</c> in <c>parts/pets.yaml</c> is <c>parts/pets.yaml#/Pet</c>.
/// </summary>
internal static class DocumentParts
{
    /// <summary>
    /// Reads the files of a document by their path from it, and rewrites the references of all, those of the document too.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonNode?> Read(CorpusDocument document, JsonObject root)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(document.Path))!;
        Rewrite(root, document.Path);
        return document.References.ToDictionary(file => NameOf(file), file =>
        {
            JsonNode? part = DocumentText.ParseAny(file, File.ReadAllText(file));
            Rewrite(part, file);
            return part;
        });

        void Rewrite(JsonNode? node, string file)
        {
            if (node is JsonObject item && item["$ref"]?.GetValueKind() == JsonValueKind.String)
            {
                item["$ref"] = FromDocument(item["$ref"]!.ToString(), file);
            }

            JsonObject mapping = (node as JsonObject)?["discriminator"] is JsonObject discriminator
                && discriminator["mapping"] is JsonObject values ? values : [];
            foreach ((string value, JsonNode? target) in mapping.ToArray())
            {
                // A name without a path is that of a component.
                if (target?.GetValueKind() == JsonValueKind.String && target.ToString().AsSpan().ContainsAny('#', '/', '.'))
                {
                    mapping[value] = FromDocument(target.ToString(), file);
                }
            }

            foreach (JsonNode? child in node switch
            {
                JsonObject map => map.Select(static member => member.Value),
                JsonArray list => list,
                _ => [],
            })
            {
                Rewrite(child, file);
            }
        }

        string FromDocument(string reference, string file)
        {
            int hash = reference.IndexOf('#', StringComparison.Ordinal);
            string target = hash < 0 ? reference : reference[..hash];
            if (target.Contains("://", StringComparison.Ordinal))
            {
                return reference;
            }

            string name = NameOf(
                target.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Uri.UnescapeDataString(target)));
            return name + (hash < 0 ? "#" : reference[hash..]);
        }

        // The document itself has no name: its pointers begin with '#'.
        string NameOf(string file)
            => Path.GetFullPath(file) == Path.GetFullPath(document.Path)
                ? ""
                : Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace(Path.DirectorySeparatorChar, '/');
    }
}
