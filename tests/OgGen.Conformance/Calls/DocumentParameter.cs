using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>A parameter as the document describes it, with the defaults of OpenAPI filled in; those of 2.0 in terms of 3.0.</summary>
internal sealed partial record DocumentParameter(string Name, string In, string Style, bool Explode, bool Required, JsonNode? Schema, bool IsJson)
{
    /// <summary>The parameters of an operation: the path's, overridden by its own.</summary>
    public static IReadOnlyList<DocumentParameter> Of(DocumentTree document, DocumentOperation operation)
    {
        var found = new Dictionary<(string, string), DocumentParameter>();
        foreach (JsonNode? node in (operation.PathItem["parameters"] as JsonArray ?? []).Concat(operation.Node["parameters"] as JsonArray ?? []))
        {
            if (document.Resolve(node) is JsonObject parameter && parameter["in"]?.ToString() is { } place)
            {
                // The whole query as one parameter (3.2) needs no name.
                string name = parameter["name"]?.ToString() ?? (place == "querystring" ? "query" : "");
                found[(name, place)] = Read(document, parameter, name, place);
            }
        }

        // A variable that nobody declares is still a part of the path: a text.
        HashSet<string> variables = [.. Variable().Matches(operation.Path).Select(static match => match.Groups[1].Value)];
        foreach (string variable in variables)
        {
            found.TryAdd((variable, "path"), new DocumentParameter(variable, "path", "simple", false, true, new JsonObject { ["type"] = "string" }, false));
        }

        return [.. found.Values.Where(parameter => parameter.In == "path" ? variables.Contains(parameter.Name) : IsSent(parameter))];
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();

    /// <summary>What can be the name of a header (RFC 9110, 5.6.2) or a cookie (RFC 6265, 4.1.1).</summary>
    [GeneratedRegex("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
    private static partial Regex Token();

    private static bool IsSent(DocumentParameter parameter) => parameter.In switch
    {
        "query" => parameter.Name.Length > 0,
        "querystring" => true,
        "cookie" => Token().IsMatch(parameter.Name),
        "header" => Token().IsMatch(parameter.Name) && !IsIgnored(parameter.Name),
        _ => false,
    };

    /// <summary>OpenAPI ignores definitions of these headers.</summary>
    private static bool IsIgnored(string header)
        => new[] { "Accept", "Content-Type", "Authorization" }.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static DocumentParameter Read(DocumentTree document, JsonObject node, string name, string place)
    {
        string style = place is "query" or "querystring" or "cookie" ? "form" : "simple";
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
