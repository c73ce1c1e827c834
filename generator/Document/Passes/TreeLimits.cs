using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>Reports what exceeds <see cref="Limits"/>, at the first element beyond the limit, and removes the rest.</summary>
internal sealed class TreeLimits
{
    private static readonly Dictionary<string, (int Most, string What)> s_maps = new(StringComparer.Ordinal)
    {
        ["paths"] = (Limits.Paths, "paths in a document"),
        ["schemas"] = (Limits.Schemas, "schemas in a document"),
        ["definitions"] = (Limits.Schemas, "schemas in a document"),
        ["properties"] = (Limits.Members, "members in an object"),
        ["mapping"] = (Limits.Mappings, "entries in a discriminator's mapping"),
    };

    private static readonly Dictionary<string, (int Most, string What)> s_lists = new(StringComparer.Ordinal)
    {
        ["parameters"] = (Limits.Parameters, "parameters in an operation"),
        ["enum"] = (Limits.EnumValues, "values in an enumeration"),
        ["oneOf"] = (Limits.Variants, "alternatives in a union"),
        ["anyOf"] = (Limits.Variants, "alternatives in a union"),
        ["allOf"] = (Limits.Variants, "parts in an allOf"),
    };

    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;
    private int _enumCharacters;

    private TreeLimits(List<Problem> problems, CancellationToken cancellationToken)
    {
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public static void Apply(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
        => new TreeLimits(problems, cancellationToken).Walk(root, NodePath.Root());

    private void Walk(JsonNode? node, NodePath location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (node is JsonObject item)
        {
            foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
            {
                if (member.Value is JsonObject or JsonArray && !IsData(member.Key))
                {
                    NodePath child = location.Child(member.Key);
                    Cut(member.Key, member.Value, child);
                    Walk(member.Value, child);
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                if (array[i] is JsonObject or JsonArray)
                {
                    Walk(array[i], location.Child(i));
                }
            }
        }
    }

    private static bool IsData(string key)
        => key is "example" or "examples" or "default" or "const" or "value" || key.StartsWith("x-", StringComparison.Ordinal);

    private void Cut(string key, JsonNode? value, NodePath location)
    {
        if (value is JsonObject map && s_maps.TryGetValue(key, out (int Most, string What) members) && map.Count > members.Most)
        {
            KeyValuePair<string, JsonNode?>[] all = map.ToArray();
            Report(location.Child(all[members.Most].Key), members.Most, members.What);

            // Cleared and filled again: removing entries one by one is quadratic.
            map.Clear();
            foreach (KeyValuePair<string, JsonNode?> member in all.Take(members.Most))
            {
                map.Add(member);
            }
        }
        else if (value is JsonArray list && s_lists.TryGetValue(key, out (int Most, string What) items) && list.Count > items.Most)
        {
            Report(location.Child(items.Most), items.Most, items.What);
            RemoveFrom(list, items.Most);
        }

        if (key == "enum" && value is JsonArray values)
        {
            CutTexts(values, location);
        }
    }

    private void CutTexts(JsonArray values, NodePath location)
    {
        for (int i = 0; i < values.Count; i++)
        {
            _enumCharacters += values[i] is JsonValue value && value.TryGetValue(out string? text) ? text.Length : 0;
            if (_enumCharacters > Limits.EnumCharacters)
            {
                Report(location.Child(i), Limits.EnumCharacters, "characters in all enumerations");
                RemoveFrom(values, i);
                _enumCharacters = Limits.EnumCharacters;
            }
        }
    }

    private static void RemoveFrom(JsonArray list, int count)
    {
        while (list.Count > count)
        {
            list.RemoveAt(list.Count - 1);
        }
    }

    private void Report(NodePath location, int limit, string what)
        => _problems.Add(new Problem(Descriptors.BeyondLimit, location.Pointer, limit.ToString("N0", CultureInfo.InvariantCulture), what));
}
