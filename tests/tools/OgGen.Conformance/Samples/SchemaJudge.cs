using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Generation;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>
/// NJsonSchema, which knows nothing of the generator, as the judge of what fits a schema and as a maker of samples. It reads JSON
/// Schema, so the document is rewritten first.
/// </summary>
internal sealed partial class SchemaJudge
{
    private static readonly string[] s_alternatives = ["anyOf", "oneOf"];

    private const string Base64 = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

    private readonly DocumentTree _document;
    private readonly JsonObject _definitions = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, string> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<string> _pending = new();
    private readonly JsonSchema _schema;

    /// <summary>The definitions that the library makes no end of when it makes a sample.</summary>
    private readonly HashSet<string> _endless;

    /// <param name="document">The document.</param>
    /// <param name="pointers">The schemas to judge by, as JSON pointers with <c>#</c>.</param>
    /// <param name="schemas">More schemas to judge by.</param>
    public SchemaJudge(DocumentTree document, IEnumerable<string> pointers, IEnumerable<JsonNode> schemas)
    {
        _document = document;
        _discriminators = FindDiscriminators(document);
        foreach (string pointer in pointers)
        {
            Define(pointer);
        }

        foreach (JsonNode schema in schemas)
        {
            string name = "n" + _nodes.Count.ToString(CultureInfo.InvariantCulture);
            if (_nodes.TryAdd(schema, name))
            {
                _definitions[name] = Rewrite(schema);
            }
        }

        while (_pending.TryDequeue(out string? pointer))
        {
            DefineWhole(pointer);
        }

        CutCircles();
        _endless = Endless();

        // No reference leaves the text, so this completes at once.
        _schema = JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = _definitions }.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>Whether a value fits the schema at a pointer.</summary>
    public bool Fits(string pointer, string json) => Fault(pointer, json) is null;

    /// <summary>Why a value does not fit the schema at a pointer, or cannot be judged; null where it fits.</summary>
    public string? Fault(string pointer, string json) => Fault(() => SchemaOf(pointer), json);

    /// <summary>Why a value does not fit one of the schemas that were passed as such, or cannot be judged; null where it fits.</summary>
    public string? Fault(JsonNode schema, string json) => Fault(() => _schema.Definitions[_nodes[schema]].ActualSchema, json);

    private static string? Fault(Func<JsonSchema> schema, string json)
    {
        try
        {
            return new RememberingValidator().Validate(Bounded(json), schema()).FirstOrDefault() is { } error
                ? $"it does not fit: {error.Kind} at {error.Path}"
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException or OverflowException
            or FormatException or RegexMatchTimeoutException)
        {
            // NJsonSchema fails on some patterns, formats and numbers; what it cannot judge is no sample.
            return $"it cannot be judged: {e.GetType().Name} {e.Message}";
        }
    }

    /// <summary>The library's own sample: all members, or those that are required; null where it makes none.</summary>
    public string? Sample(string pointer, bool isFull)
    {
        if (_endless.Contains(_names[pointer]))
        {
            return null;
        }

        try
        {
            var generator = new SampleJsonDataGenerator(new SampleJsonDataGeneratorSettings { GenerateOptionalProperties = isFull });
            return generator.Generate(SchemaOf(pointer))?.ToString(Newtonsoft.Json.Formatting.None);
        }
        catch (Exception e)
            when (e is InvalidOperationException or NullReferenceException or ArgumentException or OverflowException or FormatException)
        {
            // It makes none of some schemas.
            return null;
        }
    }

    /// <summary>The library reads integers of 64 bits and decimals; what is larger is the largest of these to it.</summary>
    private static string Bounded(string json)
        => LargeNumber().IsMatch(json) ? Bounded(JsonNode.Parse(json))?.ToJsonString() ?? "null" : json;

