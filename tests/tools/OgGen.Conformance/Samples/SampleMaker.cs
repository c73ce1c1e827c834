using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>
/// Values for the schemas of a document, read from the raw tree: each variant of a union, each value of an enumeration, null where
/// it is allowed, members that nobody described. It takes the place of the library's samples where they are poor (it makes
/// null of any union); the library still judges each value.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="turn">Which of several possibilities is taken, wherever there are some.</param>
/// <param name="isFull">All members, or those that are required.</param>
internal sealed class SampleMaker(DocumentTree document, int turn, bool isFull)
{
    private const int MaxDepth = 6;

    /// <summary>How many values a sample has before it leaves out what is not required: members of members grow by powers.</summary>
    private const int MaxValues = 2000;

    /// <summary>Where a schema that requires itself is given up: no value is one of it.</summary>
    private const int MaxRequired = 64;

    private static readonly string[] s_telling =
    [
        "type", "enum", "const", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf",
    ];

    private static readonly HashSet<string> s_none = [];

    private int _depth;

    /// <summary>How many values were made, by the makers of items too.</summary>
    private Counter _made = new();

    /// <summary>Leaves out what only the service writes.</summary>
    public bool IsRequest { get; init; }

    /// <summary>No letters that a header cannot carry.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Adds members that nobody described, where they are allowed.</summary>
    public bool HasAdditional { get; init; } = true;

    /// <summary>A value for a schema; null is a value too.</summary>
    public JsonNode? Make(JsonNode? schema)
        => schema is JsonObject item && item["$ref"]?.ToString() is { } pointer ? MakeHeir(pointer) : Make(schema, s_none);

    /// <summary>
    /// A value of what a reference leads to: of a base with a discriminator one of its heirs, each with the value that names it.
    /// </summary>
    private JsonNode? MakeHeir(string pointer)
    {
        List<DocumentHeir> line = [];
        while (line.Count < MaxDepth
            && document.Heirs.Of(pointer).ToArray() is { Length: > 0 } heirs
            && turn % (heirs.Length + 1) is var next
            && next < heirs.Length)
        {
            line.Add(heirs[next]);
            pointer = heirs[next].Pointer;
        }

        JsonNode? value = Make(new JsonObject { ["$ref"] = pointer }, s_none);
        foreach (DocumentHeir heir in value is JsonObject ? document.Heirs.As(pointer).Take(line.Count == 0 ? 1 : 0).Concat(line) : [])
        {
            value![heir.Discriminator] = heir.Value;
        }

        return value;
    }

    /// <param name="schema">The schema.</param>
    /// <param name="required">The members that the whole requires, of which the schema is a part.</param>
    private JsonNode? Make(JsonNode? schema, HashSet<string> required)
    {
        if (document.Resolve(schema) is not JsonObject node)
        {
            return JsonValue.Create("anything");
        }

        if (_depth > MaxRequired || _made.Value > 10 * MaxValues)
        {
            return null;
        }

        _depth++;
        _made.Value++;
        try
        {
            return MakeOf(node, required);
        }
        finally
        {
            _depth--;
        }
    }

    private JsonNode? MakeOf(JsonObject node, HashSet<string> outer)
    {
        if (node.ContainsKey("const"))
        {
            return node["const"]?.DeepClone();
        }

        if (SchemaTypes.Values(document, node) is { Count: > 0 } values)
        {
            return Turn(values)?.DeepClone();
        }

        // A part may require what another one describes.
        HashSet<string> required = SchemaTypes.Required(document, node);
        required.UnionWith(outer);
        JsonNode? value = MakeOfType(node, required);
        // A part that only describes, or only requires, has no value of its own.
        foreach (JsonNode? part in (node["allOf"] as JsonArray ?? []).Where(part => SaysMore(document.Resolve(part))))
        {
            value = Merge(value, Make(part, required));
        }

        JsonArray variants = node["oneOf"] as JsonArray ?? node["anyOf"] as JsonArray ?? [];
        if (variants.Count > 0)
        {
            // Deep down another one each time, so that a union within itself comes to an end.
            JsonNode? variant = variants[(turn + Math.Max(0, _depth - MaxDepth)) % variants.Count];
            value = Merge(value, Discriminate(node, variant, Make(variant, required)));
        }

        foreach (string name in outer.Count == 0 && value is JsonObject whole
            ? required.Where(name => !whole.ContainsKey(name) && !SchemaTypes.Describes(document, node, name))
            : [])
        {
            value![name] = node["additionalProperties"] is JsonObject described ? Make(described) : "undescribed";
        }

        return value;
    }

