using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>The comments of credentials: what the document says of their security schemes.</summary>
internal static class SecurityDocs
{
    /// <summary>More scopes than these fill a screen; services have hundreds.</summary>
    private const int MaxScopes = 50;

    public static DocModel Of(PlannedCredential credential)
    {
        IOpenApiSecurityScheme scheme = credential.Scheme;
        DocModel doc = DocText.Of(scheme.Description).Or($"The security scheme '{DocText.Literal(credential.Key)}'.");
        if (scheme.Deprecated)
        {
            doc = doc with { Summary = "Deprecated. " + doc.Summary };
        }

        IEnumerable<string> paragraphs = new[]
        {
            scheme.BearerFormat is { Length: > 0 } format ? $"The format of the token: {DocText.Literal(DocText.Line(format))}." : "",
            Address("OpenID Connect", scheme.OpenIdConnectUrl),
            Address("Metadata of the authorization server", (scheme as OpenApiSecurityScheme)?.OAuth2MetadataUrl),
            Flow("implicit", scheme.Flows?.Implicit),
            Flow("password", scheme.Flows?.Password),
            Flow("clientCredentials", scheme.Flows?.ClientCredentials),
            Flow("authorizationCode", scheme.Flows?.AuthorizationCode),
            Flow("deviceAuthorization", scheme.Flows?.DeviceAuthorization),
        };
        return paragraphs.Where(static paragraph => paragraph.Length > 0).Aggregate(doc, static (all, paragraph) => all.And(paragraph));
    }

    private static string Flow(string name, OpenApiOAuthFlow? flow)
    {
        if (flow is null)
        {
            return "";
        }

        string[] facts =
        [
            Address("authorize", flow.AuthorizationUrl),
            Address("authorize the device", flow.DeviceAuthorizationUrl),
            Address("tokens", flow.TokenUrl),
            Address("refresh", flow.RefreshUrl),
            Scopes(flow.Scopes),
        ];
        string text = string.Join("; ", facts.Where(static fact => fact.Length > 0));
        return text.Length > 0 ? $"OAuth 2.0, flow `{name}`: {text}." : $"OAuth 2.0, flow `{name}`.";
    }

    private static string Scopes(IDictionary<string, string>? scopes)
    {
        if (scopes is not { Count: > 0 })
        {
            return "";
        }

        string first = string.Join(", ", scopes.Take(MaxScopes).Select(Scope));
        return "scopes " + first
            + (scopes.Count > MaxScopes ? $" and {(scopes.Count - MaxScopes).ToString(CultureInfo.InvariantCulture)} more" : "");
    }

    private static string Scope(KeyValuePair<string, string> scope)
    {
        string name = DocText.Code(scope.Key);
        return DocText.Line(scope.Value).TrimEnd('.') is { Length: > 0 } text ? $"{name} ({text})" : name;
    }

    private static string Address(string label, Uri? url) => DocText.Address(url) is { } address ? $"{label}: <{address}>" : "";
}
