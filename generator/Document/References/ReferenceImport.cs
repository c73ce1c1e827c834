using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Makes every reference one to a component of the document itself, which is all that is read further on. What stands
/// elsewhere, in another file of the project or in the middle of the document, is brought into the components under a name
/// of its own; what has no place among the components, such as a path item, is brought to where the reference stands.
/// A reference that leads nowhere is reported, and taken out.
/// </summary>
internal sealed partial class ReferenceImport
{
    /// <summary>How deep parts that are brought in may bring in others.</summary>
    private const int MaxInlined = 16;

    /// <summary>How many nodes may come from parts that were brought in before.</summary>
    private const int MaxRepeatedNodes = 50_000;

    private readonly JsonObject _root;
    private readonly SpecTrees _trees;
    private readonly SourceMap _map;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isVersion2;
    private readonly ReferenceFinder _finder;
    private readonly ComponentNames _names;
    private readonly Dictionary<(SpecTree File, string Pointer, Element Kind), string> _imported = [];
    private readonly HashSet<JsonNode> _placed = [];
    private readonly Queue<(JsonNode? Node, Element Element, Spot Spot)> _pending = new();
    private readonly Dictionary<Element, string> _unresolved = [];
    private readonly HashSet<(SpecTree File, string Pointer)> _inlined = [];
    private int _repeatedNodes;

    /// <summary>Whether members beside a <c>$ref</c> count, as they do since 3.1.</summary>
    private readonly bool _hasSiblings;

    private ReferenceImport(SpecTrees trees, JsonObject root, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        _root = root;
        _trees = trees;
        _map = map;
        _problems = problems;
        _cancellationToken = cancellationToken;
        _isVersion2 = root.ContainsKey("swagger") && !root.ContainsKey("openapi");
        _hasSiblings = root["openapi"] is JsonValue version && version.TryGetValue(out string? text) && text.StartsWith("3.", StringComparison.Ordinal) && !text.StartsWith("3.0", StringComparison.Ordinal);
        _finder = new ReferenceFinder(trees, map, _isVersion2, _hasSiblings);
        _names = new ComponentNames(root, _isVersion2);
    }

    /// <summary>Where a node stands: in the document as it is built, and in the file that it comes from.</summary>
    private sealed record Spot(SpecTree File, Place In, Place At)
    {
        /// <summary>The parts that were brought in around it.</summary>
        public Inlined? Around { get; init; }

        // Most nodes stand where they were written.
        public Spot Child(string key) => In == At ? With(In.Child(key)) : this with { In = In.Child(key), At = At.Child(key) };

        public Spot Child(int index) => In == At ? With(In.Child(index)) : this with { In = In.Child(index), At = At.Child(index) };

        private Spot With(Place child) => this with { In = child, At = child };
    }

    public static void Run(SpecSources sources, JsonObject root, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        var trees = new SpecTrees(sources, root, problems, cancellationToken);
        var import = new ReferenceImport(trees, root, map, problems, cancellationToken);
        import.ClaimAliases();
        import.Walk(root, Element.Document, new Spot(trees.Root, Place.Root, Place.Root));
        while (import._pending.Count > 0)
        {
            (JsonNode? node, Element element, Spot spot) = import._pending.Dequeue();
            import.Walk(node, element, spot);
        }

        import.ReplaceOriginals();
        import.BreakCycles();
    }

