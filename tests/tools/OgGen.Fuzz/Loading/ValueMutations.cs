using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Loading;

/// <summary>Changes to a JSON value: other kinds, other discriminators, members twice, depth, and texts that end or are no text.</summary>
internal static class ValueMutations
{
    /// <summary>One more than a reader takes.</summary>
    private const int MaxDepth = 65;

    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1", "1.0", "1.5", "1e400", "-0.0", "9007199254740993", "99999999999999999999", "18446744073709551615",
        "0.1e-320", "\"\"", "\"x\"", "\"1\"", "\"true\"", "\"2024-02-29\"",
        "\"2024-02-30T25:61:61Z\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}", "[1,\"a\",{}]", "\"aGVsbG8=\"", "\"not base64!\"",
    ];

    public static byte[] Change(string json, IReadOnlyList<string> words, Random random)
    {
        // Samples of recursive schemas are deeper than a reader takes by default.
        JsonNode? root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 1_000 });
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
        {
            root = ChangeTree(root, words, random);
        }

        string text = root?.ToJsonString() ?? "null";
        return random.Next(6) switch
        {
            0 => Encoding.UTF8.GetBytes(ChangeText(text, words, random)),
            1 => ChangeBytes(Encoding.UTF8.GetBytes(text), random),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static JsonNode? ChangeTree(JsonNode? root, IReadOnlyList<string> words, Random random)
    {
        // A holder, so that the value itself can be replaced as well.
        var holder = new JsonArray(root?.DeepClone());
        JsonNode[] nodes = [.. Tree.Nodes(holder).Skip(1)];
        if (nodes.Length == 0)
        {
            return JsonNode.Parse(s_values[random.Next(s_values.Length)]);
        }

        JsonNode node = nodes[random.Next(nodes.Length)];
        switch (random.Next(8))
        {
            case 0:
                Tree.Replace(node, JsonNode.Parse(s_values[random.Next(s_values.Length)]));
                break;
            case 1:
                Tree.Replace(node, Word(words, random));
                break;
            case 2 when node.Parent is JsonObject:
                Tree.Remove(node);
                break;
            case 3 when node is JsonObject item:
                item[Word(words, random)] = nodes[random.Next(nodes.Length)].DeepClone();
                break;
            case 4:
                Tree.Replace(node, nodes[random.Next(nodes.Length)].DeepClone());
                break;
            case 5:
                return Deepen(holder[0], random);
            case 6:
                Tree.Replace(node, new JsonArray(node.DeepClone(), node.DeepClone()));
                break;
            default:
                Tree.Replace(node, new JsonObject { [Word(words, random)] = node.DeepClone() });
                break;
        }

        return holder[0]?.DeepClone();
    }

    /// <summary>Puts a value into a place of itself, again and again: what is recursive fits, as deep as it may be.</summary>
    private static JsonNode? Deepen(JsonNode? value, Random random)
    {
        if (value is null || Tree.Nodes(value).Skip(1).ToArray() is not { Length: > 0 } places)
        {
            return value?.DeepClone();
        }

        string whole = value.ToJsonString();
        JsonNode place = places[random.Next(places.Length)];
        int step = 0;
        for (JsonNode? up = place; up is not null && up != value; up = up.Parent)
        {
            step++;
        }

        // A mark that no text has, in the place of what is replaced.
        const string mark = "\"\u0001place\"";
        JsonNode copy = value;
        Tree.Replace(place, "\u0001place");
        string frame = copy.ToJsonString().Replace("\\u0001", "\u0001", StringComparison.Ordinal);
        int levels = Math.Max(1, (MaxDepth - Tree.Depth(value) + random.Next(-2, 3)) / Math.Max(step, 1));
        string text = whole;
        for (int i = 0; i < levels && text.Length < 200_000; i++)
        {
            text = frame.Replace(mark, text, StringComparison.Ordinal);
        }

        return JsonNode.Parse(text, documentOptions: new System.Text.Json.JsonDocumentOptions { MaxDepth = 1_000 });
    }

    private static string ChangeText(string text, IReadOnlyList<string> words, Random random) => random.Next(6) switch
    {
        0 => text[..random.Next(text.Length + 1)],
        1 => string.Concat(
            Enumerable.Repeat(
                random.Next(2) == 0
                    ? "["
                    : "{\"" + Word(words, random).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)
                        + "\":",
                10_000)),

        // A member twice, and whatever follows where an end is expected.
        2 => text.Replace("{\"", "{\"" + Escaped(Word(words, random)) + "\":1,\"", StringComparison.Ordinal),
        3 => text + text,

        // Half a surrogate pair, in a name or in a value.
        4 => text.Replace("\"", "\"\\ud800", StringComparison.Ordinal).Replace("\"\\ud800:", "\":", StringComparison.Ordinal),
        _ => text.Replace(",", ", ,", StringComparison.Ordinal),
    };

    private static byte[] ChangeBytes(byte[] text, Random random)
    {
        int at = random.Next(text.Length);
        text[at] = (byte)random.Next(256);
        return text;
    }

    private static string Escaped(string text) => JsonValue.Create(text).ToJsonString()[1..^1];

    private static string Word(IReadOnlyList<string> words, Random random) => words.Count == 0 ? "kind" : words[random.Next(words.Count)];
}
