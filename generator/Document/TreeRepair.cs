using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document;

/// <summary>
/// Reports what is broken in a tree and takes it out, where Microsoft.OpenApi says nothing (a local reference that leads
/// nowhere) or throws (null or a scalar where an object belongs, a reference that leads back to itself).
/// </summary>
internal sealed class TreeRepair
{
    /// <summary>Members whose children have names of the document's own: a schema may well have a property "default".</summary>
    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "requestBodies", "headers", "paths", "pathItems",
        "webhooks", "securitySchemes", "securityDefinitions", "links", "callbacks", "content", "encoding", "variables",
    };

    /// <summary>Members whose values are data: null is a value there, and a <c>$ref</c> refers to nothing.</summary>
    private static readonly HashSet<string> s_data = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const", "value" };

    /// <summary>Members that hold one schema; <c>true</c> and <c>false</c> are short for one.</summary>
    private static readonly HashSet<string> s_schemas = new(StringComparer.Ordinal) { "schema", "items", "not", "contains", "propertyNames", "if", "then", "else" };

    /// <summary>Members that hold a list of schemas.</summary>
    private static readonly HashSet<string> s_schemaLists = new(StringComparer.Ordinal) { "allOf", "oneOf", "anyOf", "prefixItems" };

    /// <summary>Maps that may have extensions beside their names.</summary>
    private static readonly HashSet<string> s_extensible = new(StringComparer.Ordinal) { "paths", "responses", "callbacks" };

    private readonly JsonObject _root;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly List<JsonObject> _useless = [];

    private TreeRepair(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        _root = root;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public static void Run(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        var repair = new TreeRepair(root, problems, cancellationToken);
        repair.Walk(root, "", isMap: false);
        repair._useless.ForEach(static holder => holder.Remove("$ref"));
    }

    private void Walk(JsonNode node, string pointer, bool isMap)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                bool isSchema = s_schemaLists.Contains(LastToken(pointer));
                if (Checked(array[i], SpecText.Child(pointer, i), isObject: isSchema) is { } replacement)
                {
                    array[i] = replacement;
                }
            }
        }
        else if (node is JsonObject item)
        {
            if (!isMap && Reference(item) is { } reference)
            {
                CheckReference(item, reference, pointer + "/$ref");
            }

            foreach (string key in item.Select(static member => member.Key).ToArray())
            {
                WalkMember(item, key, pointer, isMap);
            }
        }
    }

    private void WalkMember(JsonObject item, string key, string pointer, bool isMap)
    {
        // A property or a header may be called x-y; beside paths and responses that is an extension.
        bool isNamed = isMap && (!key.StartsWith("x-", StringComparison.Ordinal) || !s_extensible.Contains(LastToken(pointer)));
        if (!isNamed && (s_data.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal)))
        {
            return;
        }

        string child = SpecText.Child(pointer, key);
        if (!isMap && item[key] is null)
        {
            _problems.Add(new Problem(Descriptors.Invalid, child, $"'{key}' is null, and ignored"));
            item.Remove(key);
        }
        else if (Checked(item[key], child, isObject: isMap || s_schemas.Contains(key), isMap: !isMap && IsMap(key, pointer)) is { } replacement)
        {
            item[key] = replacement;
        }
    }

    private static string LastToken(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1);

    // Parameters are a map among the components (in 2.0 at the top) and a list elsewhere.
    private static bool IsMap(string key, string pointer) => s_maps.Contains(key) || key == "parameters" && pointer is "/components" or "";

    /// <summary>Walks a value; what has to be an object and is none is replaced by an empty one.</summary>
    private JsonObject? Checked(JsonNode? value, string pointer, bool isObject, bool isMap = false)
    {
        if (value is not null && (!isObject || value is JsonObject))
        {
            Walk(value, pointer, isMap);
            return null;
        }

        if (value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            _problems.Add(new Problem(Descriptors.Invalid, pointer, "An object belongs here; it is taken as empty"));
        }

        return new JsonObject();
    }

    private void CheckReference(JsonObject holder, string reference, string pointer)
    {
        var seen = new HashSet<JsonObject> { holder };
        for (string? next = reference; next is not null;)
        {
            if (Find(next) is not { } target)
            {
                // Further down the chain it is another reference's fault, which is reported there.
                if (seen.Count == 1)
                {
                    _problems.Add(new Problem(Descriptors.UnresolvedReference, pointer, reference));
                    if (reference.Split('/') is not ["#", "components", { } kind, _] || kind != "parameters" && !s_maps.Contains(kind))
                    {
                        // Microsoft.OpenApi fails on any other that leads nowhere.
                        _useless.Add(holder);
                    }
                }

                return;
            }

            next = target is JsonObject step ? Reference(step) : null;
            if (next is not null && !seen.Add((JsonObject)target))
            {
                if (target == holder)
                {
                    _useless.Add(holder);
                    _problems.Add(new Problem(Descriptors.Unsupported, pointer, $"The reference '{reference}' leads back to itself; any JSON is accepted in its place"));
                }

                return;
            }
        }
    }

    private static string? Reference(JsonObject item)
        => item.TryGetPropertyValue("$ref", out JsonNode? node) && node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private JsonNode? Find(string reference)
    {
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonNode? node = _root;
        foreach (string token in reference.Split('/').Skip(1))
        {
            string key = Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~");
            node = node switch
            {
                JsonObject item => item[key],
                JsonArray array when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < array.Count => array[index],
                _ => null,
            };
        }

        return node;
    }
}
