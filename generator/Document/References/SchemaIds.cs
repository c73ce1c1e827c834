using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The schemas of a file by the names that they have beside their place: <c>$id</c>, <c>$anchor</c> and <c>$dynamicAnchor</c> of JSON Schema.</summary>
internal sealed class SchemaIds
{
    private static readonly string[] s_keywords = ["$id", "$anchor", "$dynamicAnchor"];

    /// <summary>Members whose keys are names of the document's own.</summary>
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters", "headers", "requestBodies", "content", "paths", "webhooks",
    };

    private static readonly HashSet<string> s_data = new(StringComparer.Ordinal) { "example", "examples", "default", "const", "enum", "value" };

    private readonly Uri _base;
    private readonly Dictionary<string, Place> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Resource, string Anchor), Place> _anchors = [];
    private readonly Dictionary<string, int> _dynamic = new(StringComparer.Ordinal);

    private SchemaIds(SpecTree file)
    {
        string? self = file.Root is JsonObject top ? JsonMembers.String(top, "$self") : null;
        var home = new Uri("https://oggen.invalid/" + string.Join("/", RelativePath.Normalize(file.File.Path).TrimStart('/').Split('/').Select(Uri.EscapeDataString)));
        _base = self is not null && Uri.TryCreate(home, self, out Uri? named) ? named : home;
        if (s_keywords.Any(keyword => file.File.Text!.IndexOf(keyword, StringComparison.Ordinal) >= 0))
        {
            Collect(file.Root, Place.Root, _base, isNames: false);
        }
    }

    private bool IsEmpty => _resources.Count == 0 && _anchors.Count == 0;

    public static SchemaIds Of(SpecTree file) => new(file);

    /// <summary>The place of the schema that a reference names, and the pointer that goes on from there; null where it names none.</summary>
    public (Place Place, string Pointer)? Find(string reference, IReadOnlyList<string> holder)
    {
        if (IsEmpty || !Uri.TryCreate(BaseOf(holder).Base, reference, out Uri? full))
        {
            return null;
        }

        string fragment = Uri.UnescapeDataString(full.Fragment.TrimStart('#'));
        string resource = Resource(full);
        if (fragment.Length == 0 || fragment[0] == '/')
        {
            return _resources.TryGetValue(resource, out Place? place) ? (place, fragment) : null;
        }

        if (_anchors.TryGetValue((resource, fragment), out Place? anchored))
        {
            return (anchored, "");
        }

        // Authors of OpenAPI documents take all of a document for one resource.
        Place[] others = reference[0] == '#' ? _anchors.Where(anchor => anchor.Key.Anchor == fragment).Select(static anchor => anchor.Value).ToArray() : [];
        return others.Length == 1 ? (others[0], "") : null;
    }

    /// <summary>The pointer of the nearest schema around a place that has an <c>$id</c>; null where there is none.</summary>
    public IReadOnlyList<string>? ResourceAround(IReadOnlyList<string> holder) => IsEmpty ? null : BaseOf(holder).Tokens;

    /// <summary>How many schemas have a dynamic anchor.</summary>
    public int CountDynamic(string anchor) => _dynamic.TryGetValue(anchor, out int count) ? count : 0;

    private (Uri Base, IReadOnlyList<string>? Tokens) BaseOf(IReadOnlyList<string> holder)
    {
        (Uri @base, int length) = (_base, -1);
        Place place = Place.Root;
        for (int i = 0; i <= holder.Count; i++)
        {
            if (_bases.TryGetValue(place.Pointer, out Uri? nearer))
            {
                (@base, length) = (nearer, i);
            }

            place = i < holder.Count ? place.Child(holder[i]) : place;
        }

        return (@base, length < 0 ? null : holder.Take(length).ToArray());
    }

    private void Collect(JsonNode? node, Place place, Uri @base, bool isNames)
    {
        if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                Collect(list[i], place.Child(i), @base, isNames: false);
            }
        }

        if (node is not JsonObject item)
        {
            return;
        }

        if (!isNames)
        {
            @base = Name(item, place, @base);
        }

        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            if (isNames || !s_data.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                Collect(member.Value, place.Child(member.Key), @base, !isNames && s_names.Contains(member.Key));
            }
        }
    }

    /// <summary>Takes the names of a schema; the URI from which names below it count.</summary>
    private Uri Name(JsonObject item, Place place, Uri @base)
    {
        if (JsonMembers.String(item, "$id") is { Length: > 0 } id)
        {
            if (id[0] == '#')
            {
                // As JSON Schema had it before $anchor.
                Add(id.Substring(1));
            }
            else if (Uri.TryCreate(@base, id, out Uri? named))
            {
                @base = named;
                _bases[place.Pointer] = named;
                AddOnce(_resources, Resource(named), place);
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

        void Add(string anchor) => AddOnce(_anchors, (Resource(@base), anchor), place);
    }

    private static void AddOnce<TKey>(Dictionary<TKey, Place> places, TKey key, Place place)
    {
        if (!places.ContainsKey(key))
        {
            places.Add(key, place);
        }
    }

    private static string Resource(Uri uri) => uri.AbsoluteUri.Split('#')[0];
}
