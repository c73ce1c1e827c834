using System.Buffers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>
/// Where the operations of a document are called: its servers as OpenAPI means them, written here once more, apart from the generator.
/// </summary>
internal sealed partial class DocumentServers
{
    /// <summary>The address that a client is made for whose document names none that can be used.</summary>
    public static readonly Uri Named = new("https://conformance.invalid/base");

    private static readonly SearchValues<char> s_noAddress = SearchValues.Create("{}\\@?# \t");

    private readonly JsonObject[] _servers;
    private readonly bool _isDocuments;

    public DocumentServers(DocumentTree document)
    {
        JsonObject[] own = [.. document.IsVersion2 ? OfVersion2(document.Root) : Servers(document.Root)];
        _isDocuments = own.Length > 0;

        // Where the document has none and every operation has some, a client is made for those of the first.
        _servers = own.Length == 0
            && document.Operations.Count > 0
            && document.Operations.All(static operation => OwnServers(operation).Any())
            ? [.. OwnServers(document.Operations[0])]
            : own;
        Default = _servers.Select(AddressOf).FirstOrDefault(static address => address is not null);
    }

    /// <summary>The first server that a client can be made for; null where the caller has to name an address.</summary>
    public Uri? Default { get; }

    /// <summary>The address that an operation's path is appended to.</summary>
    public Uri Of(DocumentOperation operation)
    {
        Uri client = Default ?? Named;
        JsonObject[] own = [.. OwnServers(operation)];
        if (own.Length == 0
            || _servers.Length > 0 && Array.TrueForAll(_servers, server => Array.Exists(own, other => AreEqual(server, other))))
        {
            return client;
        }

        foreach (JsonObject server in own)
        {
            if (Filled(server) is "" or "/" or ['/', not '/', ..])
            {
                // An address without a path is the root of the host.
                return new Uri(client, Filled(server) is { Length: > 0 } path ? path : "/");
            }

            if (AddressOf(server) is { } address)
            {
                // An address that the caller named serves all operations.
                return Default is null ? Named : address;
            }
        }

        return client;
    }

    /// <summary>
    /// The path of a relative server of the whole document, which an address that the caller names may be without; empty where there is
    /// none.
    /// </summary>
    public string RelativePath
        => Default is null && _isDocuments && _servers.Length > 0 && Filled(_servers[0]) is ['/', ..] path ? path.TrimEnd('/') : "";

    private static IEnumerable<JsonObject> OwnServers(DocumentOperation operation)
        => Servers(operation.Node) is var own && own.Any() ? own : Servers(operation.PathItem);

    private static IEnumerable<JsonObject> Servers(JsonObject node) => (node["servers"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Of several schemes the encrypted one; without any it is the one by which the document came.</summary>
    private static IEnumerable<JsonObject> OfVersion2(JsonObject root)
    {
        string path = root["basePath"]?.ToString().Trim('/') ?? "";
        string[] schemes = [.. (root["schemes"] as JsonArray ?? []).Select(static scheme => scheme?.ToString() ?? "")];
        string scheme = schemes.Length == 0 || schemes.Contains("https") ? "https" : schemes[0];
        return root["host"]?.ToString() is { Length: > 0 } host ? [new JsonObject { ["url"] = $"{scheme}://{host}/{path}" }]
            : path.Length > 0 ? [new JsonObject { ["url"] = "/" + path }]
            : [];
    }

    /// <summary>The address where variables have their defaults; null where it is none that a key may be sent to.</summary>
    private static Uri? AddressOf(JsonObject server)
        => Filled(server) is { } url && !url.AsSpan().ContainsAny(s_noAddress) && Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? address
            : null;

    /// <summary>
    /// The address as text, with one slash where both the address and a default have it; null where a variable has no default, or one that
    /// is none of its values.
    /// </summary>
    private static string? Filled(JsonObject server)
    {
        bool isFilled = true;
        string template = server["url"]?.ToString() ?? "";
        string url = Variable().Replace(template, match =>
        {
            JsonObject? variable = server["variables"]?[match.Groups[1].Value] as JsonObject;
            string? value = variable?["default"]?.ToString();
            isFilled &= value is not null
                && (variable!["enum"] is not JsonArray { Count: > 0 } values || values.Any(one => one?.ToString() == value));
            return (match.Index > 0 && template[match.Index - 1] == '/' ? value?.TrimStart('/') : value) ?? "";
        });
        return isFilled ? url : null;
    }

    private static bool AreEqual(JsonObject left, JsonObject right)
        => JsonNode.DeepEquals(left["url"], right["url"]) && JsonNode.DeepEquals(left["variables"], right["variables"]);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();
}