    private void Walk(JsonNode? node, Element element, Spot spot)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonArray list)
        {
            // Only what is no element has lists in lists.
            WalkList(list, Element.Other, spot);
        }

        if (node is not JsonObject item)
        {
            return;
        }

        bool hasHome = SpecGrammar.Home(element, _isVersion2) is not null;
        Dictionary<string, Spot>? inlined = null;
        if (ReferenceFinder.Reference(item) is { } reference)
        {
            if (hasHome)
            {
                Resolve(item, reference, element, spot);
            }
            else
            {
                inlined = Inline(item, element, spot);
            }
        }
        else if (element is not (Element.Other or Element.Data) && item.TryGetPropertyValue("$ref", out JsonNode? other))
        {
            _problems.Add(new Problem(Descriptors.Invalid, spot.At.Child("$ref").Pointer, $"A reference is a text, and this is {other?.ToJsonString() ?? "null"}; it is ignored"));
            item.Remove("$ref");
        }

        List<(JsonObject Variant, string Implied)> variants = element == Element.Schema ? VariantsOf(item) : [];
        foreach (string key in Keys(item))
        {
            if (key != "$ref" || !hasHome)
            {
                WalkMember(item[key], SpecGrammar.Child(element, key), inlined is not null && inlined.TryGetValue(key, out Spot? other) ? other : spot.Child(key));
            }
        }

        if (element == Element.Schema)
        {
            MapVariants(item, variants, spot);
            CombineWithSiblings(item, spot);
        }
    }

    private void WalkMember(JsonNode? node, Slot slot, Spot spot)
    {
        if (slot.Element == Element.Data || node is null or JsonValue)
        {
            return;
        }

        if (node is JsonArray list && slot.Nesting == Nesting.List)
        {
            WalkList(list, slot.Element, spot);
        }
        else if (node is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            WalkMap(map, slot, spot);
        }
        else
        {
            Walk(node, slot.Element, spot);
        }
    }

    private void WalkList(JsonArray list, Element element, Spot spot)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject or JsonArray)
            {
                Walk(list[i], element, spot.Child(i));
            }
        }
    }

    private void WalkMap(JsonObject map, Slot slot, Spot spot)
    {
        Dictionary<string, Spot>? inlined = ReferenceFinder.Reference(map) is null ? null : Inline(map, Element.Other, spot);
        foreach (string key in Keys(map))
        {
            if (map[key] is JsonObject or JsonArray && SpecGrammar.IsName(slot.Nesting, key) && !_placed.Contains(map[key]!))
            {
                Walk(map[key], slot.Element, inlined is not null && inlined.TryGetValue(key, out Spot? other) ? other : spot.Child(key));
            }
        }
    }

    /// <summary>The keys at this time: what is brought in may add to the components that are walked.</summary>
    private static string[] Keys(JsonObject item) => item.Select(static member => member.Key).ToArray();

    /// <summary>Turns a reference into one to a component of the document.</summary>
    private void Resolve(JsonObject holder, string reference, Element kind, Spot spot)
    {
        if (_finder.Find(reference, kind, spot.File, spot.In, out Fault fault) is { } target)
        {
            holder["$ref"] = ReferenceTo(kind, Import(target, kind));
            return;
        }

        Report(spot.At, reference, fault);
        holder["$ref"] = ReferenceTo(kind, Unresolved(kind));
    }

    /// <summary>
    /// What takes the place of what is not there: a schema that allows any JSON; of other elements the name alone, as the model leaves them out.
    /// (Microsoft.OpenApi looks for the target of a reference again on each access, until it has one.)
    /// </summary>
    private string Unresolved(Element kind)
    {
        if (!_unresolved.TryGetValue(kind, out string? name))
        {
            name = _names.TakeUnused(kind);
            _unresolved.Add(kind, name);
            if (kind == Element.Schema)
            {
                Components(kind).Section[name] = new JsonObject();
            }
        }

        return name;
    }

    private string ReferenceTo(Element kind, string name) => "#/" + string.Join("/", SpecGrammar.Home(kind, _isVersion2)!) + "/" + name;

    /// <summary>The name of the component that is the target, or a copy of it.</summary>
    private string Import(Target target, Element kind)
    {
        if (_finder.ComponentName(target, kind) is { } own)
        {
            return own;
        }

        if (!_imported.TryGetValue((target.File, target.Pointer, kind), out string? name))
        {
            name = _names.Take(kind, target);
            Put(kind, name, target.Node?.DeepClone(), target);
        }

        return name;
    }

    /// <summary>Puts what was found among the components; the references in it count from the place where it was found.</summary>
    private void Put(Element kind, string name, JsonNode? node, Target target)
    {
        (JsonObject section, Place at) = Components(kind);
        at = at.Child(name);
        section[name] = node;
        _imported.Add((target.File, target.Pointer, kind), name);
        _map.Add(at, target.File.File, target.Place);
        if (node is not null)
        {
            _placed.Add(node);
            _pending.Enqueue((node, kind, new Spot(target.File, target.Place, at)));
        }
    }

    /// <summary>The components of a kind, be they none so far.</summary>
    private (JsonObject Section, Place Place) Components(Element kind)
    {
        JsonObject section = _root;
        Place place = Place.Root;
        foreach (string token in SpecGrammar.Home(kind, _isVersion2)!)
        {
            if (section[token] is not JsonObject inner)
            {
                section[token] = inner = [];
            }

            section = inner;
            place = place.Child(token);
        }

        return (section, place);
    }

    private void Report(Place holder, string reference, Fault fault)
    {
        if (fault.Id.Length > 0)
        {
            _problems.Add(new Problem(fault.Id, holder.Child("$ref").Pointer, $"The reference '{reference}' {fault.Text}; in place of a schema any JSON is accepted, anything else is left out"));
        }
    }
}
