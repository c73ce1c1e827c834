using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Removes names from <c>required</c> that no schema describes: they are misspelt or stale, and services do not send such members. A name
/// counts as described if the schema has a property of that name, or one of its subschemas, or a schema that it is a subschema of.
/// </summary>
internal sealed class RequiredNames
{
    /// <summary>
    /// The number of schemas that are searched for names that are not found directly. Beyond it, names count as described.
    /// </summary>
    private const int MaxSteps = 1_000_000;

    private static readonly string[] s_subschemas = ["allOf", "oneOf", "anyOf", "if", "then", "else", "dependentSchemas"];

    private readonly ComponentResolver _components;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    private readonly List<JsonObject> _schemas = [];
    private Dictionary<JsonObject, List<JsonObject>>? _holders;
    private int _steps = MaxSteps;

    private RequiredNames(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _components = new ComponentResolver(root);
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>A schema with names that it requires.</summary>
    private sealed record Demand(JsonObject Schema, JsonArray Names, NodeLocation Location);

    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        var names = new RequiredNames(root, problems, cancellationToken);
        var demands = new List<Demand>();
        names.Collect(root, Element.Document, NodePath.Root(), demands);
        foreach (Demand demand in demands)
        {
            names.Check(demand);
        }
    }

    private void Collect(JsonObject item, Element element, NodePath location, List<Demand> demands)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (element == Element.Schema)
        {
            if (item["required"] is JsonArray names && !HasAll(item, names))
            {
                demands.Add(new Demand(item, names, location.Child("required").Location));
            }

            _schemas.Add(item);
        }

        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            Slot slot = SpecGrammar.Child(element, member.Key);

            // A negated schema requires nothing.
            if (slot.Element is not (Element.Other or Element.Data) && !(element == Element.Schema && member.Key == "not"))
            {
                Collect(member.Value, slot, location.Child(member.Key), demands);
            }
        }
    }

    private void Collect(JsonNode? value, Slot slot, NodePath location, List<Demand> demands)
    {
        if (value is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonObject item)
                {
                    Collect(item, slot.Element, location.Child(i), demands);
                }
            }
        }
        else if (value is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            foreach (KeyValuePair<string, JsonNode?> entry in JsonMembers.Of(map))
            {
                if (entry.Value is JsonObject item && SpecGrammar.IsName(slot.Nesting, entry.Key))
                {
                    Collect(item, slot.Element, location.Child(entry.Key), demands);
                }
            }
        }
        else if (value is JsonObject one)
        {
            Collect(one, slot.Element, location, demands);
        }
    }

    /// <summary>
    /// For each schema, the schemas that apply to the same value: those around it, and those that refer to it as a subschema. Nearly all
    /// schemas describe what they require themselves, and ask for none of this.
    /// </summary>
    private Dictionary<JsonObject, List<JsonObject>> FindHolders()
    {
        var holders = new Dictionary<JsonObject, List<JsonObject>>();
        foreach (JsonObject schema in _schemas)
        {
            foreach (JsonObject subschema in Subschemas(schema))
            {
                if (!holders.TryGetValue(subschema, out List<JsonObject>? known))
                {
                    holders.Add(subschema, known = []);
                }

                known.Add(schema);
            }
        }

        return holders;
    }

    /// <summary>The subschemas that apply to the same value as the schema, references followed.</summary>
    private IEnumerable<JsonObject> Subschemas(JsonObject schema) => HasSubschemas(schema) ? FindSubschemas(schema) : [];

    private IEnumerable<JsonObject> FindSubschemas(JsonObject schema)
        => s_subschemas
            .SelectMany(keyword => schema[keyword] switch
            {
                JsonArray list => list,
                JsonObject map when keyword == "dependentSchemas" => map.Select(static entry => entry.Value),
                JsonObject one => [one],
                _ => (IEnumerable<JsonNode?>)[],
            })
            .Append(WrittenReference.In(schema) is null ? null : schema)
            .Select(_components.Resolve)
            .OfType<JsonObject>()
            .Where(subschema => subschema != schema);

    /// <summary>Most schemas have none.</summary>
    private static bool HasSubschemas(JsonObject schema)
    {
        foreach (KeyValuePair<string, JsonNode?> keyword in JsonMembers.Of(schema))
        {
            if (keyword.Key == "$ref" || s_subschemas.Contains(keyword.Key))
            {
                return true;
            }
        }

        return false;
    }

    private void Check(Demand demand)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var kept = new JsonArray();
        for (int i = 0; i < demand.Names.Count; i++)
        {
            if (demand.Names[i] is not JsonValue value || !value.TryGetValue(out string? name) || IsDescribed(demand.Schema, name))
            {
                kept.Add(demand.Names[i]?.DeepClone());
                continue;
            }

            string? near = Nearest.Find(name, JsonMembers.Members(demand.Schema, "properties").Select(static member => member.Key));
            string text = $"'{name}' is required, and no property is called so; it is ignored"
                + (near is null ? "" : $" (is '{near}' meant?)");
            _problems.Add(new Problem(Descriptors.Invalid, demand.Location.Child(i).Pointer, text));
        }

        if (kept.Count < demand.Names.Count)
        {
            demand.Schema.Remove("required");
            if (kept.Count > 0)
            {
                demand.Schema["required"] = kept;
            }
        }
    }

    /// <summary>
    /// Whether the schema, or one that applies to the same value, has a property of this name, or describes additional properties.
    /// </summary>
    private bool IsDescribed(JsonObject schema, string name)
    {
        if (Has(schema, name))
        {
            return true;
        }

        _holders ??= FindHolders();

        // An object without any described property may have all.
        bool hasProperties = false;
        var seen = new HashSet<JsonObject> { schema };
        var pending = new Stack<JsonObject>([schema]);
        while (pending.Count > 0)
        {
            JsonObject next = pending.Pop();
            if (--_steps <= 0 || Has(next, name))
            {
                return true;
            }

            hasProperties |= next["properties"] is JsonObject { Count: > 0 };
            IEnumerable<JsonObject> others = _holders.TryGetValue(next, out List<JsonObject>? holders)
                ? Subschemas(next).Concat(holders)
                : Subschemas(next);
            foreach (JsonObject other in others.Where(seen.Add))
            {
                pending.Push(other);
            }
        }

        return !hasProperties;
    }

    /// <summary>Whether the schema itself describes all names, as nearly all schemas do.</summary>
    private static bool HasAll(JsonObject schema, JsonArray names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] is JsonValue value && value.TryGetValue(out string? name) && !Has(schema, name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(JsonObject schema, string name)
        => schema["properties"] is JsonObject properties && properties.ContainsKey(name)
            || schema["additionalProperties"] is JsonObject { Count: > 0 }
            || schema["patternProperties"] is JsonObject { Count: > 0 }
            || schema["unevaluatedProperties"] is JsonObject { Count: > 0 }
            || schema["discriminator"] is JsonObject discriminator && JsonMembers.String(discriminator, "propertyName") == name;
}
