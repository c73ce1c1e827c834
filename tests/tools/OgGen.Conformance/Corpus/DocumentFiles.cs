using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OgGen.Conformance.Corpus;

/// <summary>The files of a folder that are OpenAPI documents, and the files that a document's references lead to.</summary>
internal static partial class DocumentFiles
{
    private static readonly string[] s_extensions = [".json", ".yaml", ".yml"];

    /// <summary>
    /// The documents below a folder by their path in it, with slashes. A file that cannot be read as JSON or YAML counts as a document
    /// where a line of it begins as one: the run lists it instead of ending.
    /// </summary>
    public static IReadOnlyList<CorpusDocument> Find(string folder)
        => [.. Directory.EnumerateFiles(folder = Path.GetFullPath(folder), "*", SearchOption.AllDirectories)
            .Where(static file => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), Path: file))
            .OrderBy(static file => file.Name, StringComparer.Ordinal)
            .Where(static file => IsOpenApi(file.Path))
            .Select(static file => new CorpusDocument(file.Name, file.Path) { HasParts = true })];

    /// <summary>
    /// The files that the references of a document, and of these files in turn, lead to; those that do not exist are left out.
    /// </summary>
    public static IReadOnlyList<string> Parts(string path)
    {
        List<string> found = [];
        HashSet<string> seen = [Path.GetFullPath(path)];
        Queue<string> pending = new(seen);
        while (pending.TryDequeue(out string? file))
        {
            foreach (string reference in FileReferences(DocumentText.ParseAny(file, File.ReadAllText(file))))
            {
                string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(reference)));
                if (seen.Add(target) && File.Exists(target))
                {
                    found.Add(target);
                    pending.Enqueue(target);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> FileReferences(JsonNode? node)
    {
        foreach ((string key, JsonNode? child) in node as JsonObject ?? [])
        {
            if (key == "$ref" && child?.GetValueKind() == JsonValueKind.String && child.ToString().Split('#')[0] is { Length: > 0 } file
                && !file.Contains("://", StringComparison.Ordinal))
            {
                yield return file;
            }
        }

        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject item => item.Select(static member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (string file in children.SelectMany(FileReferences))
        {
            yield return file;
        }
    }

    private static bool IsOpenApi(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return KeyInText().IsMatch(System.Text.Encoding.UTF8.GetString(bytes));
        }

        try
        {
            return HasKey(bytes);
        }
        catch (JsonException)
        {
            return KeyInText().IsMatch(System.Text.Encoding.UTF8.GetString(bytes));
        }
    }

    private static bool HasKey(ReadOnlySpan<byte> bytes)
    {
        Utf8JsonReader reader = new(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("openapi"u8) || reader.ValueTextEquals("swagger"u8))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    [GeneratedRegex("""^(\{\s*)?["']?(openapi|swagger)["']?\s*:""", RegexOptions.Multiline)]
    private static partial Regex KeyInText();
}