    private static bool SaysMore(JsonNode? part) => part is JsonObject node && s_telling.Any(node.ContainsKey);

    private JsonNode? MakeOfType(JsonObject node, HashSet<string> required)
    {
        IReadOnlyList<string> types = SchemaTypes.Of(document, node);
        if (types.Count == 0)
        {
            return node["allOf"] is null && node["oneOf"] is null && node["anyOf"] is null
                ? JsonNode.Parse("""{ "any": [1, null, "x"] }""")
                : null;
        }

        bool isNullable = node["nullable"] is JsonValue flag && flag.TryGetValue(out bool nullable) && nullable;
        if (isNullable && turn % 4 == 3 && _depth > 1)
        {
            return null;
        }

        string type = _depth > MaxDepth && types.Contains("null") ? "null" : types[turn % types.Count];
        return type switch
        {
            "object" => MakeObject(node, required),
            "array" => MakeArray(node),
            "string" => MakeString(node),
            "integer" => MakeInteger(node),
            "number" => MakeNumber(node),
            "boolean" => JsonValue.Create(turn % 2 == 0),
            _ => null,
        };
    }

    private JsonObject MakeObject(JsonObject node, HashSet<string> required)
    {
        JsonObject value = [];
        foreach ((string name, JsonNode? member) in node["properties"] as JsonObject ?? [])
        {
            if ((required.Contains(name) || HasRoom) && !(IsRequest && IsReadOnly(member)) && member?.GetValueKind() != JsonValueKind.False)
            {
                value[name] = Make(member);
            }
        }

        if (HasRoom)
        {
            AddAdditional(node, value);
        }

        return value;
    }

    private void AddAdditional(JsonObject node, JsonObject value)
    {
        switch (node["additionalProperties"])
        {
            case JsonObject schema:
                value["key-1"] = Make(schema);
                value["Key 2"] = Make(schema);
                break;
            case JsonValue flag when flag.GetValueKind() == JsonValueKind.False:
                break;
            case not null when HasAdditional:
                value["x-undescribed"] = JsonNode.Parse("""{ "kept": [1.5, true] }""");
                break;
        }
    }

    /// <summary>Whether what is not required is made too.</summary>
    private bool HasRoom => isFull && _depth <= MaxDepth && _made.Value < MaxValues;

    private JsonArray MakeArray(JsonObject node)
    {
        int least = Integer(node["minItems"]) is { } min ? (int)min : 0;
        int count = HasRoom ? Math.Max(least, 2) : least;
        count = (int)Math.Min(count, Integer(node["maxItems"]) ?? 100);
        bool isUnique = node["uniqueItems"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        JsonArray value = [];
        for (int i = 0; i < count; i++)
        {
            JsonNode? schema = node["prefixItems"] is JsonArray tuple && i < tuple.Count ? tuple[i] : node["items"];
            JsonNode? item = i == 0 ? Make(schema) : Next(i).Make(schema);
            if (!isUnique || !value.Any(known => JsonNode.DeepEquals(known, item)))
            {
                value.Add(item);
            }
        }

        return value;
    }

    private SampleMaker Next(int i)
        => new(
            document,
            turn + i,
            isFull) { _depth = _depth, _made = _made, IsRequest = IsRequest, IsAscii = IsAscii, HasAdditional = HasAdditional };

    private bool IsReadOnly(JsonNode? schema)
        => (schema as JsonObject)?["readOnly"]?.GetValueKind() == JsonValueKind.True
            || (document.Resolve(schema) as JsonObject)?["readOnly"]?.GetValueKind() == JsonValueKind.True;

    private JsonValue MakeString(JsonObject node)
    {
        string? text = node["contentEncoding"]?.ToString() == "base64" ? "aGVsbG8=" : SchemaFormat.Of(node) switch
        {
            "date-time" => turn % 2 == 0 ? "2024-02-29T23:59:58Z" : "2024-05-06T07:08:09.123+02:00",
            "date" => "2024-02-29",
            "time" => "07:08:09",
            "uuid" => "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "uri" or "urireference" or "iri" or "irireference" => "https://example.com/a/b?c=d#e",
            "byte" => "aGVsbG8=",
            "email" or "idnemail" => "a@example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "hostname" => "example.com",
            "duration" => "P1DT2H",
            _ => null,
        };
        if (text is not null)
        {
            return JsonValue.Create(text);
        }

        int least = (int)Math.Min(Integer(node["minLength"]) ?? 0, 10_000);
        int most = (int)Math.Min(Integer(node["maxLength"]) ?? 40, 10_000);
        text = node["pattern"] is JsonValue pattern ? PatternText.Make(pattern.ToString()) : IsAscii ? "text 1" : "text \"é\" \\ 1";
        if (text.Length < least)
        {
            text = text.PadRight(least, 'x');
        }

        return JsonValue.Create(text.Length > most ? text[..most] : text);
    }

    private JsonNode MakeInteger(JsonObject node)
    {
        long value = SchemaFormat.Of(node) switch
        {
            "int64" when turn % 3 == 2 => 9_007_199_254_740_993,
            null or "int32" or "int64" when turn % 3 == 1 => -1,
            _ => 42,
        };
        decimal within = Within(node, value);
        return Json(within > value ? Math.Ceiling(within) : Math.Floor(within));
    }

    private JsonNode MakeNumber(JsonObject node)
    {
        bool isWhole = node["multipleOf"] is not null;
        return Json(Within(node, isWhole ? 42m : turn % 3 == 1 ? -0.5m : 1234.75m));
    }

    private static JsonNode Json(decimal value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))!;

