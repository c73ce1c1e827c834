using System.Text.Json.Nodes;

namespace OgGen.Generator.Tests.Names;

/// <summary>
/// A document made at random from a seed, in which equal inline schemas stand in many places: in operations, path items, callbacks,
/// shared elements, subschemas of <c>allOf</c>, and alternatives beside members.
/// </summary>
internal sealed class GeneratedDocument
{
    private static readonly string[] s_ids =
    [
        "getCat", "listCats", "getCatKind", "getCatResponse", "addDog", "getDogItem", "x", "findEverything",
    ];
    private static readonly string[] s_members = ["kind", "name", "item", "items", "data", "response", "cat_kind"];

    private readonly Random _random;
    private readonly JsonNode[] _pool;

    private GeneratedDocument(int seed)
    {
        _random = new Random(seed);
        _pool = [];
        _pool = [Object(1), Object(1), Schema(2), Schema(1), Enumeration()];
    }

    public static JsonObject Of(int seed) => new GeneratedDocument(seed).Document();

    /// <summary>The operations of a document: the path and the method of each.</summary>
    public static IEnumerable<(string Path, string Method, JsonObject Operation)> OperationsOf(JsonObject document)
        => from path in document["paths"]!.AsObject()
           from member in path.Value!.AsObject()
           where member.Key is "get" or "post"
           select (path.Key, member.Key, member.Value!.AsObject());

    /// <summary>The same object with its members in another order.</summary>
    public static JsonObject Ordered(JsonObject value, Random random)
    {
        KeyValuePair<string, JsonNode?>[] members =
        [
            .. value.Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
        ];
        random.Shuffle(members);
        return new JsonObject(members);
    }

    private JsonObject Document()
    {
        string[] ids = [.. s_ids];
        _random.Shuffle(ids);
        var paths = new JsonObject();
        for (int i = 0; i < 5; i++)
        {
            var item = new JsonObject { ["get"] = Operation(ids[i], hasBody: false) };
            if (i == 0)
            {
                item["parameters"] = new JsonArray(Parameter("shared"));
                item["post"] = Operation(ids[5], hasBody: true);
            }

            paths["/p" + i] = item;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "T", ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://example.com" }),
            ["paths"] = paths,
            ["webhooks"] = new JsonObject
            {
                ["moved"] = new JsonObject { ["post"] = new JsonObject { ["requestBody"] = Content(Schema(2)), ["responses"] = Done() } },
            },
            ["components"] = Components(),
        };
    }

    private JsonObject Components() => new()
    {
        ["schemas"] = new JsonObject
        {
            ["Zoo"] = Object(2),
            ["Base"] = Object(2),
            ["Ape"] = new JsonObject { ["allOf"] = new JsonArray(Reference("schemas/Base"), Object(1)) },
            ["Animal"] = new JsonObject
            {
                ["oneOf"] = new JsonArray(Reference("schemas/Lion"), Reference("schemas/Bear")),
                ["discriminator"] = new JsonObject { ["propertyName"] = "sort" },
            },
            ["Lion"] = Variant("sort"),
            ["Bear"] = new JsonObject { ["allOf"] = new JsonArray(Reference("schemas/Base"), Variant("sort")) },
            ["Form"] = DiscriminatedBase(),
            ["Circle"] = new JsonObject { ["allOf"] = new JsonArray(Reference("schemas/Form"), Object(1)) },
            ["Square"] = new JsonObject { ["allOf"] = new JsonArray(Reference("schemas/Form"), Object(1)) },
            ["Either"] = new JsonObject { ["oneOf"] = new JsonArray(Object(1), Schema(1), new JsonObject { ["type"] = "integer" }) },
            ["Plus"] = new JsonObject { ["allOf"] = new JsonArray(Reference("schemas/Either"), Object(1)) },
        },
        ["responses"] = new JsonObject
        {
            ["topic"] = Response(Schema(2)),
            ["problem"] = Response(Schema(2)),
            ["alias"] = Reference("responses/topic"),
        },
        ["parameters"] = new JsonObject { ["sort"] = Parameter("sort") },
        ["requestBodies"] = new JsonObject { ["input"] = Content(Schema(2)) },
        ["headers"] = new JsonObject { ["rate"] = new JsonObject { ["schema"] = Enumeration() } },
    };

