using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>A credential for every security scheme of a document.</summary>
internal static class DocumentCredentials
{
    public static ApiCredential? Of(DocumentTree document)
    {
        JsonObject schemes = (document.IsVersion2 ? document.Root["securityDefinitions"] : document.Root["components"]?["securitySchemes"]) as JsonObject ?? [];
        ApiCredential[] credentials = [.. schemes.Select(pair => Make(pair.Key, document.Resolve(pair.Value) as JsonObject)).OfType<ApiCredential>()];
        return credentials.Length == 0 ? null : ApiCredential.All(credentials);
    }

    private static ApiCredential? Make(string name, JsonObject? scheme) => (scheme?["type"]?.ToString(), scheme?["scheme"]?.ToString().ToUpperInvariant(), scheme?["in"]?.ToString()) switch
    {
        ("basic", _, _) or ("http", "BASIC", _) => ApiCredential.Basic(name, "user", "password"),
        ("http", "BEARER", _) or ("oauth2" or "openIdConnect", _, _) => ApiCredential.Bearer(name, "token"),
        ("http", { Length: > 0 }, _) => ApiCredential.Http(name, scheme!["scheme"]!.ToString(), "secret"),
        ("apiKey", _, "header") => ApiCredential.ApiKey(name, ApiKeyLocation.Header, scheme!["name"]!.ToString(), "secret"),
        ("apiKey", _, "query") => ApiCredential.ApiKey(name, ApiKeyLocation.Query, scheme!["name"]!.ToString(), "secret"),
        ("apiKey", _, "cookie") => ApiCredential.ApiKey(name, ApiKeyLocation.Cookie, scheme!["name"]!.ToString(), "secret"),
        _ => null,
    };
}
