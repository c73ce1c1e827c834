using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Calls;

/// <summary>How OpenAPI serialises the value of a parameter: written here once more, apart from the runtime.</summary>
internal static class ParameterText
{
    /// <summary>The names and values of a query, as they stand in it, not decoded; null where OpenAPI defines none.</summary>
    public static IReadOnlyList<string>? Query(DocumentParameter parameter, JsonNode? value)
    {
        string name = Encode(parameter.Name);
        if (parameter.IsJson)
        {
            return [$"{name}={Encode(value?.ToJsonString() ?? "null")}"];
        }

        switch (value)
        {
            case JsonArray items when items.Any(static item => item is not JsonValue):
            case JsonObject members when members.Any(static member => member.Value is not JsonValue):
                // What stands for null, and for what is nested, OpenAPI leaves open.
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
                return separator is null ? null : [$"{name}={string.Join(separator, item.Select(member => Encode(member.Key) + separator + Encode(Text(member.Value))))}"];
            default:
                return [$"{name}={Encode(Text(value))}"];
        }
    }

    /// <summary>A value in a path.</summary>
    public static string Path(DocumentParameter parameter, JsonNode? value)
    {
        string name = Encode(parameter.Name);
        string comma = parameter switch
        {
            { Style: "label", Explode: true } => ".",
            { Style: "matrix", Explode: true } => ";",
            _ => ",",
        };
        string pairs = value switch
        {
            JsonArray list when parameter is { Style: "matrix", Explode: true } => string.Join(";", list.Select(item => name + "=" + Encode(Text(item)))),
            JsonArray list => string.Join(comma, list.Select(static item => Encode(Text(item)))),
            JsonObject item => string.Join(comma, item.Select(member => Encode(member.Key) + (parameter.Explode ? "=" : ",") + Encode(Text(member.Value)))),
            _ => Encode(parameter.IsJson ? value?.ToJsonString() ?? "null" : Text(value)),
        };
        return parameter.Style switch
        {
            "label" => "." + pairs,
            "matrix" when value is JsonArray or JsonObject && parameter.Explode => ";" + pairs,
            "matrix" => ";" + name + "=" + pairs,
            _ => pairs,
        };
    }

    /// <summary>A value in a header; nothing is encoded there.</summary>
    public static string Header(DocumentParameter parameter, JsonNode? value) => value switch
    {
        _ when parameter.IsJson => value?.ToJsonString() ?? "null",
        JsonArray list => string.Join(",", list.Select(Text)),
        JsonObject item => string.Join(",", item.Select(member => member.Key + (parameter.Explode ? "=" : ",") + Text(member.Value))),
        _ => Text(value),
    };

    /// <summary>A scalar as text; a number as .NET writes it, without zeros at the end of a fraction.</summary>
    public static string Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number when value.ToJsonString().Contains('.', StringComparison.Ordinal) && value.AsValue().TryGetValue(out decimal number)
            => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    public static string Encode(string text) => Uri.EscapeDataString(text);

    private static string? Separator(string style) => style switch
    {
        "form" => ",",
        "spaceDelimited" => "%20",
        "pipeDelimited" => "%7C",
        _ => null,
    };
}
