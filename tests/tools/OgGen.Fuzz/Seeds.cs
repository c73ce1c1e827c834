using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Fuzz;

/// <summary>
/// The documents that are changed: ours, and small ones of others. A case takes a part of one, as a run costs what its document weighs.
/// </summary>
internal sealed class Seeds
{
    private const int LargestForeign = 200_000;

    private static readonly string[] s_ours = ["opsgenie.yaml", "petstore.yaml", "shapes.json"];

    private readonly JsonObject[] _documents;

    public Seeds(string? corpus)
    {
        IEnumerable<(string Name, string Text)> ours = s_ours.Select(static name => (name, Embedded(name)));
        IEnumerable<(string Name, string Text)> foreign = string.IsNullOrEmpty(corpus) ? [] : Directory.EnumerateFiles(corpus)
            .Where(static path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml" && new FileInfo(path).Length < LargestForeign)
            .Order(StringComparer.Ordinal)
            .Select(static path => (path, File.ReadAllText(path)));
        _documents = [.. ours.Concat(foreign).Select(static document => Parse(document.Name, document.Text)).OfType<JsonObject>()];
    }

    public int Count => _documents.Length;

    /// <summary>A few paths and schemas of a document, with what they refer to.</summary>
    public JsonObject Part(Random random)
    {
        JsonObject whole = _documents[random.Next(_documents.Length)];
        var part = new JsonObject();
        foreach ((string key, JsonNode? value) in whole)
        {
            if (key is not ("paths" or "components" or "definitions" or "tags" or "x-tagGroups"))
            {
                part[key] = value?.DeepClone();
            }
        }

        part["paths"] = Some(whole["paths"] as JsonObject, random, random.Next(1, 3));
        string[] holder = whole["definitions"] is JsonObject ? ["definitions"] : ["components", "schemas"];
        JsonObject? schemas = holder.Aggregate((JsonNode?)whole, static (node, key) => (node as JsonObject)?[key]) as JsonObject;
        JsonObject chosen = Some(schemas, random, random.Next(1, 3));
        if (holder.Length == 1)
        {
            part["definitions"] = chosen;
        }
        else
        {
            part["components"] = new JsonObject { ["schemas"] = chosen };
        }

        Complete(part, whole);
        return part;
    }

    private static JsonObject Some(JsonObject? members, Random random, int count)
    {
        var some = new JsonObject();
        for (int i = 0; members is { Count: > 0 } && i < count; i++)
        {
            (string key, JsonNode? value) = members.ElementAt(random.Next(members.Count));
            some[key] = value?.DeepClone();
        }

        return some;
    }

    /// <summary>Adds the components that are referred to, and those that they refer to.</summary>
    private static void Complete(JsonObject part, JsonObject whole)
    {
        var open = new Queue<JsonNode>([part]);
        int added = 0;
        while (open.TryDequeue(out JsonNode? next) && added < 15)
        {
            foreach (string reference in References(next))
            {
                string[] keys =
                [
                    .. reference.Split('/')
                        .Skip(1)
                        .Select(
                            static key => key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
                ];
                if (keys.Length is 2 or 3
                    && keys.Aggregate((JsonNode?)whole, static (node, key) => (node as JsonObject)?[key]) is { } target)
                {
                    JsonObject holder = part;
                    foreach (string key in keys[..^1])
                    {
                        holder = holder[key] as JsonObject ?? (JsonObject)(holder[key] = new JsonObject());
                    }

                    if (!holder.ContainsKey(keys[^1]))
                    {
                        JsonNode copy = target.DeepClone();
                        holder[keys[^1]] = copy;
                        open.Enqueue(copy);
                        added++;
                    }
                }
            }
        }
    }

    private static List<string> References(JsonNode node)
    {
        var references = new List<string>();
        foreach (JsonNode inner in Tree.Nodes(node))
        {
            if (inner is JsonObject item
                && item.TryGetPropertyValue("$ref", out JsonNode? value)
                && value is JsonValue text
                && text.TryGetValue(out string? reference))
            {
                references.Add(reference);
            }
        }

        return references;
    }

    private static JsonObject? Parse(string name, string text)
    {
        try
        {
            return (name.EndsWith(".json", StringComparison.Ordinal)
                ? JsonNode.Parse(text)
                : YamlTree.Parse(text, [], CancellationToken.None)) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or SpecTextException)
        {
            // What cannot be read is no seed.
            return null;
        }
    }

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(Seeds).Assembly.GetManifestResourceStream("documents/" + name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>Walks and edits of JSON trees.</summary>
internal static class Tree
{
    /// <summary>A node and all below it; nulls are left out.</summary>
    public static IReadOnlyList<JsonNode> Nodes(JsonNode root)
    {
        var nodes = new List<JsonNode>();
        Add(root);
        return nodes;

        void Add(JsonNode? node)
        {
            if (node is not null)
            {
                nodes.Add(node);
            }

            foreach (JsonNode? child in (node as JsonObject)?.Select(static member => member.Value)
                ?? node as JsonArray
                ?? Enumerable.Empty<JsonNode?>())
            {
                Add(child);
            }
        }
    }

    public static int Depth(JsonNode? node) => node switch
    {
        JsonObject item => 1 + item.Select(static member => Depth(member.Value)).DefaultIfEmpty().Max(),
        JsonArray array => 1 + array.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };

    /// <summary>Puts something in a node's place.</summary>
    public static void Replace(JsonNode node, JsonNode? other)
    {
        switch (node.Parent)
        {
            case JsonObject item:
                item[node.GetPropertyName()] = other;
                break;
            case JsonArray array:
                array[node.GetElementIndex()] = other;
                break;
        }
    }

    public static void Remove(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonObject item:
                item.Remove(node.GetPropertyName());
                break;
            case JsonArray array:
                array.RemoveAt(node.GetElementIndex());
                break;
        }
    }

    /// <summary>Gives a member another name, in its place.</summary>
    public static void Rename(JsonObject item, string key, string other)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. item];
        item.Clear();
        foreach ((string name, JsonNode? value) in members)
        {
            item[name == key ? other : name] = value;
        }
    }
}
