using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Calls;

/// <summary>A credential for every security scheme of a document; for those that HTTP cannot carry there is none.</summary>
internal static class DocumentCredentials
{
    public static ApiCredential? Of(DocumentTree document)
    {
        JsonObject schemes = (document.IsVersion2
            ? document.Root["securityDefinitions"]
            : document.Root["components"]?["securitySchemes"]) as JsonObject ?? [];
        ApiCredential[] credentials =
        [
            .. schemes.Select(pair => Make(pair.Key, document.Resolve(pair.Value) as JsonObject)).OfType<ApiCredential>(),
        ];
        return credentials.Length == 0 ? null : ApiCredential.All(credentials);
    }

    private static ApiCredential? Make(
        string name,
        JsonObject? scheme) => (scheme?["type"]?.ToString(),
            scheme?["scheme"]?.ToString().ToUpperInvariant(),
            scheme?["in"]?.ToString()) switch
    {
        ("basic", _, _) or ("http", "BASIC", _) => ApiCredential.Basic(name, "user", "password"),
        ("http", "BEARER", _) or ("oauth2" or "openIdConnect", _, _) => ApiCredential.Bearer(name, "token"),
        ("http", { } kind, _) when DocumentParameter.IsToken(kind) => ApiCredential.Http(name, scheme!["scheme"]!.ToString(), "secret"),
        ("apiKey", _, "header") when DocumentParameter.IsToken(NameOf(scheme)) =>
            ApiCredential.ApiKey(name, ApiKeyLocation.Header, NameOf(scheme), "secret"),
        ("apiKey", _, "query") when NameOf(scheme).Length > 0 => ApiCredential.ApiKey(name, ApiKeyLocation.Query, NameOf(scheme), "secret"),
        ("apiKey", _, "cookie") when DocumentParameter.IsToken(NameOf(scheme)) =>
            ApiCredential.ApiKey(name, ApiKeyLocation.Cookie, NameOf(scheme), "secret"),
        _ => null,
    };

    private static string NameOf(JsonObject? scheme) => scheme?["name"]?.ToString() ?? "";
}
