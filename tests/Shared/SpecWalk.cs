using System.Text.Json.Nodes;

namespace OgGen.Tests.Shared;

/// <summary>An operation of the document with its place.</summary>
internal sealed record Operation(string Method, string Path, JsonObject PathItem, JsonObject Node)
{
    public string Id => Node["operationId"]!.GetValue<string>();

    /// <summary>The parameters of the path item and of the operation, references resolved.</summary>
    public IEnumerable<JsonObject> Parameters =>
        new[] { PathItem["parameters"], Node["parameters"] }
            .OfType<JsonArray>()
            .SelectMany(list => list)
            .Select(parameter => SpecDocument.Resolve(parameter!));

    public JsonObject? JsonRequest =>
        Node["requestBody"] is JsonNode body ? SpecDocument.Resolve(body)["content"]!["application/json"]!.AsObject() : null;

    /// <summary>Status (or range) and response, references resolved.</summary>
    public IEnumerable<(string Status, JsonObject Response)> Responses =>
        Node["responses"]!.AsObject().Select(pair => (pair.Key, SpecDocument.Resolve(pair.Value!)));

    public override string ToString() => Id;
}

/// <summary>Ways through the document that several tests take.</summary>
internal static class SpecWalk
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. from path in SpecDocument.Paths
           from member in path.Value!.AsObject()
           where Methods.Contains(member.Key)
           select new Operation(member.Key.ToUpperInvariant(), path.Key, path.Value!.AsObject(), member.Value!.AsObject()),
    ];

    public static Operation Get(string operationId) => Operations.Single(operation => operation.Id == operationId);

    /// <summary>The name of the component that a schema refers to.</summary>
    public static string ComponentName(JsonNode schema)
    {
        string reference = schema["$ref"]!.GetValue<string>();
        return reference[(reference.LastIndexOf('/') + 1)..];
    }

    /// <summary>Every object of the tree with its JSON pointer. Values of examples are data, not document: they are left out.</summary>
    public static IEnumerable<(string Pointer, JsonObject Node)> Objects(JsonNode? node, string pointer = "#")
    {
        if (node is JsonObject o)
        {
            yield return (pointer, o);
            foreach ((string key, JsonNode? value) in o)
            {
                bool isData = key is "example" || (key is "value" && pointer.Contains("/examples/", StringComparison.Ordinal));
                if (!isData)
                {
                    foreach ((string, JsonObject) child in Objects(value, pointer + "/" + key))
                    {
                        yield return child;
                    }
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                foreach ((string, JsonObject) child in Objects(array[i], $"{pointer}/{i}"))
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>The parameter, header and media type objects of the document: everything that has a schema and examples.</summary>
    public static IEnumerable<(string Pointer, JsonObject Node)> Holders() =>
        Objects(SpecDocument.Root).Where(found =>
            found.Node["schema"] is not null && (found.Node["example"] is not null || found.Node["examples"] is not null));
}
