using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Samples;

/// <summary>
/// Compares JSON as values: members in any order, 1 equals 1.0; an instant may be written in several ways (RFC 3339), a UUID in small and
/// capital letters (RFC 9562).
/// </summary>
internal static class JsonValues
{
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        switch (left, right)
        {
            case (JsonObject first, JsonObject second):
                return first.Count == second.Count
                    && first.All(member => second.TryGetPropertyValue(member.Key, out JsonNode? other) && AreEqual(member.Value, other));
            case (JsonArray first, JsonArray second):
                return first.Count == second.Count && first.Zip(second).All(static pair => AreEqual(pair.First, pair.Second));
            case (JsonValue first, JsonValue second) when first.GetValueKind() == JsonValueKind.String
                && second.GetValueKind() == JsonValueKind.String:
                string one = first.GetValue<string>();
                string two = second.GetValue<string>();
                return one == two
                    || Instant(one) is { } instant && Instant(two) is { } other && instant.EqualsExact(other)
                    || Guid.TryParseExact(one, "D", out Guid id) && Guid.TryParseExact(two, "D", out Guid otherId) && id == otherId;
            default:
                return left is JsonValue && right is JsonValue
                    ? AreEqual(left.ToJsonString(), right.ToJsonString())
                    : JsonNode.DeepEquals(left, right);
        }
    }

    /// <summary>Scalars by their text, which compare as JSON does whatever C# type holds them.</summary>
    private static bool AreEqual(string left, string right)
        => left == right || JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right));

    private static DateTimeOffset? Instant(string text)
        => text.Length >= 20
            && text[10] is 'T' or 't'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)
            ? instant
            : null;
}
