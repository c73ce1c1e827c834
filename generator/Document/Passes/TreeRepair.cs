using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Reports nodes of the wrong type and removes them where Microsoft.OpenApi throws: null or a scalar where an
/// object belongs.
/// </summary>
internal sealed class TreeRepair
{
    private static readonly HashSet<string> s_flags = new(StringComparer.Ordinal)
    {
        "required", "deprecated", "allowEmptyValue", "explode", "allowReserved", "nullable", "readOnly", "writeOnly", "uniqueItems",
    };

    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly SpecVersion _version;
    private readonly MemberShapes _shapes;
    private readonly KeyStack _keys = new();

    private TreeRepair(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _problems = problems;
        _cancellationToken = cancellationToken;
        _version = SpecVersion.Of(root);
        _shapes = new MemberShapes(_version, problems);
    }

    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
        => new TreeRepair(root, problems, cancellationToken).Walk(root, Element.Document, NodePath.Root());

    private void Walk(JsonNode node, Element element, NodePath location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonArray list)
        {
            WalkList(list, element: Element.Other, location);
        }
        else if (node is JsonObject item)
        {
            _shapes.Repair(item, element, location);
            if (element == Element.Encoding
                && (item.ContainsKey("explode") || item.ContainsKey("allowReserved"))
                && !item.ContainsKey("style"))
            {
                // An explicit default style: Microsoft.OpenApi does not distinguish it from a missing one.
                item["style"] = "form";
            }
            else if (element == Element.Schema)
            {
                SchemaTuples.Rewrite(item, _version, location, _problems);
                SchemaKeywords.Rewrite(item, _version.HasJsonSchema);
                SchemaEnums.Repair(item, location, _problems);
                SchemaLimits.Repair(item, location, _problems);
                CheckMapping(item, location);
            }

            foreach (string key in _keys.Of(item))
            {
                if (IsWrongFlag(item, key, element))
                {
                    _problems.Add(
                        new Problem(Descriptors.Invalid, location.Child(key).Pointer, $"'{key}' is neither true nor false; it is ignored"));
                    item.Remove(key);
                }
                else
                {
                    WalkMember(item, key, SpecGrammar.Child(element, key), location);
                }
            }
        }
    }

    /// <summary>Whether a member is a flag with another value. A schema requires members, a list of them.</summary>
    private static bool IsWrongFlag(JsonObject item, string key, Element element)
        => s_flags.Contains(key)
            && element is not (Element.Other or Element.Data or Element.Callback)
            && !(key == "required" && element == Element.Schema)
            && item[key] is { } value
            && !IsFlag(value);

    private static bool IsFlag(JsonNode value)
        => value is JsonValue scalar
            && (scalar.TryGetValue(out bool _) || scalar.TryGetValue(out string? text) && bool.TryParse(text, out _));

    /// <summary>A mapping has strings only; Microsoft.OpenApi throws on anything else.</summary>
    private void CheckMapping(JsonObject schema, NodePath location)
    {
        if ((schema["discriminator"] as JsonObject)?["mapping"] is JsonObject mapping)
        {
            foreach (string key in _keys.Of(mapping))
            {
                if (mapping[key] is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
                {
                    _problems.Add(
                        new Problem(
                            Descriptors.Invalid,
                            location.Child("discriminator").Child("mapping").Child(key).Pointer,
                            $"'{key}' is mapped to no schema, and ignored"));
                    mapping.Remove(key);
                }
            }
        }
    }

    private void WalkMember(JsonObject item, string key, Slot slot, NodePath holder)
    {
        JsonNode? value = item[key];
        if (slot.Element == Element.Data || slot.Element == Element.Other && value is JsonValue)
        {
            return;
        }

        NodePath location = holder.Child(key);
        if (value is null)
        {
            _problems.Add(new Problem(Descriptors.Invalid, location.Pointer, $"'{key}' is null, and ignored"));
            item.Remove(key);
        }
        else if (slot.Nesting is Nesting.Map or Nesting.ExtensibleMap && value is JsonObject map)
        {
            foreach (string name in _keys.Of(map))
            {
                if (SpecGrammar.IsName(slot.Nesting, name)
                    && Walk(map[name], slot.Element, location.Child(name), mustBeObject: true) is { } replacement)
                {
                    map[name] = replacement;
                }
            }
        }
        else if (slot.Nesting == Nesting.List && value is JsonArray list)
        {
            WalkList(list, slot.Element, location);
        }
        else if (slot.Nesting == Nesting.OneOrFlag && value is not JsonObject && !IsFlag(value))
        {
            _problems.Add(
                new Problem(Descriptors.Invalid, location.Pointer, $"'{key}' is neither a schema nor true or false; it is ignored"));
            item.Remove(key);
        }
        else if (Walk(
            value, slot.Element, location, mustBeObject: slot is { Element: Element.Schema, Nesting: Nesting.One }) is { } replacement)
        {
            item[key] = replacement;
        }
    }

    private void WalkList(JsonArray list, Element element, NodePath location)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (Walk(list[i], element, location.Child(i), mustBeObject: element != Element.Other) is { } replacement)
            {
                list[i] = replacement;
            }
        }
    }

    /// <summary>Walks a value.</summary>
    /// <returns>What replaces it: an empty object where an object is required; null where it stays.</returns>
    private JsonObject? Walk(JsonNode? value, Element element, NodePath location, bool mustBeObject)
    {
        if (value is not null && (!mustBeObject || value is JsonObject))
        {
            Walk(value, element, location);
            return null;
        }

        // True and false are schemas.
        if (value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            _problems.Add(new Problem(Descriptors.Invalid, location.Pointer, "An object belongs here; it is taken as empty"));
        }

        return new JsonObject();
    }
}
