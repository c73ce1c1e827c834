using System.Text.Json.Nodes;

namespace OgGen.Fuzz;

/// <summary>Changes that know OpenAPI: what comes out is mostly a document, only one that nobody would write.</summary>
internal static class SchemaMutations
{
    private static readonly string[] s_types = ["string", "integer", "number", "boolean", "object", "array", "null"];
    private static readonly string[] s_formats =
    [
        "int32", "int64", "float", "double", "decimal", "date", "date-time", "time", "uuid", "uri", "byte", "binary", "duration", "x",
    ];
    private static readonly string[] s_places = ["path", "query", "header", "cookie", "formData", "body", "querystring"];
    private static readonly string[] s_styles =
    [
        "form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "cookie", "x",
    ];
    private static readonly string[] s_paths =
    [
        "/{a}", "/{a}/{a}", "/a/{b}c{d}", "/a?b=c", "/a#b", "/a b", "/..", "//a", "/é", "/{}", "/{a-b}.json",
    ];

    public static void Change(JsonObject document, Random random)
    {
        JsonObject[] objects = [.. Tree.Nodes(document).OfType<JsonObject>()];
        JsonObject[] schemas = [.. objects.Where(IsSchema)];
        JsonObject[] parameters = [.. objects.Where(static item => item.ContainsKey("in") && item.ContainsKey("name"))];
        int kind = random.Next(12);
        if (kind == 0 && parameters.Length > 0)
        {
            ChangeParameter(parameters[random.Next(parameters.Length)], random);
        }
        else if (kind == 1 && document["paths"] is JsonObject { Count: > 0 } paths)
        {
            Tree.Rename(
                paths,
                paths.ElementAt(random.Next(paths.Count)).Key,
                random.Next(2) == 0 ? s_paths[random.Next(s_paths.Length)] : "/" + Texts.Any(random));
        }
        else if (kind == 2)
        {
            ChangeOperation(document, random);
        }
        else if (schemas.Length > 0)
        {
            ChangeSchema(schemas[random.Next(schemas.Length)], document, random);
        }
    }

    private static bool IsSchema(JsonObject item)
        => item.Parent is not null
            && (item.ContainsKey("type") && item["type"] is JsonValue or JsonArray
                || item.ContainsKey("allOf")
                || item.ContainsKey("oneOf")
                || item.ContainsKey("anyOf")
                || item.ContainsKey("properties"));

