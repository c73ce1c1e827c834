using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>Extensions <c>x-oggen-…</c> that are not known, stand where they say nothing, or have a value that they do not take.</summary>
internal sealed class ExtensionChecks
{
    /// <summary>Members whose own members are names of the document's, where the grammar has no element.</summary>
    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal) { "mapping", "scopes", "security", "dependentRequired", "$vocabulary" };

    /// <summary>The references to schemas of the components: what a component says of properties has a meaning with one of them.</summary>
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>Those of them that stand in a list: a subschema or an alternative may be called as the component is.</summary>
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    /// <summary>The extensions of components that have a meaning only with such a reference.</summary>
    private readonly List<(Place Place, string Name)> _ofComponents = [];

    private readonly bool _hasSiblings;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    private ExtensionChecks(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _hasSiblings = SpecVersion.Of(root).HasJsonSchema;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reports them, and takes them out.</summary>
    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        var checks = new ExtensionChecks(root, problems, cancellationToken);
        checks.Walk(root, Element.Document, ElementUse.Ordinary, false, Place.Root);
        checks.ReportUnreferenced();
    }

    private void ReportUnreferenced()
    {
        foreach ((Place place, string name) in _ofComponents)
        {
            string[] tokens = place.Tokens;
            string reference = "#/" + string.Join("/", tokens.Take(tokens.Length - 1));
            if (name == SpecExtensions.Name && !_listed.Contains(reference))
            {
                Report(place, name, "has no meaning for a schema that becomes neither a type nor an alternative");
            }
            else if (!_referenced.Contains(reference))
            {
                Report(place, name, "has no meaning for a schema that nothing refers to");
            }
        }
    }

    private void Walk(JsonObject item, Element element, ElementUse use, bool isMerged, Place place)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (element == Element.Schema && JsonMembers.String(item, "$ref") is { } reference)
        {
            _referenced.Add(reference);
        }

        var unusable = new List<string>();
        bool merges = element == Element.Schema && SchemaExtensions.Merges(item);
        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            Slot slot = SpecGrammar.Child(element, member.Key);
            if (member.Key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal))
            {
                if (!Look(item, member.Key, element, use, isMerged, place.Child(member.Key)))
                {
                    unusable.Add(member.Key);
                }
            }
            else if (slot.Element != Element.Data && !(slot.Element == Element.Other && s_maps.Contains(member.Key)))
            {
                WalkMember(member.Value, slot, name => ElementUses.Of(element, use, member.Key, name), merges && member.Key == "allOf", place.Child(member.Key));
            }
        }

        // The client is as it would be without: an inline schema that has a member more is another type.
        unusable.ForEach(name => item.Remove(name));
    }

    private void WalkMember(JsonNode? value, Slot slot, Func<string, ElementUse> useOf, bool isMerged, Place place)
    {
        if (value is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonObject item)
                {
                    if (slot.Element == Element.Schema && JsonMembers.String(item, "$ref") is { } reference)
                    {
                        _listed.Add(reference);
                    }

                    Walk(item, slot.Element, useOf(""), isMerged, place.Child(i));
                }
            }
        }
        else if (value is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
            {
                if (IsMisplaced(entry, slot))
                {
                    Look(map, entry.Key, Element.Collection, ElementUse.Ordinary, false, place.Child(entry.Key));
                    map.Remove(entry.Key);
                }
                else if (entry.Value is JsonObject item && SpecGrammar.IsName(slot.Nesting, entry.Key))
                {
                    Walk(item, slot.Element, useOf(entry.Key), isMerged: false, place.Child(entry.Key));
                }
            }
        }
        else if (value is JsonObject one)
        {
            Walk(one, slot.Element, useOf(""), isMerged: false, place);
        }
    }

    /// <summary>
    /// Whether an entry of a map is an extension and no element by a name of the document's: where the specification has extensions beside the
    /// elements, and where one that is known has its own value, or that of no element (the repair has made an empty object of it).
    /// </summary>
    private static bool IsMisplaced(KeyValuePair<string, JsonNode?> entry, Slot slot)
        => slot.Nesting == Nesting.ExtensibleMap
            ? entry.Key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal)
            : SpecExtensions.Find(entry.Key) is { } extension
                && (entry.Value is not JsonObject { Count: > 0 } || ExtensionValues.Check(extension.Value, entry.Value) is null);

    /// <summary>Whether an extension can be used; reports it where it cannot.</summary>
    private bool Look(JsonObject item, string name, Element element, ElementUse use, bool isMerged, Place place)
    {
        if (FindError(item, name, element, use, isMerged) is { } error)
        {
            Report(place, name, error);
            return false;
        }

        if (use == ElementUse.Component && NeedsReference(item, name))
        {
            _ofComponents.Add((place, name));
        }

        return true;
    }

    /// <summary>Why an extension cannot be used, for a message; null where it can.</summary>
    private string? FindError(JsonObject item, string name, Element element, ElementUse use, bool isMerged)
    {
        if (SpecExtensions.Find(name) is not { } extension)
        {
            string? near = Nearest.Find(name, SpecExtensions.All.Select(static known => known.Name));
            return $"is no extension of OgGen{(near is null ? "" : $" (is '{near}' meant?)")}";
        }

        if (!ElementUses.Allows(extension, element, use))
        {
            return $"has no meaning here; it belongs to {extension.Where}";
        }

        if (element != Element.Schema && item.ContainsKey("$ref"))
        {
            return "has no meaning beside '$ref'; it belongs to the element that it refers to";
        }

        return ExtensionValues.Check(extension.Value, item[name]) is { } rule ? "is " + rule
            : element == Element.Schema ? SchemaExtensions.Check(item, name, use, _hasSiblings, isMerged)
            : null;
    }

    /// <summary>Whether an extension of a component has a meaning only where another schema refers to the component.</summary>
    private static bool NeedsReference(JsonObject component, string name)
        => SpecExtensions.Find(name)!.IsOfProperties || name == SpecExtensions.Name && !SchemaExtensions.MayBecomeType(component);

    private void Report(Place place, string name, string text) => _problems.Add(new Problem(Descriptors.BadExtension, place.Pointer, $"'{name}' {text}"));
}
