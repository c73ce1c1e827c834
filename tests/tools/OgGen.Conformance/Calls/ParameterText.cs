using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Calls;

/// <summary>How OpenAPI serialises the value of a parameter: written here once more, apart from the runtime.</summary>
internal static class ParameterText
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names and values of a query, as they stand in it, not decoded; null where OpenAPI defines none.</summary>
    public static IReadOnlyList<string>? Query(DocumentParameter parameter, JsonNode? value)
    {
        string name = Encode(parameter.Name);
        if (parameter.IsJson)
        {
            return [$"{name}={Encode(Json(value))}"];
        }

        switch (value)
        {
            case JsonArray or JsonObject when IsOpen(value):
                return null;
            case JsonArray list when parameter.Style == "form" && parameter.Explode:
                return [.. list.Select(item => $"{name}={Encode(Text(item))}")];
            case JsonArray list:
                string? separator = Separator(parameter.Style);
                return separator is null ? null : [$"{name}={string.Join(separator, list.Select(static item => Encode(Text(item))))}"];
            case JsonObject item when parameter.Style == "deepObject":
                return [.. item.Select(member => $"{name}{Encode("[" + member.Key + "]")}={Encode(Text(member.Value))}")];
            case JsonObject item when parameter.Style == "form" && parameter.Explode:
                return [.. item.Select(static member => $"{Encode(member.Key)}={Encode(Text(member.Value))}")];
            case JsonObject item:
                separator = Separator(parameter.Style);
                IEnumerable<string> pairs = item.Select(member => Encode(member.Key) + separator + Encode(Text(member.Value)));
                return separator is null ? null : [$"{name}={string.Join(separator, pairs)}"];
            default:
                return [$"{name}={Encode(Text(value))}"];
        }
    }

    /// <summary>A value in a path; null where OpenAPI defines none.</summary>
    public static string? Path(DocumentParameter parameter, JsonNode? value)
    {
        if (!parameter.IsJson && IsOpen(value))
        {
            return null;
        }

        string name = Encode(parameter.Name);
        string comma = parameter switch
        {
            { Style: "label", Explode: true } => ".",
            { Style: "matrix", Explode: true } => ";",
            _ => Separator(parameter.Style) ?? ",",
        };
        string pairs = value switch
        {
            _ when parameter.IsJson => Encode(Json(value)),
            JsonArray list when parameter is { Style: "matrix", Explode: true } =>
                string.Join(";", list.Select(item => name + "=" + Encode(Text(item)))),
            JsonArray list => string.Join(comma, list.Select(static item => Encode(Text(item)))),
            JsonObject item => string.Join(
                comma, item.Select(member => Encode(member.Key) + (parameter.Explode ? "=" : ",") + Encode(Text(member.Value)))),
            _ => Encode(Text(value)),
        };
        return parameter.Style switch
        {
            "label" => "." + pairs,
            "matrix" when value is JsonArray or JsonObject && parameter.Explode => ";" + pairs,
            "matrix" => ";" + name + "=" + pairs,
            _ => pairs,
        };
    }

    /// <summary>Whether a path can hold a value: neither nothing nor what stands for another place (RFC 3986, 5.2.4).</summary>
    public static bool IsInPath(DocumentParameter parameter, JsonNode? value)
        => value switch
        {
            _ when parameter.IsJson => true,
            JsonArray list => list.Count > 0 && list.All(static item => IsSegment(Text(item))),
            JsonObject item => item.Count > 0 && item.All(static member => IsSegment(member.Key) && IsSegment(Text(member.Value))),
            _ => IsSegment(Text(value)),
        };

    /// <summary>A value in a header; nothing is encoded there. Null where OpenAPI defines none.</summary>
    public static string? Header(DocumentParameter parameter, JsonNode? value) => value switch
    {
        _ when parameter.IsJson => Json(value),
        _ when IsOpen(value) => null,
        JsonArray list => string.Join(Uri.UnescapeDataString(Separator(parameter.Style) ?? ","), list.Select(Text)),
        JsonObject item => string.Join(",", item.Select(member => member.Key + (parameter.Explode ? "=" : ",") + Text(member.Value))),
        _ => Text(value),
    };

    /// <summary>A scalar as text; a number as .NET writes it, without zeros at the end of a fraction.</summary>
    public static string Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number when value.ToJsonString().Contains('.', StringComparison.Ordinal)
            && value.AsValue().TryGetValue(out decimal number)
            => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    /// <summary>JSON with no more escapes than JSON needs.</summary>
    private static string Json(JsonNode? value) => value?.ToJsonString(s_plain) ?? "null";

    /// <summary>What stands for null, and for what is nested, OpenAPI leaves open.</summary>
    private static bool IsOpen(JsonNode? value)
        => value is JsonArray items && items.Any(static item => item is not JsonValue)
            || value is JsonObject members && members.Any(static member => member.Value is not JsonValue);

    private static bool IsSegment(string text) => !string.IsNullOrWhiteSpace(text) && text is not ("." or "..");

    public static string Encode(string text) => Uri.EscapeDataString(text);

    private static string? Separator(string style) => style switch
    {
        "form" => ",",
        "spaceDelimited" => "%20",
        "pipeDelimited" => "%7C",
        "tabDelimited" => "%09",
        _ => null,
    };
}
