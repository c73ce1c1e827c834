using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OgGen.Benchmarks.Report;

/// <summary>Parts of a large document: its first paths, and the components that these need.</summary>
internal static partial class Slices
{
    /// <summary>A valid document of about so many bytes, of the same kind as the whole.</summary>
    public static string Of(string json, int bytes)
    {
        JsonObject whole = JsonNode.Parse(json)!.AsObject();
        KeyValuePair<string, JsonNode?>[] paths = [.. whole["paths"]!.AsObject()];
        int low = 1;
        int high = paths.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Text(whole, paths[..middle]).Length < bytes ? (middle + 1, high) : (low, middle);
        }

        return Text(whole, paths[..low]);
    }

    private static string Text(JsonObject whole, KeyValuePair<string, JsonNode?>[] paths)
    {
        JsonObject components = [];
        JsonObject kept = new(paths.Select(static path => KeyValuePair.Create(path.Key, path.Value?.DeepClone())));
        Queue<string> texts = new([kept.ToJsonString()]);
        while (texts.TryDequeue(out string? text))
        {
            foreach (Match reference in Reference().Matches(text))
            {
                (string kind, string name) = (reference.Groups[1].Value, reference.Groups[2].Value);
                JsonObject group = components[kind] as JsonObject ?? [];
                components.TryAdd(kind, group);
                if (!group.ContainsKey(name) && whole["components"]?[kind]?[name] is { } component)
                {
                    group[name] = component.DeepClone();
                    texts.Enqueue(component.ToJsonString());
                }
            }
        }

        return new JsonObject
        {
            ["openapi"] = whole["openapi"]?.DeepClone(),
            ["info"] = whole["info"]?.DeepClone(),
            ["servers"] = whole["servers"]?.DeepClone(),
            ["paths"] = kept,
            ["components"] = components,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    [GeneratedRegex("\"#/components/([^/\"]+)/([^/\"]+)\"")]
    private static partial Regex Reference();
}
