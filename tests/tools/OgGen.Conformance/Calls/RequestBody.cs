using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>The body of an operation: JSON where the document offers it, else its first content type.</summary>
internal sealed record RequestBody(string ContentType, JsonNode? Schema, bool Required, IReadOnlyList<string> ContentTypes)
{
    public static RequestBody? Of(DocumentTree document, DocumentOperation operation)
        => document.IsVersion2
            ? OfVersion2(document, operation)
            : OfVersion3(document.Resolve(operation.Node["requestBody"]) as JsonObject);

    private static RequestBody? OfVersion3(JsonObject? node)
    {
        if (node?["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        string[] types = [.. content.Select(static pair => pair.Key)];
        string type = types.FirstOrDefault(OperationBodies.IsJson) ?? types.FirstOrDefault(OperationBodies.MayBeJson) ?? types[0];
        return new RequestBody(type, content[type]?["schema"], node["required"]?.GetValueKind() == JsonValueKind.True, types);
    }

    private static RequestBody? OfVersion2(DocumentTree document, DocumentOperation operation)
    {
        JsonArray consumes = operation.Node["consumes"] as JsonArray ?? document.Root["consumes"] as JsonArray ?? [];
        JsonObject[] parameters =
        [
            .. (operation.Node["parameters"] as JsonArray ?? []).Concat(operation.PathItem["parameters"] as JsonArray ?? [])
                .Select(document.Resolve).OfType<JsonObject>()
                .DistinctBy(static parameter => (parameter["in"]?.ToString(), parameter["name"]?.ToString())),
        ];
        if (parameters.FirstOrDefault(static parameter => parameter["in"]?.ToString() == "body") is { } body)
        {
            // A form has fields, so it is no content type of a body.
            string[] types = [.. consumes.Select(static type => type!.ToString()).Where(static type => !IsForm(type))];
            types = types.Length == 0 ? ["application/json"] : types;
            return new RequestBody(
                types.FirstOrDefault(OperationBodies.IsJson) ?? types.FirstOrDefault(OperationBodies.MayBeJson) ?? types[0],
                body["schema"],
                body["required"]?.GetValueKind() == JsonValueKind.True,
                types);
        }

        JsonObject[] form = [.. parameters.Where(static parameter => parameter["in"]?.ToString() == "formData")];
        if (form.Length == 0)
        {
            return null;
        }

        string[] formTypes = consumes.Count == 0
            ? ["application/x-www-form-urlencoded", "multipart/form-data"]
            : [.. consumes.Select(static type => type!.ToString())];
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                form.Select(static field => KeyValuePair.Create(field["name"]!.ToString(), (JsonNode?)field.DeepClone()))),
            ["required"] = new JsonArray([.. form.Where(IsRequired).Select(static field => JsonValue.Create(field["name"]!.ToString()))]),
        };
        return new RequestBody(formTypes[0], schema, form.Any(IsRequired), formTypes);
    }

    private static bool IsRequired(JsonObject field) => field["required"]?.GetValueKind() == JsonValueKind.True;

    private static bool IsForm(string type)
        => type.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal)
            || type.StartsWith("multipart/", StringComparison.Ordinal);
}
