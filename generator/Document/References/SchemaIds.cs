using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The schemas of a file by their identifiers: <c>$id</c>, <c>$anchor</c> and <c>$dynamicAnchor</c> of JSON Schema.</summary>
internal sealed class SchemaIds
{
    private static readonly string[] s_keywords = ["$id", "$anchor", "$dynamicAnchor"];

    /// <summary>Members whose keys are names of the document's own.</summary>
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters", "headers",
        "requestBodies", "content", "paths", "webhooks",
    };

    private static readonly HashSet<string> s_data = new(
        StringComparer.Ordinal) { "example", "examples", "default", "const", "enum", "value" };

    private readonly Uri _base;
    private readonly Dictionary<string, NodeLocation> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Resource, string Anchor), NodeLocation> _anchors = [];
    private readonly Dictionary<string, int> _dynamic = new(StringComparer.Ordinal);

    private SchemaIds(SpecTree file)
    {
        string? self = file.Root is JsonObject top ? JsonMembers.String(top, "$self") : null;
        var home = new Uri(
            "https://oggen.invalid/"
                + string.Join("/", RelativePath.Normalize(file.File.Path).TrimStart('/').Split('/').Select(Uri.EscapeDataString)));
        _base = self is not null && Uri.TryCreate(home, self, out Uri? named) ? named : home;
        if (s_keywords.Any(keyword => file.File.Text!.IndexOf(keyword, StringComparison.Ordinal) >= 0))
        {
            Collect(file.Root, NodePath.Root(), _base, isNames: false);
        }
    }

    private bool IsEmpty => _resources.Count == 0 && _anchors.Count == 0;

    public static SchemaIds Of(SpecTree file) => new(file);

    /// <summary>
    /// The location of the schema that a reference identifies, and the rest of the pointer; null where there is no such schema.
    /// </summary>
    public (NodeLocation Location, string Pointer)? Find(string reference, IReadOnlyList<string> holder)
    {
        if (IsEmpty || !Uri.TryCreate(BaseOf(holder).Base, reference, out Uri? full))
        {
            return null;
        }

        string fragment = Uri.UnescapeDataString(full.Fragment.TrimStart('#'));
        string resource = Resource(full);
        if (fragment.Length == 0 || fragment[0] == '/')
        {
            return _resources.TryGetValue(resource, out NodeLocation? nodeLocation) ? (nodeLocation, fragment) : null;
        }

        if (_anchors.TryGetValue((resource, fragment), out NodeLocation? anchored))
        {
            return (anchored, "");
        }

        // Authors of OpenAPI documents regard a whole document as one resource.
        NodeLocation[] others = reference[0] == '#'
            ? _anchors.Where(anchor => anchor.Key.Anchor == fragment).Select(static anchor => anchor.Value).ToArray()
            : [];
        return others.Length == 1 ? (others[0], "") : null;
    }

    /// <summary>The pointer of the nearest enclosing schema with an <c>$id</c>; null where there is none.</summary>
    public IReadOnlyList<string>? ResourceAround(IReadOnlyList<string> holder) => IsEmpty ? null : BaseOf(holder).Tokens;

    /// <summary>How many schemas have a dynamic anchor.</summary>
    public int CountDynamic(string anchor) => _dynamic.TryGetValue(anchor, out int count) ? count : 0;

    private (Uri Base, IReadOnlyList<string>? Tokens) BaseOf(IReadOnlyList<string> holder)
    {
        (Uri @base, int length) = (_base, -1);
        NodeLocation nodeLocation = NodeLocation.Root;
        for (int i = 0; i <= holder.Count; i++)
        {
            if (_bases.TryGetValue(nodeLocation.Pointer, out Uri? nearer))
            {
                (@base, length) = (nearer, i);
            }

            nodeLocation = i < holder.Count ? nodeLocation.Child(holder[i]) : nodeLocation;
        }

        return (@base, length < 0 ? null : holder.Take(length).ToArray());
    }

    private void Collect(JsonNode? node, NodePath path, Uri @base, bool isNames)
    {
        if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                Collect(list[i], path.Child(i), @base, isNames: false);
            }
        }

        if (node is not JsonObject item)
        {
            return;
        }

        if (!isNames)
        {
            @base = Name(item, path, @base);
        }

        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            if (isNames || !s_data.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                Collect(member.Value, path.Child(member.Key), @base, !isNames && s_names.Contains(member.Key));
            }
        }
    }

    /// <summary>Adds the identifiers of a schema. Returns the base URI for the schemas below it.</summary>
    private Uri Name(JsonObject item, NodePath path, Uri @base)
    {
        if (JsonMembers.String(item, "$id") is { Length: > 0 } id)
        {
            if (id[0] == '#')
            {
                // JSON Schema had anchors in $id before $anchor.
                Add(id.Substring(1));
            }
            else if (Uri.TryCreate(@base, id, out Uri? named))
            {
                @base = named;
                _bases[path.Pointer] = named;
                AddOnce(_resources, Resource(named), path.Location);
            }
        }

        foreach (string keyword in s_keywords.Skip(1))
        {
            if (JsonMembers.String(item, keyword) is { Length: > 0 } anchor)
            {
                Add(anchor);
                if (keyword == "$dynamicAnchor")
                {
                    _dynamic[anchor] = CountDynamic(anchor) + 1;
                }
            }
        }

        return @base;

        void Add(string anchor) => AddOnce(_anchors, (Resource(@base), anchor), path.Location);
    }

    private static void AddOnce<TKey>(Dictionary<TKey, NodeLocation> locations, TKey key, NodeLocation nodeLocation)
    {
        if (!locations.ContainsKey(key))
        {
            locations.Add(key, nodeLocation);
        }
    }

    private static string Resource(Uri uri) => uri.AbsoluteUri.Split('#')[0];
}
