using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>An element that became a component, whose own references are imported next.</summary>
internal readonly record struct ImportedElement(JsonNode Node, Element Kind, ImportLocation Location);

/// <summary>The components of a document while references are imported: those that it has, and those that are added to it.</summary>
internal sealed class ImportedComponents(JsonObject root, SpecVersion version, SourceMap map)
{
    private readonly ComponentNames _names = new(root, version.IsSwagger);
    private readonly Dictionary<(SpecTree File, string Pointer, Element Kind), string> _imported = [];
    private readonly HashSet<JsonNode> _added = [];
    private readonly Queue<ImportedElement> _pending = new();
    private readonly Dictionary<Element, string> _unresolved = [];

    /// <summary>The version of the document.</summary>
    public SpecVersion Version => version;

    /// <summary>Whether a kind of element can be a component, so that references to it are imported.</summary>
    public bool Has(Element kind) => SpecGrammar.Home(kind, version.IsSwagger) is not null;

    /// <summary>The components of a kind that the document has; null where it has none.</summary>
    public JsonObject? Section(Element kind) => ComponentNames.Section(root, kind, version.IsSwagger);

    /// <summary>The location of a component.</summary>
    public NodeLocation LocationOf(Element kind, string name)
        => SpecGrammar.Home(kind, version.IsSwagger)!
            .Aggregate(NodeLocation.Root, static (nodeLocation, token) => nodeLocation.Child(token))
            .Child(name);

    public string ReferenceTo(Element kind, string name) => SpecGrammar.ReferenceTo(kind, version.IsSwagger, name);

    /// <summary>Whether a node was added as a component, and is walked as one.</summary>
    public bool IsAdded(JsonNode node) => _added.Contains(node);

    public bool IsImported(ReferenceTarget target, Element kind) => _imported.ContainsKey((target.File, target.Pointer, kind));

    /// <summary>The next component whose own references are to be imported.</summary>
    public bool TryDequeue(out ImportedElement next)
    {
        bool hasNext = _pending.Count > 0;
        next = hasNext ? _pending.Dequeue() : default;
        return hasNext;
    }

    /// <summary>The name of the component that is a copy of a target.</summary>
    public string Import(ReferenceTarget target, Element kind)
    {
        if (!_imported.TryGetValue((target.File, target.Pointer, kind), out string? name))
        {
            name = _names.Assign(kind, target);
            Add(kind, name, target.Node?.DeepClone(), target);
        }

        return name;
    }

    /// <summary>Adds an element to the components. Its references are relative to its source location.</summary>
    public void Add(Element kind, string name, JsonNode? node, ReferenceTarget target)
    {
        NodeLocation at = LocationOf(kind, name);
        SectionToAdd(kind)[name] = node;
        _imported.Add((target.File, target.Pointer, kind), name);
        map.Add(at.Pointer, target.File.File, target.Pointer);
        if (node is not null)
        {
            _added.Add(node);
            _pending.Enqueue(new ImportedElement(node, kind, ImportLocation.From(target.File, target.Location, at)));
        }
    }

    /// <summary>
    /// The name of the component that replaces a missing element: a schema that allows any JSON; of other kinds the name alone, because the
    /// model leaves them out. (Microsoft.OpenApi looks for the target of a reference again on each access, until it has one.)
    /// </summary>
    public string Unresolved(Element kind)
    {
        if (!_unresolved.TryGetValue(kind, out string? name))
        {
            name = _names.AssignUnused(kind);
            _unresolved.Add(kind, name);
            if (kind == Element.Schema)
            {
                SectionToAdd(kind)[name] = new JsonObject();
            }
        }

        return name;
    }

    /// <summary>
    /// Replaces the original of an imported component by a reference to the component, if it is in the document itself: one schema is one
    /// type, however it is referred to.
    /// </summary>
    public void ReplaceOriginals(SpecTree document)
    {
        foreach (KeyValuePair<(SpecTree File, string Pointer, Element Kind), string> import in _imported)
        {
            if (import.Key.Pointer.Length == 0)
            {
                continue;
            }

            string[] tokens = Pointers.Tokens(import.Key.Pointer);
            JsonNode? parent = Original(document, import.Key.File, tokens.Take(tokens.Length - 1).ToArray());
            string last = tokens[tokens.Length - 1];
            var reference = new JsonObject { ["$ref"] = ReferenceTo(import.Key.Kind, import.Value) };
            if (parent is JsonObject item && item.TryGetPropertyValue(last, out JsonNode? original) && IsReplaceable(original))
            {
                item[last] = reference;
            }
            else if (parent is JsonArray list && Pointers.Index(list, last) is >= 0 and int index && IsReplaceable(list[index]))
            {
                list[index] = reference;
            }
        }
    }

    private bool IsReplaceable(JsonNode? original) => original is JsonObject && WrittenReference.In(original) is null && !IsAdded(original);

    /// <summary>
    /// The node of a file's pointer in the document as it is built, looked for in imported elements, the innermost first.
    /// </summary>
    private JsonNode? Original(SpecTree document, SpecTree file, string[] tokens)
    {
        for (int length = tokens.Length; length >= 0; length--)
        {
            string pointer = string.Concat(tokens.Take(length).Select(static token => "/" + Pointers.Escape(token)));
            JsonNode? node = SpecGrammar.Kinds
                .Select(kind => _imported.TryGetValue((file, pointer, kind), out string? name) ? Section(kind)?[name] : null)
                .FirstOrDefault(static component => component is not null)
                ?? (length == 0 && file == document ? root : null);
            if (node is not null)
            {
                return tokens.Skip(length).Aggregate((JsonNode?)node, static (current, token) => current switch
                {
                    JsonObject item => item[token],
                    JsonArray list when Pointers.Index(list, token) is >= 0 and int index => list[index],
                    _ => null,
                });
            }
        }

        return null;
    }

    private JsonObject SectionToAdd(Element kind)
    {
        JsonObject section = root;
        foreach (string token in SpecGrammar.Home(kind, version.IsSwagger)!)
        {
            if (section[token] is not JsonObject inner)
            {
                section[token] = inner = [];
            }

            section = inner;
        }

        return section;
    }
}