    private JsonObject Operation(string id, bool hasBody)
    {
        var responses = new JsonObject
        {
            ["200"] = One(() => Response(Schema(2)), () => Reference("responses/topic"), () => Reference("responses/alias")),
        };
        var operation = new JsonObject { ["operationId"] = id, ["responses"] = responses };
        if (_random.Next(3) > 0)
        {
            operation["tags"] = new JsonArray(_random.Next(2) == 0 ? "zoo" : "cat");
        }

        Perhaps(() => operation["parameters"] = new JsonArray(One(() => Parameter("own"), () => Reference("parameters/sort"))));
        Perhaps(() => responses["201"] = Response(Schema(2)));
        Perhaps(() => responses["404"] = One(() => Response(Schema(1)), () => Reference("responses/problem")));
        Perhaps(() => operation["servers"] = new JsonArray(
            new JsonObject { ["url"] = One(() => "https://a.example.com", () => "https://b.example.com/v1") }));
        Perhaps(() => operation["callbacks"] = new JsonObject
        {
            ["done"] = new JsonObject
            {
                ["{$request.query.url}"] = new JsonObject
                {
                    ["post"] = new JsonObject { ["requestBody"] = Content(Schema(1)), ["responses"] = Done() },
                },
            },
        });
        if (hasBody)
        {
            operation["requestBody"] = One(() => Content(Schema(2)), () => Reference("requestBodies/input"));
        }

        return operation;
    }

    private JsonObject Response(JsonNode schema)
    {
        JsonObject response = Content(schema);
        response["description"] = "A.";
        Perhaps(() => response["headers"] = new JsonObject
        {
            ["X-Rate"] = One(() => Reference("headers/rate"), () => new JsonObject { ["schema"] = Enumeration() }),
        });
        return response;
    }

    private JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = One<JsonNode>(Enumeration, () => new JsonObject { ["type"] = "array", ["items"] = Enumeration() }),
    };

    private JsonNode Schema(int depth)
    {
        if (_pool.Length > 0 && _random.Next(2) == 0)
        {
            return _pool[_random.Next(_pool.Length)].DeepClone();
        }

        return depth == 0 ? One<JsonNode>(Enumeration, () => new JsonObject { ["type"] = "string" }) : _random.Next(9) switch
        {
            0 => Enumeration(),
            1 => new JsonObject { ["type"] = "array", ["items"] = Schema(depth - 1) },
            2 => new JsonObject { ["type"] = "object", ["additionalProperties"] = Schema(depth - 1) },
            3 => new JsonObject { ["oneOf"] = new JsonArray(Object(depth - 1), new JsonObject { ["type"] = "string" }) },
            4 => new JsonObject
            {
                ["allOf"] = new JsonArray(Reference("schemas/" + One(() => "Base", () => "Ape", () => "Either")), Object(depth - 1)),
            },
            5 => Reference("schemas/" + One(() => "Zoo", () => "Animal", () => "Form", () => "Plus")),
            6 => Beside(depth),
            _ => Object(depth),
        };
    }

    /// <summary>Members beside alternatives, which are merged with them.</summary>
    private JsonObject Beside(int depth)
    {
        JsonObject schema = Object(depth - 1);
        schema["oneOf"] = new JsonArray(Object(depth - 1), Reference("schemas/Ape"));
        return schema;
    }

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            properties[s_members[_random.Next(s_members.Length)]] = Schema(Math.Max(depth - 1, 0));
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        Perhaps(() => schema["description"] = One(() => "One thing.", () => "Another thing."));
        return schema;
    }

    private JsonObject Variant(string discriminator)
    {
        JsonObject schema = Object(1);
        schema["properties"]![discriminator] = new JsonObject { ["type"] = "string" };
        schema["required"] = new JsonArray(discriminator);
        return schema;
    }

    private JsonObject DiscriminatedBase()
    {
        JsonObject schema = Variant("form");
        schema["properties"]!["form"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Circle", "Square") };
        schema["discriminator"] = new JsonObject { ["propertyName"] = "form" };
        return schema;
    }

    private JsonObject Enumeration()
        => new JsonObject { ["type"] = "string", ["enum"] = One(() => new JsonArray("a", "b"), () => new JsonArray("c", "d", "e")) };

    private T One<T>(params Func<T>[] choices) => choices[_random.Next(choices.Length)]();

    private void Perhaps(Action action)
    {
        if (_random.Next(3) == 0)
        {
            action();
        }
    }

    private static JsonObject Content(JsonNode schema)
        => new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } };

    private static JsonObject Reference(string component) => new() { ["$ref"] = "#/components/" + component };

    private static JsonObject Done() => new() { ["204"] = new JsonObject { ["description"] = "A." } };
}
