using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>Schemas that contradict themselves.</summary>
internal sealed class SchemaChecks(ComponentResolver components, List<Problem> problems)
{
    /// <summary>The types of the members of a schema and of its subschemas; an empty string for any type.</summary>
    private readonly Dictionary<JsonObject, Dictionary<string, string>> _members = [];

    public void Look(JsonObject schema, NodePath location)
    {
        CheckEnum(schema, location);
        CheckAllOf(schema, location);
        CheckDiscriminator(schema, location);
        DialectChecks.Look(schema, "$schema", location, problems);
    }

    private void CheckEnum(JsonObject schema, NodePath location)
    {
        if (schema["enum"] is JsonArray values)
        {
            string[] kinds = values.OfType<JsonNode>().Select(KindName).Distinct().Where(static kind => kind != "null").ToArray();
            if (kinds.Length > 1)
            {
                problems.Add(
                    new Problem(
                        Descriptors.MixedEnum,
                        location.Child("enum").Pointer,
                        $"of several types ({string.Join(", ", kinds)}); no enumeration is generated"));
            }
        }
    }

    private void CheckAllOf(JsonObject schema, NodePath location)
    {
        if (schema["allOf"] is not JsonArray parts)
        {
            return;
        }

        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < parts.Count; i++)
        {
            NodePath at = location.Child("allOf").Child(i);
            foreach (KeyValuePair<string, string> member in MembersOf(parts[i]))
            {
                Merge(types, member, at);
            }

            CheckPartType(schema, parts, i, at);
        }

        foreach (KeyValuePair<string, string> member in OwnMembers(schema))
        {
            Merge(types, member, location.Child("properties").Child(member.Key));
        }
    }

    private void Merge(Dictionary<string, string> types, KeyValuePair<string, string> member, NodePath location)
    {
        if (types.TryGetValue(member.Key, out string? other)
            && other != member.Value
            && other.Length > 0
            && member.Value.Length > 0
            && !IsNarrowed(other, member.Value))
        {
            string text =
                $"The member '{member.Key}' has the type {other} in one subschema of the allOf and {member.Value} in another; the last one "
                    + "counts";
            problems.Add(new Problem(Descriptors.ConflictingAllOf, location.Pointer, text));
        }

        types[member.Key] = member.Value;
    }

    /// <summary>Reports a subschema whose type differs from that of the schema or of an earlier subschema.</summary>
    private void CheckPartType(JsonObject schema, JsonArray parts, int index, NodePath location)
    {
        string type = TypeOf(parts[index]);
        string? other = parts.Take(index).Prepend(new JsonObject { ["type"] = schema["type"]?.DeepClone() })
            .Select(TypeOf)
            .FirstOrDefault(before => before.Length > 0 && type.Length > 0 && before != type && !IsNarrowed(before, type));
        if (other is not null)
        {
            problems.Add(
                new Problem(
                    Descriptors.ConflictingAllOf,
                    location.Pointer,
                    $"A subschema of the allOf has the type {type}, and what precedes it the type {other}; no value has both"));
        }
    }

    private static bool IsNarrowed(string type, string other) => type is "number" or "integer" && other is "number" or "integer";

    private Dictionary<string, string> MembersOf(JsonNode? node)
    {
        if (components.Resolve(node) is not { } schema)
        {
            return [];
        }

        if (!_members.TryGetValue(schema, out Dictionary<string, string>? members))
        {
            members = new Dictionary<string, string>(StringComparer.Ordinal);
            _members.Add(schema, members);
            IEnumerable<KeyValuePair<string, string>> inherited = JsonMembers.Items(schema, "allOf")
                .SelectMany(part => MembersOf(part))
                .ToArray();
            foreach (KeyValuePair<string, string> member in inherited.Concat(OwnMembers(schema)))
            {
                members[member.Key] = member.Value;
            }
        }

        return members;
    }

    private IEnumerable<KeyValuePair<string, string>> OwnMembers(JsonObject schema)
        => JsonMembers.Members(schema, "properties")
            .Select(property => new KeyValuePair<string, string>(property.Key, TypeOf(property.Value)));

    /// <summary>The one type of a schema, null aside.</summary>
    private string TypeOf(JsonNode? node)
    {
        JsonObject? schema = components.Resolve(node);
        string[] types = schema?["type"] switch
        {
            JsonValue value when value.TryGetValue(out string? text) => [text],
            JsonArray list => list.OfType<JsonValue>()
                .Select(static item => item.TryGetValue(out string? text) ? text : "")
                .Where(static type => type != "null")
                .ToArray(),
            _ => [],
        };
        return types is [var only] ? only : "";
    }

    /// <summary>The variants of a discriminated union have its property, and a mapping has them all or none.</summary>
    private void CheckDiscriminator(JsonObject schema, NodePath location)
    {
        if (schema["discriminator"] is not JsonObject discriminator
            || JsonMembers.String(discriminator, "propertyName") is not { Length: > 0 } property)
        {
            return;
        }

        if (discriminator.ContainsKey("defaultMapping"))
        {
            problems.Add(new Problem(
                Descriptors.Unsupported,
                location.Child("discriminator").Child("defaultMapping").Pointer,
                "'defaultMapping' is not used: an object that no other mapping names is kept whole, as the class for unknown ones"));
        }

        HashSet<string> mapped = new(
            JsonMembers.Members(discriminator, "mapping")
                .Select(static pair => pair.Value is JsonValue value && value.TryGetValue(out string? text) ? text : ""),
            StringComparer.Ordinal);
        string keyword = schema["oneOf"] is JsonArray ? "oneOf" : "anyOf";
        IList<JsonNode?> variants = JsonMembers.Items(schema, keyword);
        for (int i = 0; i < variants.Count; i++)
        {
            if (variants[i] is not JsonObject holder
                || JsonMembers.String(holder, "$ref") is not { } reference
                || components.Resolve(holder) is not { } variant)
            {
                continue;
            }

            string name = reference.Substring(reference.LastIndexOf('/') + 1);
            if (!IsUnion(variant) && MembersOf(variant) is { Count: > 0 } members && !members.ContainsKey(property))
            {
                Report(i, $"The variant '{name}' has no member '{property}', by which the discriminator tells it from the others");
            }
            else if (mapped.Count > 0 && !mapped.Contains(reference) && !mapped.Contains(name) && !HasConstant(variant, property))
            {
                Report(i, $"The mapping does not name the variant '{name}'; objects are taken for it when '{property}' is '{name}'");
            }
        }

        void Report(int i, string text)
            => problems.Add(new Problem(Descriptors.BadDiscriminator, location.Child(keyword).Child(i).Pointer, text));
    }

    private static bool IsUnion(JsonObject schema) => schema.ContainsKey("oneOf") || schema.ContainsKey("anyOf");

    private bool HasConstant(JsonObject variant, string property)
        => variant.ContainsKey("x-discriminator-value")
            || variant.ContainsKey("x-ms-discriminator-value")
            || components.Resolve((variant["properties"] as JsonObject)?[property]) is { } schema
                && (schema.ContainsKey("const") || schema.ContainsKey("default") || schema["enum"] is JsonArray { Count: > 0 });

    public static string KindName(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
