using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Makes every reference one to a component of the document itself, the only kind that later passes read. Targets
/// elsewhere, in another file of the project or in the middle of the document, are added to the components under a name
/// of their own; those that cannot be components, such as path items, replace the reference.
/// A reference that leads nowhere is reported and removed.
/// </summary>
internal sealed class ReferenceImport
{
    private readonly SourceMap _map;
    private readonly ReferenceFinder _finder;
    private readonly ImportedComponents _components;
    private readonly ReferenceInlining _inlining;
    private readonly StringReferences _strings;
    private readonly ReferenceReports _reports;
    private readonly KeyStack _keys = new();
    private readonly CancellationToken _cancellationToken;

    private ReferenceImport(SpecTrees trees, JsonObject root, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        SpecVersion version = SpecVersion.Of(root);
        _map = map;
        _finder = new ReferenceFinder(trees, map, version);
        _components = new ImportedComponents(root, version, map);
        _inlining = new ReferenceInlining(_finder, map);
        _strings = new StringReferences(_finder, trees, problems);
        _reports = new ReferenceReports(new NearReferences(trees, version), problems);
        _cancellationToken = cancellationToken;
    }

    public static void Run(SpecSources sources, JsonObject root, SourceMap map, List<Problem> problems, CancellationToken cancellationToken)
    {
        var trees = new SpecTrees(sources, root, problems, cancellationToken);
        var import = new ReferenceImport(trees, root, map, problems, cancellationToken);
        import.ReplaceAliases();
        import.Walk(root, Element.Document, ImportLocation.Top(trees.Root));
        while (import._components.TryDequeue(out ImportedElement next))
        {
            import.Walk(next.Node, next.Kind, next.Location);
        }

        import._components.ReplaceOriginals(trees.Root);
    }

    /// <summary>
    /// Replaces a component that only refers to another file by its target: <c>Pet: { $ref: Pet.yaml }</c> is no second schema.
    /// A target with another name keeps that name.
    /// </summary>
    private void ReplaceAliases()
    {
        foreach (Element kind in SpecGrammar.Kinds)
        {
            if (_components.Section(kind) is not { } section)
            {
                continue;
            }

            foreach (string name in JsonMembers.Keys(section))
            {
                if (section[name] is JsonObject holder && WrittenReference.In(holder) is { } reference
                    && holder.All(member => !_components.Version.HasJsonSchema || SchemaSiblings.IsAnnotation(member.Key))
                    && _finder.Find(
                        new WrittenReference(reference, _finder.Root, NodePath.From(_components.LocationOf(kind, name))),
                        kind,
                        out _) is { Node: JsonObject node } target
                    && _finder.ComponentName(target, kind) is null
                    && !_components.IsImported(target, kind)
                    && (target.Tokens.Count == 0 || CSharpName.Pascal(ComponentNames.Of(target), "") == CSharpName.Pascal(name, "")))
                {
                    _components.Add(kind, name, Annotated(node, holder), target);
                }
            }
        }
    }

    private JsonObject Annotated(JsonObject node, JsonObject holder)
    {
        var result = (JsonObject)node.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> member in holder.Where(
            member => _components.Version.HasJsonSchema && member.Key != "$ref"))
        {
            result[member.Key] = member.Value?.DeepClone();
        }