    private static JsonNode? Bounded(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.Select(static member => KeyValuePair.Create(member.Key, Bounded(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bounded)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && LargeNumber().IsMatch(value.ToJsonString()) =>
            BoundedNumber(value.ToJsonString()),
        _ => node?.DeepClone(),
    };

    private static JsonNode BoundedNumber(string number)
    {
        bool isNegative = number[0] == '-';
        return number.AsSpan().ContainsAny('.', 'e', 'E')
            ? JsonNode.Parse(Math.Abs(double.Parse(number, CultureInfo.InvariantCulture)) < 7e28 ? number : isNegative ? "-7e28" : "7e28")!
            : JsonNode.Parse(
                long.TryParse(number, CultureInfo.InvariantCulture, out _)
                    ? number
                    : (isNegative ? long.MinValue : long.MaxValue).ToString(CultureInfo.InvariantCulture))!;
    }

    /// <summary>What may be a large number, in a number or in a whole text.</summary>
    [GeneratedRegex(@"[0-9]{19}|[0-9][eE]\+?[0-9]{2}")]
    private static partial Regex LargeNumber();

    private JsonSchema SchemaOf(string pointer) => _schema.Definitions[_names[pointer]].ActualSchema;

    /// <summary>
    /// A definition's name for a place of the document; names of the document's own need escaping that libraries differ in.
    /// </summary>
    private string Define(string pointer)
    {
        if (!_names.TryGetValue(pointer, out string? name))
        {
            name = "s" + _names.Count.ToString(CultureInfo.InvariantCulture);
            _names.Add(pointer, name);
            _pending.Enqueue(pointer);
        }

        return name;
    }

    /// <summary>A schema of the document as JSON Schema draft 4.</summary>
    private JsonNode Rewrite(JsonNode? node)
    {
        if (node is not JsonObject source)
        {
            return node is JsonValue value && value.TryGetValue(out bool isAny) && !isAny
                ? new JsonObject { ["not"] = new JsonObject() }
                : new JsonObject();
        }

        if (source["$ref"] is JsonValue reference)
        {
            // From 3.1 on, what stands beside a reference counts too.
            JsonObject beside =
            [
                .. source.Where(static member => member.Key != "$ref")
                    .Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
            ];
            return beside.Count == 0 || _document.Version.StartsWith("3.0", StringComparison.Ordinal) || _document.IsVersion2
                ? Reference(Define(reference.ToString()))
                : new JsonObject { ["allOf"] = new JsonArray(Reference(Define(reference.ToString())), Rewrite(beside)) };
        }

        JsonObject target = [];
        foreach ((string key, JsonNode? child) in source)
        {
            switch (key)
            {
                case "properties" or "patternProperties" when child is JsonObject map:
                    target[key] = new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Rewrite(member.Value))));
                    break;
                case "allOf" or "oneOf" or "anyOf" when child is JsonArray list:
                    // Of variants that differ in nothing required, oneOf would refuse every sample.
                    target[key == "oneOf" && source["anyOf"] is null ? "anyOf" : key] = new JsonArray(
                        [.. list.Select(part => key == "allOf" ? RewritePart(part) : Rewrite(part))]);
                    break;
                case "items" or "not":
                    target[key] = Rewrite(child);
                    break;
                case "prefixItems" when child is JsonArray tuple:
                    target["items"] = new JsonArray([.. tuple.Select(Rewrite)]);
                    break;
                case "additionalProperties":
                    target[key] = child is JsonValue ? child.DeepClone() : Rewrite(child);
                    break;
                case "const":
                    target["enum"] = new JsonArray(child?.DeepClone());
                    break;
                case "default":
                    target[key] = Bounded(child);
                    break;
                case "enum" when child is JsonArray:
                    // Values of another type than the schema's say nothing.
                    if (SchemaTypes.Values(_document, source) is { Count: > 0 } values)
                    {
                        target[key] = Bounded(values);
                    }

                    break;
                case "type" when child is JsonArray types:
                    target[key] = new JsonArray([.. types.Select(static type => JsonValue.Create(SchemaTypes.Name(type)))]);
                    break;
                case "type" when child is null || Kind(child) == JsonValueKind.String:
                    target[key] = SchemaTypes.Name(child);
                    break;
                case "format":
                    target[key] = SchemaFormat.Of(source);
                    break;
                case "contentEncoding" when child?.ToString() == "base64":
                    target["format"] = "byte";
                    break;
                case "required" when child is JsonArray:
                case "pattern" when Kind(child) == JsonValueKind.String:
                case "uniqueItems"
                    or "exclusiveMinimum"
                    or "exclusiveMaximum" when Kind(child) is JsonValueKind.True or JsonValueKind.False:
                // The library counts in decimals and in integers of 32 bits; a limit beyond these is none.
                case "minimum"
                    or "maximum"
                    or "exclusiveMinimum"
                    or "exclusiveMaximum"
                    or "multipleOf" when child is JsonValue limit && limit.TryGetValue(out decimal _):
                case "minLength"
                    or "maxLength"
                    or "minItems"
                    or "maxItems"
                    or "minProperties"
                    or "maxProperties" when child is JsonValue count && count.TryGetValue(out int _):
                    target[key] = child?.DeepClone();
                    break;
            }
        }

        if (SchemaTypes.Of(_document, source) is [var only])
        {
            // What tells the type without saying it, documents mean as that type.
            target["type"] = only;
            BoundFormat(target, only, SchemaFormat.Of(source));
        }

        KeepBeside(target);
        if (source["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool isNullable) && isNullable)
        {
            AllowNull(target);
        }

        return target;
    }

    /// <summary>The library takes a schema of one part for that part, and forgets what stands beside it.</summary>
    private static void KeepBeside(JsonObject target)
    {
        foreach (string keyword in s_alternatives.Where(keyword => target.Count > 1 && target[keyword] is JsonArray { Count: 1 }))
        {
            JsonNode only = target[keyword]![0]!.DeepClone();
            target.Remove(keyword);
            (target["allOf"] as JsonArray ?? (JsonArray)(target["allOf"] = new JsonArray())).Add(only);
        }

        if (target.Count > 1 && target["allOf"] is JsonArray { Count: 1 } parts)
        {
            parts.Add(new JsonObject());
        }
    }

    /// <summary>What a format says of a value: the library does not hold one to it.</summary>
    private static void BoundFormat(JsonObject target, string type, string? format)
    {
        if (type == "string" && format == "byte")
        {
            // A decoder may refuse what no encoder writes (RFC 4648, 3.5), and .NET's does.
            target["pattern"] ??= Base64;
        }

        if (type == "integer" && SchemaFormat.Range(format) is var (least, most))
        {
            target["minimum"] ??= least;
            target["maximum"] ??= most;
        }
    }

    private static JsonValueKind? Kind(JsonNode? node) => node?.GetValueKind();

    private static void AllowNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.ToString(), "null");
        }
    }
}
