using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document;

/// <summary>
/// Reports what is broken in a tree and takes it out, where Microsoft.OpenApi says nothing (a local reference that leads
/// nowhere) or throws (a null where an object belongs, a reference that leads back to itself).
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

    private readonly JsonObject _root;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly List<JsonObject> _circular = [];

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
        repair._circular.ForEach(static holder => holder.Remove("$ref"));
    }

    private void Walk(JsonNode node, string pointer, bool isMap)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonArray array)
        {
            WalkItems(array, pointer);
        }
        else if (node is JsonObject item)
        {
            if (!isMap && Reference(item) is { } reference)
            {
                CheckReference(item, reference, pointer + "/$ref");
            }

            WalkMembers(item, pointer, isMap);
        }
    }

    private void WalkItems(JsonArray array, string pointer)
    {
        int removed = 0;
        for (int i = 0; i < array.Count; i++)
        {
            string child = SpecText.Child(pointer, i + removed);
            if (array[i] is { } item)
            {
                Walk(item, child, isMap: false);
            }
            else
            {
                _problems.Add(new Problem(Descriptors.Invalid, child, "An item is null; it is ignored"));
                array.RemoveAt(i--);
                removed++;
            }
        }
    }

    private void WalkMembers(JsonObject item, string pointer, bool isMap)
    {
        foreach (string key in item.Select(static member => member.Key).ToArray())
        {
            bool isData = !isMap && (s_data.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal));
            if (isData)
            {
                continue;
            }

            string child = SpecText.Child(pointer, key);
            if (item[key] is { } value)
            {
                // Parameters are a map among the components and a list elsewhere, which the walk sees by itself.
                Walk(value, child, isMap: !isMap && (s_maps.Contains(key) || pointer == "/components" && key == "parameters"));
            }
            else
            {
                _problems.Add(new Problem(Descriptors.Invalid, child, $"'{key}' is null; {(isMap ? "it is taken as empty" : "it is ignored")}"));
                item.Remove(key);
                if (isMap)
                {
                    item[key] = new JsonObject();
                }
            }
        }
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
                }

                return;
            }

            next = target is JsonObject step ? Reference(step) : null;
            if (next is not null && !seen.Add((JsonObject)target))
            {
                if (target == holder)
                {
                    _circular.Add(holder);
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
