using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>Parses a request body, eagerly: what <see cref="JsonNode"/> would find wrong only on first access is a 400 here.</summary>
internal static class JsonBody
{
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions s_options = new()
    {
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
    };

    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JsonObject? body)
    {
        try
        {
            body = JsonNode.Parse(utf8, nodeOptions: null, s_options) as JsonObject;
            Touch(body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid UTF-8, or has half a surrogate pair.
            body = null;
        }

        return body is not null;
    }

    /// <exception cref="InvalidOperationException">A string is no Unicode.</exception>
    public static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((_, JsonNode? value) in members)
                {
                    Touch(value);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Touch(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }
}
