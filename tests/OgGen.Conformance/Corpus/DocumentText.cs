using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Conformance.Corpus;

/// <summary>
/// A document's text as a JSON tree, read without the generator's reader, so that the two do not share a mistake. Of a key that
/// stands twice the last counts.
/// </summary>
internal static partial class DocumentText
{
    public static JsonObject Parse(string path, string text)
    {
        JsonNode? root = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ParseJson(text) : ParseYaml(text);
        return root as JsonObject ?? throw new FormatException($"{path} is no object.");
    }

    private static JsonNode? ParseJson(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Convert(document.RootElement);
    }

    private static JsonNode? Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject item = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    item[member.Name] = Convert(member.Value);
                }

                return item;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Convert)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static JsonNode? ParseYaml(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        JsonNode? tree = Read(parser, []);

        // Through text once: all values are then JSON elements, which JsonNode.DeepEquals compares as JSON does (1 equals 1.0).
        return tree is null ? null : JsonNode.Parse(tree.ToJsonString());
    }

    private static JsonNode? Read(Parser parser, Dictionary<AnchorName, JsonNode?> anchors)
    {
        if (Take(parser, out AnchorAlias? alias))
        {
            return anchors[alias.Value]?.DeepClone();
        }

        AnchorName anchor = ((NodeEvent)parser.Current!).Anchor;
        JsonNode? node;
        if (Take(parser, out Scalar? scalar))
        {
            node = Convert(scalar);
        }
        else if (Take<SequenceStart>(parser, out _))
        {
            JsonArray array = [];
            while (!Take<SequenceEnd>(parser, out _))
            {
                array.Add(Read(parser, anchors));
            }

            node = array;
        }
        else
        {
            parser.Consume<MappingStart>();
            JsonObject item = [];
            while (!Take<MappingEnd>(parser, out _))
            {
                string key = parser.Consume<Scalar>().Value;
                item[key] = Read(parser, anchors);
            }

            node = item;
        }

        if (!anchor.IsEmpty)
        {
            anchors[anchor] = node;
        }

        return node;
    }

    /// <summary>Takes the next event if it is of this kind.</summary>
    private static bool Take<T>(Parser parser, [NotNullWhen(true)] out T? next)
        where T : ParsingEvent
    {
        next = parser.Current as T;
        if (next is not null)
        {
            parser.MoveNext();
        }

        return next is not null;
    }

    /// <summary>The YAML 1.2 core schema: only plain scalars can be anything but text.</summary>
    private static JsonNode? Convert(Scalar scalar)
    {
        string text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Number().IsMatch(text) => JsonNode.Parse(ToJsonNumber(text)),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>YAML allows a plus, leading zeros and a bare point where JSON does not.</summary>
    private static string ToJsonNumber(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
