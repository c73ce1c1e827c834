using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Document.References;

/// <summary>
/// The names of a document's components, and of the elements that are added to them: the element's own name where it has one, else that of
/// its file or of its location; where that is in use, it follows the name of the file.
/// </summary>
internal sealed class ComponentNames
{
    /// <summary>The keys that precede the names of schemas and components in JSON pointers.</summary>
    private static readonly HashSet<string> s_structure = new(StringComparer.Ordinal)
    {
        "components", "schemas", "definitions", "$defs", "properties", "patternProperties", "paths", "content", "schema", "parameters",
        "headers", "examples", "requestBodies",
        "oneOf", "anyOf", "allOf", "prefixItems", "webhooks", "pathItems",
    };

    private readonly Dictionary<Element, NameScope> _names = [];

    public ComponentNames(JsonObject root, bool isVersion2)
    {
        foreach (Element kind in SpecGrammar.Kinds)
        {
            _names[kind] = new NameScope(Section(root, kind, isVersion2)?.Select(static member => member.Key) ?? []);
        }
    }

    /// <summary>The components of a kind that a document has.</summary>
    public static JsonObject? Section(JsonObject root, Element kind, bool isVersion2)
    {
        JsonNode? section = root;
        foreach (string token in SpecGrammar.Home(kind, isVersion2) ?? [])
        {
            section = (section as JsonObject)?[token];
        }

        return section == root ? null : section as JsonObject;
    }

    public string Assign(Element kind, ReferenceTarget target)
    {
        string name = Of(target);
        return _names[kind].TryReserve(name) ? name : _names[kind].Assign(Usable(FileName(target) + "-" + name));
    }

    /// <summary>A name that no component has.</summary>
    public string AssignUnused(Element kind) => _names[kind].Assign("unresolved");

    /// <summary>The requested name of a target, whether or not it is free.</summary>
    public static string Of(ReferenceTarget target)
    {
        IReadOnlyList<string> tokens = target.Tokens;
        return Usable(
            tokens.Count == 0 ? FileName(target)
            : tokens.Count >= 2 && IsSection(tokens[tokens.Count - 2]) ? tokens[tokens.Count - 1]
            : string.Join("-", Words(tokens).DefaultIfEmpty(FileName(target))));
    }

    /// <summary>The implied discriminator value of a schema without a mapping.</summary>
    public static string Implied(string reference)
    {
        int hash = reference.IndexOf('#');
        string last = Pointers.Tokens(hash < 0 ? "" : Uri.UnescapeDataString(reference.Substring(hash + 1))).LastOrDefault() ?? "";
        return last.Length > 0 ? last : Stem(Uri.UnescapeDataString(hash < 0 ? reference : reference.Substring(0, hash)));
    }

    private static bool IsSection(string token)
        => token is "schemas"
            or "definitions"
            or "$defs"
            or "parameters"
            or "responses"
            or "requestBodies"
            or "headers"
            or "examples"
            or "links"
            or "callbacks"
            or "securitySchemes"
            or "mediaTypes";

    private static IEnumerable<string> Words(IReadOnlyList<string> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            string? word = tokens[i] switch
            {
                "items" => "item",
                "additionalProperties" => "value",
                "requestBody" => "request",
                "responses" => "response",
                _ when s_structure.Contains(tokens[i]) => null,
                _ when i > 0 && tokens[i - 1] is "responses" or "content" => null,
                _ => tokens[i],
            };
            if (word is { Length: > 0 })
            {
                yield return word;
            }
        }
    }

    private static string FileName(ReferenceTarget target) => Stem(target.File.File.Path);

    private static string Stem(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    /// <summary>The letters that the specification allows in names of components.</summary>
    private static string Usable(string name)
    {
        string usable = new string(
            name.Select(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' ? c : '_')
                .ToArray()).Trim('_');
        return usable.Length > 0 ? usable : "part";
    }
}