    private static void ChangeSchema(JsonObject schema, JsonObject document, Random random)
    {
        switch (random.Next(16))
        {
            case 0:
                schema["type"] = random.Next(4) == 0 ? new JsonArray(Pick(s_types, random), Pick(s_types, random)) : Pick(s_types, random);
                break;
            case 1:
                schema["format"] = Pick(s_formats, random);
                break;
            case 2:
                schema["enum"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random))]);
                break;
            case 3:
                schema[Pick(["allOf", "oneOf", "anyOf"], random)] = new JsonArray(
                    [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode?)Schema(document, random))]);
                break;
            case 4:
                schema["discriminator"] = Discriminator(document, random);
                break;
            case 5:
                schema["items"] = Schema(document, random);
                break;
            case 6:
                schema["additionalProperties"] = random.Next(3) == 0 ? JsonValue.Create(random.Next(2) == 0) : Schema(document, random);
                break;
            case 7:
                schema["required"] = new JsonArray(
                    [.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode?)JsonValue.Create(Member(schema, random)))]);
                break;
            case 8:
                schema[Pick(
                    ["nullable", "readOnly", "writeOnly", "deprecated", "x-oggen-secret", "x-oggen-optional"],
                    random)] = random.Next(4) > 0;
                break;
            case 9:
                schema[Pick(
                    ["default", "const", "example", "minimum", "maxLength", "pattern", "title", "description", "x-oggen-name"],
                    random)] = Value(random);
                break;
            case 10:
                schema["x-oggen-read-aliases"] = new JsonArray(Texts.Any(random), Member(schema, random));
                break;
            case 11 when schema["properties"] is JsonObject { Count: > 0 } members:
                Tree.Rename(members, members.ElementAt(random.Next(members.Count)).Key, Texts.Any(random));
                break;
            case 12:
                Tree.Replace(schema, Schema(document, random));
                break;
            default:
                JsonObject properties = schema["properties"] as JsonObject ?? [];
                schema.Remove("properties");
                properties[Texts.Any(random)] = Schema(document, random);
                schema["properties"] = properties;
                break;
        }
    }

    private static void ChangeParameter(JsonObject parameter, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                parameter["name"] = Texts.Any(random);
                break;
            case 1:
                parameter["in"] = Pick(s_places, random);
                break;
            case 2:
                parameter["style"] = Pick(s_styles, random);
                break;
            case 3:
                parameter[Pick(["explode", "required", "allowReserved", "deprecated"], random)] = random.Next(2) == 0;
                break;
            case 4:
                parameter["content"] = new JsonObject
                {
                    [Texts.Any(random)] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } },
                };
                break;
            default:
                parameter["x-oggen-name"] = Texts.Any(random);
                break;
        }
    }

    private static void ChangeOperation(JsonObject document, Random random)
    {
        JsonObject[] operations =
        [
            .. Tree.Nodes(document)
                .OfType<JsonObject>()
                .Where(static item => item.ContainsKey("responses") && item.Parent?.Parent?.Parent == item.Root),
        ];
        if (operations.Length == 0)
        {
            return;
        }

        JsonObject operation = operations[random.Next(operations.Length)];
        var content = new JsonObject
        {
            [Pick(
                [
                    "application/json",
                    "text/plain",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded",
                    "application/octet-stream",
                    Texts.Any(random),
                ],
                random)] = new JsonObject { ["schema"] = Schema(document, random) },
        };
        switch (random.Next(6))
        {
            case 0:
                operation["operationId"] = Texts.Any(random);
                break;
            case 1:
                operation["tags"] = new JsonArray(Texts.Any(random));
                break;
            case 2:
                operation["requestBody"] = new JsonObject { ["content"] = content, ["required"] = random.Next(2) == 0 };
                break;
            case 3:
                operation["responses"] = new JsonObject
                {
                    [Pick(["200", "201", "2XX", "default", "404", Texts.Any(random)], random)] = new JsonObject
                    {
                        ["description"] = "x",
                        ["content"] = content,
                    },
                };
                break;
            case 4:
                operation[Pick(["x-oggen-result", "x-oggen-name", "x-oggen-poll", "deprecated", "security"], random)] = Value(random);
                break;
            default:
                var parameters = operation["parameters"] as JsonArray ?? [];
                operation.Remove("parameters");
                parameters.Add(
                    (JsonNode)new JsonObject
                    {
                        ["name"] = Texts.Any(random),
                        ["in"] = Pick(s_places, random),
                        ["schema"] = Schema(document, random),
                    });
                operation["parameters"] = parameters;
                break;
        }
    }

    /// <summary>A small schema, or a reference to one of the document.</summary>
    private static JsonObject Schema(JsonObject document, Random random)
    {
        (string prefix,
            JsonObject? components) = document["definitions"] is JsonObject definitions
                ? ("#/definitions/", definitions)
                : ("#/components/schemas/", (document["components"] as JsonObject)?["schemas"] as JsonObject);
        return random.Next(8) switch
        {
            < 4 when components is { Count: > 0 } => new JsonObject
            {
                ["$ref"] = prefix
                    + components.ElementAt(random.Next(components.Count))
                        .Key.Replace("~", "~0", StringComparison.Ordinal)
                        .Replace("/", "~1", StringComparison.Ordinal),
            },
            4 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(Texts.Any(random), Texts.Any(random)) },
            5 => new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [Texts.Any(random)] = new JsonObject { ["type"] = Pick(s_types, random) } },
            },
            6 => new JsonObject
            {
                ["type"] = Pick(s_types, random),
                ["format"] = Pick(s_formats, random),
                ["nullable"] = random.Next(2) == 0,
            },
            _ => [],
        };
    }

    private static JsonObject Discriminator(JsonObject document, Random random)
    {
        var discriminator = new JsonObject { ["propertyName"] = Pick(["type", "kind", Texts.Any(random)], random) };
        if (random.Next(2) == 0)
        {
            discriminator["mapping"] = new JsonObject
            {
                [Texts.Any(random)] = Schema(document, random)["$ref"]?.DeepClone() ?? Texts.Any(random),
            };
        }

        return discriminator;
    }

    private static string Member(JsonObject schema, Random random)
        => schema["properties"] is JsonObject { Count: > 0 } members && random.Next(4) > 0
            ? members.ElementAt(random.Next(members.Count)).Key
            : Texts.Any(random);

    private static JsonNode? Value(Random random) => random.Next(6) switch
    {
        0 => random.Next(-5, 5),
        1 => random.Next(2) == 0,
        2 => null,
        3 => new JsonObject { ["status"] = 404, ["header"] = Texts.Any(random), ["value"] = Texts.Any(random) },
        _ => Texts.Any(random),
    };

    private static string Pick(string[] texts, Random random) => texts[random.Next(texts.Length)];
}
