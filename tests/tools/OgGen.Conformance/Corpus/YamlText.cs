using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Conformance.Corpus;

/// <summary>YAML 1.2 as a JSON tree, with merge keys.</summary>
internal sealed partial class YamlText
{
    /// <summary>More values than any document has, unless aliases multiply them.</summary>
    private const int MaxValues = 5_000_000;

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private int _values;

    private YamlText(string text) => _parser = new Parser(new StringReader(text));

    /// <exception cref="FormatException">An alias has no anchor, or aliases make more values than any document has.</exception>
    /// <exception cref="YamlException">The text is no YAML, or a key is no scalar.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return new YamlText(text).Document();
        }
        catch (YamlException)
        {
            // YamlDotNet refuses a literal scalar that begins with a line of spaces; YAML 1.2 (8.1.1.1) has it as an empty line.
            return new YamlText(BlankLine().Replace(text, "")).Document();
        }
    }

    private JsonNode? Document()
    {
        _parser.Consume<StreamStart>();
        _parser.Consume<DocumentStart>();
        JsonNode? tree = Read();

        // Through text once: all values are then JSON elements, which JsonNode.DeepEquals compares as JSON does (1 equals 1.0).
        return tree is null ? null : JsonNode.Parse(tree.ToJsonString());
    }

    private JsonNode? Read()
    {
        Count();
        if (Take(out AnchorAlias? alias))
        {
            return _anchors.TryGetValue(alias.Value, out JsonNode? target)
                ? Copy(target)
                : throw new FormatException($"The alias '{alias.Value}' at line {alias.Start.Line} has no anchor.");
        }

        AnchorName anchor = ((NodeEvent)_parser.Current!).Anchor;
        JsonNode? node = Take(out Scalar? scalar) ? Convert(scalar) : Take<SequenceStart>(out _) ? Sequence() : Mapping();
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private JsonArray Sequence()
    {
        JsonArray array = [];
        while (!Take<SequenceEnd>(out _))
        {
            array.Add(Read());
        }

        return array;
    }

    private JsonObject Mapping()
    {
        _parser.Consume<MappingStart>();
        JsonObject item = [];
        List<JsonNode?> merged = [];
        while (!Take<MappingEnd>(out _))
        {
            Scalar key = _parser.Consume<Scalar>();
            JsonNode? value = Read();
            if (key is { Value: "<<", Style: ScalarStyle.Plain } && value is JsonObject or JsonArray)
            {
                merged.AddRange(value is JsonArray several ? several : [value]);
            }
            else
            {
                item[key.Value] = value;
            }
        }

        // What stands in the mapping itself counts before what is merged, and of several merged ones the first.
        foreach ((string key, JsonNode? value) in merged.OfType<JsonObject>().SelectMany(static source => source))
        {
            item.TryAdd(key, value?.DeepClone());
        }

        return item;
    }

    private JsonNode? Copy(JsonNode? node)
    {
        Count();
        return node switch
        {
            JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, Copy(member.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Copy)]),
            _ => node?.DeepClone(),
        };
    }

    private void Count()
    {
        if (++_values > MaxValues)
        {
            throw new FormatException($"The document has more than {MaxValues} values.");
        }
    }

    /// <summary>Takes the next event if it is of this kind.</summary>
    private bool Take<T>([NotNullWhen(true)] out T? next)
        where T : ParsingEvent
    {
        next = _parser.Current as T;
        if (next is not null)
        {
            _parser.MoveNext();
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

    [GeneratedRegex(@"^[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex BlankLine();
}
