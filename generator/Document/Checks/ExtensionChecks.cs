using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>Extensions <c>x-oggen-…</c> that are unknown, have no effect on their element, or have an invalid value.</summary>
internal sealed class ExtensionChecks
{
    /// <summary>Members whose keys are names of the document, and for which the grammar has no element.</summary>
    private static readonly HashSet<string> s_maps = new(
        StringComparer.Ordinal) { "mapping", "scopes", "security", "dependentRequired", "$vocabulary" };

    /// <summary>
    /// The references to component schemas: an extension for properties has an effect on a component only with such a reference.
    /// </summary>
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>The references within lists: a subschema or an alternative may get the name of the component.</summary>
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    /// <summary>The extensions of components that have an effect only with such a reference.</summary>
    private readonly List<(NodeLocation Location, string Name)> _ofComponents = [];

    private readonly bool _hasSiblings;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    private ExtensionChecks(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _hasSiblings = SpecVersion.Of(root).HasJsonSchema;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reports unusable extensions and removes them.</summary>
    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        var checks = new ExtensionChecks(root, problems, cancellationToken);
        checks.Walk(root, Element.Document, ElementUse.Ordinary, false, NodePath.Root());
        checks.ReportUnreferenced();
    }

    private void ReportUnreferenced()
    {
        foreach ((NodeLocation location, string name) in _ofComponents)
        {
            string[] tokens = location.Tokens;
            string reference = "#/" + string.Join("/", tokens.Take(tokens.Length - 1));
            if (name == SpecExtensions.Name && !_listed.Contains(reference))
            {
                Report(location.Pointer, name, "has no meaning for a schema that becomes neither a type nor an alternative");
            }
            else if (!_referenced.Contains(reference))
            {
                Report(location.Pointer, name, "has no meaning for a schema that nothing refers to");
            }
        }
    }

    private void Walk(JsonObject item, Element element, ElementUse use, bool isMerged, NodePath location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (element == Element.Schema && JsonMembers.String(item, "$ref") is { } reference)
        {
            _referenced.Add(reference);
        }

        List<string>? unusable = null;
        bool merges = element == Element.Schema && SchemaExtensions.Merges(item);
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            Slot slot = SpecGrammar.Child(element, member.Key);
            if (member.Key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal))
            {
                if (!Look(item, member.Key, element, use, isMerged, location.Child(member.Key)))
                {
                    (unusable ??= []).Add(member.Key);
                }
            }
            else if (member.Value is JsonObject or JsonArray
                && slot.Element != Element.Data
                && !(slot.Element == Element.Other && s_maps.Contains(member.Key)))
            {
                WalkMember(
                    member.Value, slot, new Holder(element, use, member.Key), merges && member.Key == "allOf", location.Child(member.Key));
            }
        }

        // The client must not differ: an inline schema with one more keyword would be another type.
        Remove(item, unusable);
    }

    private void WalkMember(JsonNode? value, Slot slot, Holder holder, bool isMerged, NodePath location)
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

                    Walk(item, slot.Element, holder.UseOf(""), isMerged, location.Child(i));
                }
            }
        }
        else if (value is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            List<string>? misplaced = null;
            foreach (KeyValuePair<string, JsonNode?> entry in JsonMembers.Of(map))
            {
                if (IsMisplaced(entry, slot))
                {
                    Look(map, entry.Key, Element.Collection, ElementUse.Ordinary, false, location.Child(entry.Key));
                    (misplaced ??= []).Add(entry.Key);
                }
                else if (entry.Value is JsonObject item && SpecGrammar.IsName(slot.Nesting, entry.Key))
                {
                    Walk(item, slot.Element, holder.UseOf(entry.Key), isMerged: false, location.Child(entry.Key));
                }
            }

            Remove(map, misplaced);
        }
        else if (value is JsonObject one)
        {
            Walk(one, slot.Element, holder.UseOf(""), isMerged: false, location);
        }
    }

    private static void Remove(JsonObject item, IReadOnlyList<string>? keys)
    {
        foreach (string key in keys ?? [])
        {
            item.Remove(key);
        }
    }

    /// <summary>
    /// Whether an entry of a map is an extension and not an element with a name of the document: where the specification allows extensions
    /// in the map, and where a known extension has its own kind of value, or that of no element (which the repair has replaced by an empty
    /// object).
    /// </summary>
    private static bool IsMisplaced(KeyValuePair<string, JsonNode?> entry, Slot slot)
        => slot.Nesting == Nesting.ExtensibleMap
            ? entry.Key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal)
            : entry.Key.StartsWith(SpecExtensions.Prefix, StringComparison.Ordinal)
                && SpecExtensions.Find(entry.Key) is { } extension
                && (entry.Value is not JsonObject { Count: > 0 } || ExtensionValues.Check(extension.Value, entry.Value) is null);

    /// <summary>Whether an extension can be used; reports it where it cannot.</summary>
    private bool Look(JsonObject item, string name, Element element, ElementUse use, bool isMerged, NodePath location)
    {
        if (FindError(item, name, element, use, isMerged) is { } error)
        {
            Report(location.Pointer, name, error);
            return false;
        }

        if (use == ElementUse.Component && NeedsReference(item, name))
        {
            _ofComponents.Add((location.Location, name));
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

    /// <summary>Whether an extension of a component has an effect only where another schema refers to the component.</summary>
    private static bool NeedsReference(JsonObject component, string name)
        => SpecExtensions.Find(name)!.IsOfProperties || name == SpecExtensions.Name && !SchemaExtensions.MayBecomeType(component);

    private void Report(string pointer, string name, string text)
        => _problems.Add(new Problem(Descriptors.BadExtension, pointer, $"'{name}' {text}"));

    /// <summary>The member that holds an element, or a collection of them.</summary>
    private readonly record struct Holder(Element Element, ElementUse Use, string Key)
    {
        /// <summary>How an element of the member is used; its name is empty outside of a map.</summary>
        public ElementUse UseOf(string name) => ElementUses.Of(Element, Use, Key, name);
    }
}
