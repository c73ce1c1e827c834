using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Fuzz;

/// <summary>A JSON tree as YAML in block style, one key on each line, every text quoted.</summary>
internal static class YamlText
{

    public static string Of(JsonObject document)
    {
        var text = new StringBuilder();
        Write(text, document, 0);
        return text.ToString().TrimStart('\n') + "\n";
    }

    private static void Write(StringBuilder text, JsonNode? node, int indentation)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } item:
                foreach ((string key, JsonNode? value) in item)
                {
                    text.Append('\n').Append(' ', indentation);

                    // A key of more than 1,024 characters has to be marked as one.
                    text.Append(key.Length > 900 ? "? " + Scalar(key) + "\n" + new string(' ', indentation) + ":" : Scalar(key) + ":");
                    Write(text, value, indentation + 1);
                }

                break;
            case JsonArray { Count: > 0 } array:
                foreach (JsonNode? value in array)
                {
                    text.Append('\n').Append(' ', indentation).Append('-');
                    Write(text, value, indentation + 1);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                text.Append(' ').Append(Scalar(value.GetValue<string>()));
                break;
            default:
                text.Append(' ').Append(node is null ? "null" : node.ToJsonString());
                break;
        }
    }

    private static string Scalar(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value is >= ' ' and <= '~' and not '"' and not '\\' ? rune.ToString()
                : rune.IsBmp ? $"\\u{rune.Value:x4}"
                : $"\\U{rune.Value:x8}");
        }

        return quoted.Append('"').ToString();
    }
}
