using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>The JSON bodies of a document's operations.</summary>
internal static class OperationBodies
{
    private static readonly string[] s_answers = ["2", "3", "default"];

    /// <summary>The schema of JSON that a document says nothing of.</summary>
    private static readonly JsonObject s_anything = [];

    /// <summary>The schemas of all JSON bodies that are sent or answered.</summary>
    public static IEnumerable<JsonNode> Schemas(DocumentTree document)
        => document.Operations
            .SelectMany(operation => new[]
            {
                Answer(document, operation).Schema,
                RequestBody.Of(document, operation) is { } body && MayBeJson(body.ContentType) ? body.Schema : null,
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

        // These have no body, whatever the document says of one.
        if (status is "204" or "205" or "304")
        {
            return ((HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture), null, null);
        }

        (string? contentType, JsonNode? schema) = document.IsVersion2 ? Version2(document, operation, node) : Version3(node);
        return (int.TryParse(status, out int code) ? (HttpStatusCode)code : HttpStatusCode.OK, contentType, schema);
    }

    public static bool IsJson(string contentType)
    {
        string type = Essence(contentType);
        return type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>JSON, or a range that JSON is one of: what has such a type and a schema is JSON then.</summary>
    public static bool MayBeJson(string contentType) => IsJson(contentType) || Essence(contentType) is "*/*" or "application/*";

    /// <summary>A content type that is one: for a range, one of it.</summary>
    public static string Concrete(string contentType) => Essence(contentType) switch
    {
        "*/*" or "application/*" => "application/json",
        [.. var type, '/', '*'] => type + "/x-any",
        _ => contentType,
    };

    private static string Essence(string contentType) => contentType.Split(';')[0].Trim().ToLowerInvariant();

    private static (string? ContentType, JsonNode? Schema) Version2(DocumentTree document, DocumentOperation operation, JsonObject response)
    {
        // An empty list says nothing of the body that the schema describes.
        JsonArray produces = operation.Node["produces"] as JsonArray ?? document.Root["produces"] as JsonArray ?? [];
        return response["schema"] is { } schema && (produces.Count == 0 || produces.Any(static type => MayBeJson(type!.ToString())))
            ? ("application/json", schema)
            : (null, null);
    }

    private static (string? ContentType, JsonNode? Schema) Version3(JsonObject response)
    {
        (string? contentType, JsonNode? media) = (response["content"] as JsonObject ?? [])
            .Where(static pair => IsJson(pair.Key) || MayBeJson(pair.Key) && pair.Value?["schema"] is not null)
            .OrderBy(static pair => (pair.Value?["schema"] is null, !IsJson(pair.Key)))
            .FirstOrDefault();
        return contentType is null ? (null, null) : (Concrete(contentType), media?["schema"] ?? s_anything);
    }
}