        return result;
    }

    private void Walk(JsonNode? node, Element element, ImportLocation location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonArray list)
        {
            // Only what is no element has lists in lists.
            WalkList(list, Element.Other, location);
        }

        if (node is not JsonObject item)
        {
            return;
        }

        if (element == Element.Schema
            && _components.Version.HasJsonSchema
            && JsonMembers.String(item, "$dynamicRef") is { } dynamic
            && !item.ContainsKey("$ref"))
        {
            ReplaceDynamic(item, dynamic, location);
        }

        // Before the references of the variants are imported: their names are the discriminator values.
        IReadOnlyList<(JsonObject Variant, string Implied)> variants =
            element == Element.Schema ? DiscriminatorMapping.VariantsOf(item) : [];
        bool isImported = _components.Has(element);
        Dictionary<string, ImportLocation>? inlined = null;
        if (WrittenReference.In(item) is { } reference)
        {
            if (isImported)
            {
                item["$ref"] = ImportOrReport(reference, element, location);
            }
            else
            {
                inlined = Inline(item, reference, element, location);
            }
        }
        else if (element is not (Element.Other or Element.Data) && item.TryGetPropertyValue("$ref", out JsonNode? other))
        {
            _reports.NoString(other, location);
            item.Remove("$ref");
        }

        foreach (string key in _keys.Of(item))
        {
            JsonNode? value = item[key];
            if (SpecGrammar.IsScalar(element, key) && WrittenReference.In(value) is { } text)
            {
                _strings.Import(item, key, text, LocationOf(key, inlined, location));
            }
            else if (value is JsonObject or JsonArray && (key != "$ref" || !isImported))
            {
                WalkMember(value, SpecGrammar.Child(element, key), LocationOf(key, inlined, location));
            }
        }

        if (element == Element.Schema)
        {
            if (item.ContainsKey("discriminator"))
            {
                ImportMapping(item, variants, location);
            }

            if (_components.Version.HasJsonSchema)
            {
                SchemaSiblings.Combine(item, location, _map);
            }
        }
    }

    private void ImportMapping(
        JsonObject schema, IReadOnlyList<(JsonObject Variant, string Implied)> variants, ImportLocation location)
        => DiscriminatorMapping.Import(
            schema,
            variants,
            location.File == _finder.Root,
            value => Import(new WrittenReference(value, location.File, location.In), Element.Schema, out _));

    /// <summary>
    /// Replaces a <c>$dynamicRef</c> by a reference to the schema that has its anchor. Of several, the dynamic scope decides, which no C#
    /// type can express.
    /// </summary>
    private void ReplaceDynamic(JsonObject schema, string reference, ImportLocation location)
    {
        if (_finder.CountDynamic(new WrittenReference(reference, location.File, location.In)) > 1)
        {
            _reports.Ambiguous(reference, location);
            return;
        }

        schema.Remove("$dynamicRef");
        schema["$ref"] = reference;
        _map.Add(location.At.Child("$ref").Pointer, location.File.File, location.In.Child("$dynamicRef").Pointer);
    }

    private void WalkMember(JsonNode node, Slot slot, ImportLocation location)
    {
        if (slot.Element == Element.Data)
        {
            return;
        }

        if (node is JsonArray list && slot.Nesting == Nesting.List)
        {
            WalkList(list, slot.Element, location);
        }
        else if (node is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            WalkMap(map, slot, location);
        }
        else
        {
            Walk(node, slot.Element, location);
        }
    }

    private void WalkList(JsonArray list, Element element, ImportLocation location)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject or JsonArray)
            {
                Walk(list[i], element, location.Child(i));
            }
        }
    }

    private void WalkMap(JsonObject map, Slot slot, ImportLocation location)
    {
        Dictionary<string, ImportLocation>? inlined = WrittenReference.In(map) is { } reference
            ? Inline(map, reference, Element.Other, location)
            : null;
        foreach (string key in _keys.Of(map))
        {
            if (map[key] is JsonObject or JsonArray && SpecGrammar.IsName(slot.Nesting, key) && !_components.IsAdded(map[key]!))
            {
                Walk(map[key], slot.Element, LocationOf(key, inlined, location));
            }
        }
    }

    private static ImportLocation LocationOf(string key, Dictionary<string, ImportLocation>? inlined, ImportLocation location)
        => inlined is not null && inlined.TryGetValue(key, out ImportLocation other) ? other : location.Child(key);

    private Dictionary<string, ImportLocation> Inline(JsonObject holder, string reference, Element element, ImportLocation location)
    {
        Dictionary<string, ImportLocation> inlined = _inlining.Inline(holder, element, location, out ReferenceError? error);
        if (error is { } reason)
        {
            _reports.Unresolved(location, reference, element, reason);
        }

        return inlined;
    }

    /// <summary>The reference to the component of a target; to a replacement where the target cannot be found.</summary>
    private string ImportOrReport(string reference, Element kind, ImportLocation location)
    {
        if (_finder.IsOwn(location.File, reference, kind))
        {
            return reference;
        }

        if (Import(new WrittenReference(reference, location.File, location.In), kind, out ReferenceError error) is { } imported)
        {
            if (imported == reference)
            {
                _finder.AddOwn(location.File, reference, kind);
            }

            return imported;
        }

        _reports.Unresolved(location, reference, kind, error);
        return _components.ReferenceTo(kind, _components.Unresolved(kind));
    }

    private string? Import(WrittenReference reference, Element kind, out ReferenceError error)
        => _finder.Find(reference, kind, out error) is { } target
            ? _components.ReferenceTo(kind, _finder.ComponentName(target, kind) ?? _components.Import(target, kind))
            : null;
}
