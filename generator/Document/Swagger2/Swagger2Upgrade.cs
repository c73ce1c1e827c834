using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using static OgGen.Generator.Document.Swagger2.Swagger2Nodes;

namespace OgGen.Generator.Document.Swagger2;

/// <summary>
/// Converts Swagger 2.0 to OpenAPI 3.0, as trees, so that all later phases handle one version. (The reader of Microsoft.OpenApi loses
/// what a call needs: <c>csv</c> becomes <c>multi</c>, <c>tsv</c> an exception, shared bodies and the content type of forms are lost.)
/// </summary>
internal sealed partial class Swagger2Upgrade
{
    /// <summary>
    /// The extension for a parameter with the collection format <c>tsv</c>: no later version has a style for it. Internal; documents do not
    /// use it.
    /// </summary>
    public const string TabDelimited = "x-oggen-tabs";

    private static readonly Dictionary<string, string> s_components = new(StringComparer.Ordinal)
    {
        ["definitions"] = "schemas",
        ["parameters"] = "parameters",
        ["responses"] = "responses",
        ["securityDefinitions"] = "securitySchemes",
    };

    private readonly JsonObject _old;
    private readonly ComponentResolver _components;
    private readonly CancellationToken _cancellationToken;

    /// <summary>The JSON pointers in the source text, by those in the new tree.</summary>
    private readonly Dictionary<string, string> _sourcePointers = new(StringComparer.Ordinal);

    private Swagger2Upgrade(JsonObject old, CancellationToken cancellationToken)
    {
        _old = old;
        _components = new ComponentResolver(old);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether a document has this version.</summary>
    public static bool Is(JsonObject root)
        => !root.ContainsKey("openapi") && root["swagger"] is JsonValue version && version.ToString() is "2.0" or "2";

    /// <summary>The document in version 3.0, with the mapping of its JSON pointers to those of the source text.</summary>
    public static DocumentTree Upgrade(JsonObject root, CancellationToken cancellationToken)
    {
        var upgrade = new Swagger2Upgrade(root, cancellationToken);
        return new DocumentTree(upgrade.Convert(), upgrade.SourcePointer);
    }

    private JsonObject Convert()
    {
        var components = new JsonObject
        {
            ["schemas"] = Map("definitions", schema => Swagger2Schemas.Upgrade(schema)),
            ["parameters"] = Map("parameters", static parameter => IsBody(parameter) ? null : Parameter(parameter)),
            ["responses"] = Map("responses", response => Response(response, Strings(_old["produces"]))),
            ["securitySchemes"] = Map("securityDefinitions", static scheme => SecurityScheme(scheme)),
        };
        var result = new JsonObject { ["openapi"] = "3.0.4" };
        foreach (string key in _old.Select(static member => member.Key).ToArray())
        {
            if (key is "info" or "tags" or "externalDocs" or "security" || key.StartsWith("x-", StringComparison.Ordinal))
            {
                result[key] = Copy(_old[key]);
            }
        }

        var paths = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> path in JsonMembers.Members(_old, "paths"))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            paths[path.Key] = path.Value is JsonObject item && !path.Key.StartsWith("x-", StringComparison.Ordinal)
                ? PathItem(item, Pointers.Child("/paths", path.Key))
                : Copy(path.Value);
        }

        result["servers"] = Servers(Strings(_old["schemes"]));
        result["paths"] = paths;
        result["components"] = components;
        UpdateReferences(result);
        return result;
    }

    /// <summary>The pointer in the source text: that of the nearest ancestor with one.</summary>
    private string SourcePointer(string pointer)
    {
        for (int end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (_sourcePointers.TryGetValue(pointer.Substring(0, end), out string? sourcePointer))
            {
                return sourcePointer + pointer.Substring(end);
            }
        }

        return pointer;
    }

    private JsonObject Map(string name, Func<JsonObject, JsonNode?> convert)
    {
        var map = new JsonObject();
        _sourcePointers["/components/" + s_components[name]] = "/" + name;
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Members(_old, name))
        {
            if (member.Value is JsonObject item && convert(item) is { } converted)
            {
                map[member.Key] = converted;
            }
        }

        return map;
    }

    /// <summary>The servers of the document, or of an operation that has schemes of its own.</summary>
    private JsonArray Servers(string[] schemes)
    {
        string path = Text(_old["basePath"]) is { } text ? "/" + text.Trim('/') : "/";
        if (Text(_old["host"]) is not { Length: > 0 } host)
        {
            return path == "/" ? [] : [new JsonObject { ["url"] = path }];
        }

        // Without schemes, the scheme is that by which the document was fetched; https is assumed.
        schemes = schemes.Contains("https", StringComparer.Ordinal) || schemes.Length == 0 ? ["https"] : schemes;
        _sourcePointers["/servers"] = "/host";
        return new JsonArray([.. schemes.Select(scheme => new JsonObject { ["url"] = scheme + "://" + host + path.TrimEnd('/') })]);
    }

    private static JsonObject SecurityScheme(JsonObject old)
    {
        JsonObject scheme = Without(old, "flow", "authorizationUrl", "tokenUrl", "scopes");
        switch (Text(old["type"]))
        {
            case "basic":
                scheme["type"] = "http";
                scheme["scheme"] = "basic";
                break;
            case "oauth2":
                string flow = Text(old["flow"]) switch
                {
                    "application" => "clientCredentials",
                    "accessCode" => "authorizationCode",
                    { } other => other,
                    _ => "implicit",
                };
                var details = new JsonObject { ["scopes"] = Copy(old["scopes"]) ?? new JsonObject() };
                foreach (string url in new[] { "authorizationUrl", "tokenUrl" })
                {
                    if (Text(old[url]) is { } address)
                    {
                        details[url] = address;
                    }
                }

                scheme["flows"] = new JsonObject { [flow] = details };
                break;
        }

        return scheme;
    }

    /// <summary>Updates references for the new locations of components.</summary>
    private static void UpdateReferences(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                UpdateReferences(item);
            }
        }
        else if (node is JsonObject item)
        {
            if (Text(item["$ref"]) is { } reference
                && reference.Split('/') is [var document, { } kind, { } name, ..] parts
                && document.EndsWith("#", StringComparison.Ordinal)
                && s_components.TryGetValue(kind, out string? section))
            {
                item["$ref"] = string.Join("/", new[] { document, "components", section, name }.Concat(parts.Skip(3)));
            }

            foreach (KeyValuePair<string, JsonNode?> member in item)
            {
                UpdateReferences(member.Value);
            }
        }
    }

    /// <summary>The element behind references; the reference itself where there is none.</summary>
    private JsonObject Resolve(JsonObject item) => _components.Resolve(item) ?? item;
}
