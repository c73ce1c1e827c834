using System.Text.Json.Nodes;

namespace OgGen.Fuzz;

/// <summary>Changes that know nothing of OpenAPI: parts of trees are removed, moved, repeated and replaced.</summary>
internal static class TreeMutations
{
    private static readonly string[] s_values =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1e400",
        "99999999999999999999",
        "1.5",
        "\"\"",
        "\"x\"",
        "\"#\"",
        "\"#/\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[{}]",
        "{\"\":{}}",
        "{\"$ref\":\"#\"}",
        "{\"$ref\":5}",
        "{\"type\":\"object\"}",
        "{\"type\":[\"string\",\"null\"]}",
        "\"\\u0000\"",
        "\"\\u2028\"",
        "\"\\\"\"",
    ];

    public static void Change(JsonObject document, Random random)
    {
        JsonNode node = Any(document, random);
        switch (random.Next(7))
        {
            case 0:
                Tree.Remove(node);
                break;
            case 1:
                Tree.Replace(node, JsonNode.Parse(s_values[random.Next(s_values.Length)]));
                break;
            case 2:
                Tree.Replace(node, Any(document, random).DeepClone());
                break;
            case 3:
                Tree.Replace(node, new JsonArray(node.DeepClone(), node.DeepClone()));
                break;
            case 4:
                Tree.Replace(node, new JsonObject { [Texts.Any(random)] = node.DeepClone() });
                break;
            case 5 when node.Parent is JsonObject item:
                Tree.Rename(item, node.GetPropertyName(), Texts.Any(random));
                break;
            case 6 when node is JsonObject holder:
                holder[Texts.Any(random)] = Any(document, random).DeepClone();
                break;
        }
    }

    /// <summary>Puts a part of another document into this one, where a value of the same name stands if there is one.</summary>
    public static void Splice(JsonObject document, JsonObject other, Random random)
    {
        JsonNode part = Any(other, random);
        string? name = part.Parent is JsonObject ? part.GetPropertyName() : null;
        JsonNode[] alike = [.. Tree.Nodes(document).Where(node => node.Parent is JsonObject && node.GetPropertyName() == name)];
        Tree.Replace(alike.Length > 0 ? alike[random.Next(alike.Length)] : Any(document, random), part.DeepClone());
    }

    /// <summary>Any node below the top.</summary>
    public static JsonNode Any(JsonObject document, Random random)
    {
        JsonNode[] nodes = [.. Tree.Nodes(document).Skip(1)];
        return nodes.Length == 0 ? document : nodes[random.Next(nodes.Length)];
    }
}

/// <summary>Texts that are hard to write.</summary>
internal static class Texts
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "A", "x-", "$ref", "type", "class", "record", "value", "Value", "Read", "ToString", "Equals", "System", "Task",
        "injected x", "a\"; injected(); //", "\\", "\n", "\r\nx injected", "\u2028class injected{}", "\u202e",
        "\u200d", "\0", "\u001b[0m",
        "{", "}", "{x}", "{{", "{0}", "/", "//", "/..", "~1", "%2F", "../x", "#", "#/components/schemas/A", "<x>", "</summary>", "]]>",
        "*/", "#if", "1", "-1", "é", "e\u0301", "ﬁ", "ı", "İ", "ß", "名",
        "\ud83d\ude00", "default", "200", "2XX", "99999",
        "application/json", "*/*", "text/plain; charset=\"", "string", "binary", "date-time", "int32", "get", "components", "discriminator",
    ];

    public static string Any(Random random)
        => random.Next(12) switch
        {
            0 => new string((char)random.Next(1, 0xD7FF), random.Next(1, 300)),
            1 => s_texts[random.Next(s_texts.Length)] + s_texts[random.Next(s_texts.Length)],
            _ => s_texts[random.Next(s_texts.Length)],
        };
}
