using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>A parameter as the document describes it, with the defaults of OpenAPI filled in; those of 2.0 in terms of 3.0.</summary>
internal sealed record DocumentParameter(string Name, string In, string Style, bool Explode, bool Required, JsonNode? Schema, bool IsJson)
{
    /// <summary>The parameters of an operation: the path's, overridden by its own.</summary>
    public static IReadOnlyList<DocumentParameter> Of(DocumentTree document, DocumentOperation operation)
    {
        var found = new Dictionary<(string, string), DocumentParameter>();
        foreach (JsonNode? node in (operation.PathItem["parameters"] as JsonArray ?? []).Concat(operation.Node["parameters"] as JsonArray ?? []))
        {
            if (document.Resolve(node) is JsonObject parameter && parameter["name"] is JsonValue name && parameter["in"] is JsonValue place)
            {
                found[(name.ToString(), place.ToString())] = Read(document, parameter, name.ToString(), place.ToString());
            }
        }

        return [.. found.Values.Where(static parameter => parameter.In != "header" || !IsIgnored(parameter.Name))];
    }

    /// <summary>OpenAPI ignores definitions of these headers.</summary>
    private static bool IsIgnored(string header)
        => new[] { "Accept", "Content-Type", "Authorization" }.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static DocumentParameter Read(DocumentTree document, JsonObject node, string name, string place)
    {
        string style = place is "query" or "cookie" ? "form" : "simple";
        bool? explode = null;
        if (document.IsVersion2)
        {
            (style, explode) = node["collectionFormat"]?.ToString() switch
            {
                "ssv" => ("spaceDelimited", false),
                "pipes" => ("pipeDelimited", false),
                "multi" => ("form", true),
                _ => (style, false),
            };
        }

        style = node["style"]?.ToString() ?? style;
        KeyValuePair<string, JsonNode?>? content = (node["content"] as JsonObject)?.FirstOrDefault();
        return new DocumentParameter(
            name,
            place,
            style,
            node["explode"] is JsonValue flag ? flag.GetValueKind() == JsonValueKind.True : explode ?? style is "form" or "cookie",
            node["required"]?.GetValueKind() == JsonValueKind.True || place == "path",
            content is { } only ? (only.Value as JsonObject)?["schema"] : document.IsVersion2 && place != "body" ? node : node["schema"],
            content?.Key.Contains("json", StringComparison.OrdinalIgnoreCase) == true);
    }
}

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
            case JsonArray list when parameter.Style == "form" && parameter.Explode:
                return [.. list.Select(item => $"{name}={Encode(Text(item))}")];
            case JsonArray list:
                string? separator = Separator(parameter.Style);
                return separator is null ? null : [$"{name}={string.Join(separator, list.Select(static item => Encode(Text(item))))}"];
            case JsonObject item when parameter.Style == "deepObject":
                return [.. item.Where(static member => member.Value is JsonValue).Select(member => $"{name}{Encode("[" + member.Key + "]")}={Encode(Text(member.Value))}")];
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

    /// <summary>A scalar as text.</summary>
    public static string Text(JsonNode? value)
        => value is null ? "" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    public static string Encode(string text) => Uri.EscapeDataString(text);

    private static string? Separator(string style) => style switch
    {
        "form" => ",",
        "spaceDelimited" => "%20",
        "pipeDelimited" => "%7C",
        _ => null,
    };
}
