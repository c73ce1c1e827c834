using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>A parameter as the document describes it, with the defaults of OpenAPI filled in; those of 2.0 in terms of 3.0.</summary>
internal sealed partial record DocumentParameter(
    string Name, string In, string Style, bool Explode, bool Required, JsonNode? Schema, bool IsJson)
{
    /// <summary>More parameters than these at one place are left out, as docs/limits.md says.</summary>
    private const int MaxParameters = 1_000;

    /// <summary>
    /// Headers of which OpenAPI ignores definitions, and those that a connection has for itself (RFC 9110, 7.6.1, 8.6 and 10.1.1).
    /// </summary>
    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Type", "Authorization",
        "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization",
        "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>
    /// The parameters of an operation: the path's, overridden by its own. Of two that are one on the wire the first one counts.
    /// </summary>
    public static IReadOnlyList<DocumentParameter> Of(DocumentTree document, DocumentOperation operation)
    {
        var found = new Dictionary<(string, string), DocumentParameter>();
        foreach (JsonObject level in new[] { operation.PathItem, operation.Node })
        {
            foreach (DocumentParameter parameter in At(document, level).DistinctBy(static parameter => parameter.Key))
            {
                found[parameter.Key] = parameter;
            }
        }

        // A variable that nobody declares is still a part of the path: a text.
        HashSet<string> variables = [.. Variable().Matches(operation.Path).Select(static match => match.Groups[1].Value)];
        foreach (string variable in variables)
        {
            found.TryAdd(
                (variable, "path"),
                new DocumentParameter(variable, "path", "simple", false, true, new JsonObject { ["type"] = "string" }, false));
        }

        return [.. found.Values.Where(parameter => parameter.In == "path" ? variables.Contains(parameter.Name) : IsSent(parameter))];
    }

    /// <summary>What tells parameters apart: the names of headers differ by more than capitals.</summary>
    private (string, string) Key => (In == "header" ? Name.ToUpperInvariant() : Name, In);

    private static IEnumerable<DocumentParameter> At(DocumentTree document, JsonObject level)
    {
        foreach (JsonNode? node in (level["parameters"] as JsonArray ?? []).Take(MaxParameters))
        {
            if (document.Resolve(node) is JsonObject parameter && parameter["in"]?.ToString() is { } place)
            {
                // The whole query as one parameter (3.2) needs no name.
                string name = parameter["name"]?.ToString() ?? (place == "querystring" ? "query" : "");
                yield return Read(document, parameter, name, place);
            }
        }
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();

    /// <summary>What can be the name of a header (RFC 9110, 5.6.2) or a cookie (RFC 6265, 4.1.1).</summary>
    [GeneratedRegex("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
    private static partial Regex Token();

    public static bool IsToken(string name) => Token().IsMatch(name);

    private static bool IsSent(DocumentParameter parameter) => parameter.In switch
    {
        "query" => parameter.Name.Length > 0,
        "querystring" => true,
        "cookie" => IsToken(parameter.Name),
        "header" => IsToken(parameter.Name) && !s_reserved.Contains(parameter.Name),
        _ => false,
    };

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
                "tsv" => ("tabDelimited", false),
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
