using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>The values of extensions.</summary>
internal static class ExtensionValues
{
    /// <summary>The expected value, for a message; null where the value is valid.</summary>
    public static string? Check(ExtensionValue expected, JsonNode? value) => expected switch
    {
        ExtensionValue.Flag => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : "true or false",
        ExtensionValue.Names => value is JsonArray list && list.All(IsText) ? null : "a list of JSON names",
        ExtensionValue.Poll =>
            IsPoll(value) ? null : "an object with a 'status', which is a number, and a 'header' and its 'value', which are strings",
        _ => IsText(value) ? null : "a string that is not empty",
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0;

    private static bool IsPoll(JsonNode? node)
        => node is JsonObject { Count: 3 } poll
            && poll["status"] is { } status
            && status.GetValueKind() == JsonValueKind.Number
            && status.ToJsonString() is { Length: 3 } digits
            && digits.All(char.IsDigit)
            && JsonMembers.String(poll, "header") is { Length: > 0 }
            && JsonMembers.String(poll, "value") is not null;
}
