using System.Net;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>The JSON bodies of a document's operations.</summary>
internal static class OperationBodies
{
    private static readonly string[] s_answers = ["2", "3", "default"];

    /// <summary>The schemas of all JSON bodies that are sent or answered.</summary>
    public static IEnumerable<JsonNode> Schemas(DocumentTree document)
        => document.Operations
            .SelectMany(operation => new[]
            {
                Answer(document, operation).Schema,
                RequestBody.Of(document, operation) is { } body && IsJson(body.ContentType) ? body.Schema : null,
            })
            .OfType<JsonNode>();

    /// <summary>
    /// The first documented success: its status, and its body where that is JSON. Where there is none, a redirect that the document
    /// describes is an answer, and after that the default one.
    /// </summary>
    public static (HttpStatusCode Status, string? ContentType, JsonNode? Schema) Answer(DocumentTree document, DocumentOperation operation)
    {
        JsonObject responses = operation.Node["responses"] as JsonObject ?? [];
        (string status, JsonNode? response) = s_answers
            .Select(start => responses.FirstOrDefault(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)))
            .FirstOrDefault(static pair => pair.Value is not null);
        if (document.Resolve(response) is not JsonObject node || operation.Method == "HEAD")
        {
            return (HttpStatusCode.NoContent, null, null);
        }

        (string? contentType, JsonNode? schema) = document.IsVersion2 ? Version2(document, operation, node) : Version3(node);
        return (int.TryParse(status, out int code) ? (HttpStatusCode)code : HttpStatusCode.OK, contentType, schema);
    }

    public static bool IsJson(string contentType)
    {
        string type = contentType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static (string? ContentType, JsonNode? Schema) Version2(DocumentTree document, DocumentOperation operation, JsonObject response)
    {
        JsonArray produces = operation.Node["produces"] as JsonArray ?? document.Root["produces"] as JsonArray ?? new JsonArray("application/json");
        return response["schema"] is { } schema && produces.Any(static type => IsJson(type!.ToString())) ? ("application/json", schema) : (null, null);
    }

    private static (string? ContentType, JsonNode? Schema) Version3(JsonObject response)
    {
        (string? contentType, JsonNode? media) = (response["content"] as JsonObject ?? []).FirstOrDefault(static pair => IsJson(pair.Key));
        return media?["schema"] is { } schema ? (contentType, schema) : (null, null);
    }
}
