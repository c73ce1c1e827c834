using System.Text.Json.Nodes;

namespace OgGen.Generator.Tests.Reading;

/// <summary>Schemas that refer to each other at random, unions above all, and values that fit them more or less.</summary>
internal sealed class RandomDocument(int seed)
{
    private const int Deepest = 40;

    private static readonly string[] s_names = ["a", "b", "c", "next", "n"];

    private readonly Random _random = new(seed);
    private readonly JsonObject _schemas = [];
    private int _left;

    /// <summary>The schemas <c>T0</c> to <c>T5</c>: the first two are unions.</summary>
    public string Schemas()
    {
        for (int i = 0; i < 6; i++)
        {
            _schemas.Add($"T{i}", i switch
            {
                0 => Untagged(),
                1 => Tagged(i),
                _ => _random.Next(4) switch { 0 => Untagged(), 1 => List(), _ => Object() },
            });
        }

        for (int i = 0; i < 3; i++)
        {
            // The variants of T1: objects that say their names.
            JsonObject variant = Object();
            variant["properties"]!["kind"] = new JsonObject { ["type"] = "string" };
            variant["required"] = new JsonArray([JsonValue.Create("kind"), .. Required(variant)]);
            _schemas.Add($"V{i}", variant);
        }

        return _schemas.ToJsonString();
    }

    /// <summary>A value of <c>T0</c> or <c>T1</c>: deep, but not large.</summary>
    public string Value(int union)
    {
        _left = 200;
        JsonNode value = Of(Ref($"T{union}"), 0) ?? new JsonObject();
        return value.ToJsonString(new() { MaxDepth = 2 * Deepest });
    }

    private static JsonObject Ref(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static JsonNode[] Required(JsonObject schema)
        => [.. (schema["required"] as JsonArray ?? []).Select(static name => JsonValue.Create(name!.GetValue<string>()))];

    private JsonObject Untagged()
    {
        var alternatives = new JsonArray();
        for (int i = 2 + _random.Next(3); i > 0; i--)
        {
            alternatives.Add(_random.Next(5) switch { 0 => Scalar(), 1 => List(), 2 => Ref($"T{_random.Next(6)}"), _ => Object() });
        }

        return new() { [_random.Next(2) == 0 ? "oneOf" : "anyOf"] = alternatives };
    }

    private static JsonObject Tagged(int index) => new()
    {
        ["oneOf"] = new JsonArray(Ref("V0"), Ref("V1"), Ref("V2")),
        ["discriminator"] = new JsonObject { ["propertyName"] = "kind" },
        ["description"] = $"T{index}",
    };

    private JsonObject List() => new() { ["type"] = "array", ["items"] = Any() };

    private JsonObject Object()
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (string name in s_names.Where(_ => _random.Next(3) > 0))
        {
            properties.Add(name, Any());
            if (_random.Next(4) == 0)
            {
                required.Add(name);
            }
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties, ["required"] = required };
        if (_random.Next(6) == 0)
        {
            schema["additionalProperties"] = Any();
        }

        return schema;
    }

    private JsonObject Any() => _random.Next(3) > 0 ? Ref($"T{_random.Next(6)}") : Scalar();

    private JsonObject Scalar() => new() { ["type"] = _random.Next(3) switch { 0 => "integer", 1 => "boolean", _ => "string" } };

    private bool IsEnough(int depth) => depth > Deepest || _left <= 0;

    private JsonNode? Of(JsonObject schema, int depth)
    {
        _left--;
        while (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            schema = _schemas[reference[(reference.LastIndexOf('/') + 1)..]]!.AsObject();
        }

        if (_random.Next(60) == 0)
        {
            // What fits nothing.
            return _random.Next(3) switch
            {
                0 => JsonValue.Create(1.5),
                1 => new JsonArray(true, "x"),
                _ => new JsonObject { ["odd"] = 1 },
            };
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray alternatives)
        {
            int index = _random.Next(alternatives.Count);
            JsonNode? value = IsEnough(depth) ? null : Of(alternatives[index]!.AsObject(), depth + 1);
            if (schema.ContainsKey("discriminator") && value is JsonObject variant)
            {
                // Last, so that it has to be looked for.
                variant.Remove("kind");
                variant.Add("kind", _random.Next(8) == 0 ? "V9" : $"V{index}");
            }

            return value;
        }

        return schema["type"]!.GetValue<string>() switch
        {
            "integer" => _random.Next(1000),
            "boolean" => _random.Next(2) == 0,
            "string" => _random.Next(20) == 0 ? new string('x', 1000) : "x",
            "array" => IsEnough(depth) ? new JsonArray() : ListOf(schema["items"]!.AsObject(), depth),
            _ => IsEnough(depth) ? new JsonObject() : ObjectOf(schema, depth),
        };
    }

    private JsonArray ListOf(JsonObject items, int depth)
        => [.. Enumerable.Range(0, _random.Next(depth < 4 ? 4 : 2)).Select(_ => Of(items, depth + 1) ?? JsonValue.Create(0))];

    private JsonObject ObjectOf(JsonObject schema, int depth)
    {
        var value = new JsonObject();
        string[] required = [.. Required(schema).Select(static name => name.GetValue<string>())];
        foreach ((string name, JsonNode? member) in schema["properties"]!.AsObject())
        {
            if (required.Contains(name) || _random.Next(depth < 4 ? 2 : 3) > 0)
            {
                value.Add(name, Of(member!.AsObject(), depth + 1) ?? JsonValue.Create(0));
            }
        }

        return value;
    }
}