    private static decimal Within(JsonObject node, decimal value)
    {
        value = Bound(node, "minimum", "exclusiveMinimum", 1) is { } min && value < min ? min : value;
        value = Bound(node, "maximum", "exclusiveMaximum", -1) is { } max && value > max ? max : value;
        return Number(node["multipleOf"]) is { } step && step > 0 ? value - value % step : value;
    }

    /// <summary>A limit that a value may have itself; null where there is none, or none that a decimal holds.</summary>
    private static decimal? Bound(JsonObject node, string keyword, string exclusive, decimal step)
        => node[exclusive] switch
        {
            JsonValue flag when flag.GetValueKind() == JsonValueKind.True => Beyond(Number(node[keyword]), step),
            JsonValue limit when limit.GetValueKind() == JsonValueKind.Number => Beyond(Number(limit), step),
            _ => Number(node[keyword]),
        };

    private static decimal? Beyond(decimal? bound, decimal step)
        => bound is { } value && Math.Abs(value) < decimal.MaxValue - 1 ? value + step : bound;

    private static decimal? Number(JsonNode? node)
        => node is not null && decimal.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    private static long? Integer(JsonNode? node) => Number(node) is { } value and <= int.MaxValue and >= int.MinValue ? (long)value : null;

    private JsonNode? Turn(JsonArray options) => options[turn % options.Count];

    /// <summary>Gives a variant the value by which the document tells it from the others.</summary>
    private JsonNode? Discriminate(JsonObject union, JsonNode? variant, JsonNode? value)
    {
        if (value is not JsonObject item
            || union["discriminator"] is not JsonObject discriminator
            || discriminator["propertyName"] is not JsonValue name
            || variant?["$ref"] is not JsonValue reference)
        {
            return value;
        }

        string target = reference.ToString();
        string component = target[(target.LastIndexOf('/') + 1)..];
        string? key = (discriminator["mapping"] as JsonObject ?? [])
            .FirstOrDefault(pair => pair.Value?.ToString() is { } mapped && (mapped == target || mapped == component)).Key;
        JsonNode? property = (document.Resolve(variant) as JsonObject)?["properties"]?[name.ToString()];
        bool isFixed = document.Resolve(property) is JsonObject schema
            && (schema.ContainsKey("const") || schema["enum"] is JsonArray { Count: 1 });
        if (key is not null || !isFixed)
        {
            item[name.ToString()] = key ?? component;
        }

        return item;
    }

    private static JsonNode? Merge(JsonNode? left, JsonNode? right)
    {
        if (left is not JsonObject target || right is not JsonObject source)
        {
            return right ?? left;
        }

        foreach ((string name, JsonNode? member) in source)
        {
            target[name] = target[name] is JsonObject && member is JsonObject
                ? Merge(target[name]!.DeepClone(), member)
                : member?.DeepClone();
        }

        return target;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
