using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>A security scheme for which a credential is generated.</summary>
/// <param name="Name">The name of its factory method.</param>
/// <param name="Key">The scheme's key in the document.</param>
/// <param name="Scheme">The scheme in the document.</param>
/// <param name="Kind">The kind of the credential.</param>
/// <param name="Detail">The HTTP authorization scheme, or the name of the header, query parameter or cookie.</param>
internal sealed record PlannedCredential(string Name, string Key, IOpenApiSecurityScheme Scheme, CredentialKind Kind, string Detail);

/// <summary>The security schemes for which credentials are generated.</summary>
internal sealed record SecurityPlan(OpenApiDocument Document, IReadOnlyList<PlannedCredential> Credentials)
{
    public static SecurityPlan Of(OpenApiDocument document, Problems problems)
    {
        var names = new NameScope([], never: ReservedNames.Credentials);
        var credentials = new List<PlannedCredential>();
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in SchemesOf(document))
        {
            if (IsOfTransport(scheme.Value))
            {
                continue;
            }

            string pointer = Pointers.Child("/components/securitySchemes", scheme.Key);
            if (CredentialOf(scheme.Value) is { } known)
            {
                string name = names.Assign(CSharpName.Pascal(scheme.Key, "Credential"), "Credential", pointer, problems);
                credentials.Add(new PlannedCredential(name, scheme.Key, scheme.Value, known.Kind, known.Detail));
            }
            else
            {
                problems.Report(
                    Descriptors.Unsupported,
                    pointer,
                    $"The security scheme '{scheme.Key}' is not supported; no credential is generated for it");
            }
        }

        return new SecurityPlan(document, credentials);
    }

    /// <summary>
    /// The alternatives for which credentials are generated; null where there are none: the call is made without a credential.
    /// </summary>
    public EquatableArray<EquatableArray<string>>? AlternativesOf(OperationNode node, Problems problems)
    {
        if (node.HttpMethod == "TRACE")
        {
            // The response repeats the request: no credential goes there (RFC 9110, 9.3.8).
            return null;
        }

        IList<OpenApiSecurityRequirement> requirements = node.Operation.Security ?? Document.Security ?? [];
        string pointer = node.Operation.Security is null ? "/security" : node.Pointer + "/security";
        string[][] alternatives = requirements
            .Select(static requirement => requirement.Keys.Select(static scheme => scheme.Reference.Id ?? "").ToArray())
            .ToArray();
        IDictionary<string, IOpenApiSecurityScheme> schemes = SchemesOf(Document);
        foreach (string scheme in alternatives.SelectMany(static alternative => alternative).Where(scheme => !schemes.ContainsKey(scheme)))
        {
            problems.Report(
                Descriptors.Invalid,
                pointer,
                $"The security scheme '{scheme}' is not declared; where there is no other, the call is made without a credential");
        }

        EquatableArray<string>[] possible = alternatives
            .Select(alternative => alternative
                .Where(scheme => !schemes.TryGetValue(scheme, out IOpenApiSecurityScheme? declared) || !IsOfTransport(declared))
                .ToArray())
            .Where(alternative => alternative.All(scheme => Credentials.Any(credential => credential.Key == scheme)))
            .Select(static alternative => alternative.ToEquatable())
            .ToArray();
        return possible.All(static alternative => alternative.Count == 0) ? null : possible.ToEquatable();
    }

    private static IDictionary<string, IOpenApiSecurityScheme> SchemesOf(OpenApiDocument document)
        => document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>();

    /// <summary>The credential for a security scheme; null where none is generated.</summary>
    private static (CredentialKind Kind, string Detail)? CredentialOf(IOpenApiSecurityScheme scheme)
    {
        return (scheme.Type, scheme.In) switch
        {
            (SecuritySchemeType.Http, _) when Is(scheme.Scheme, "basic") => (CredentialKind.Basic, ""),
            (SecuritySchemeType.Http, _) when Is(scheme.Scheme, "bearer") => (CredentialKind.Bearer, ""),
            (SecuritySchemeType.Http, _) when scheme.Scheme is { Length: > 0 } name && HttpToken.Is(name) => (CredentialKind.Http, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Header) when scheme.Name?.Trim() is { Length: > 0 } name && HttpToken.Is(name) =>
                (CredentialKind.Header, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Query) when scheme.Name is { Length: > 0 } name => (CredentialKind.Query, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Cookie) when scheme.Name?.Trim() is { Length: > 0 } name && HttpToken.Is(name) =>
                (CredentialKind.Cookie, name),
            (SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect, _) => (CredentialKind.Token, ""),
            _ => null,
        };

        static bool Is(string? scheme, string name) => name.Equals(scheme, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the transport implements a scheme: the certificate of mutual TLS belongs to the handler.</summary>
    private static bool IsOfTransport(IOpenApiSecurityScheme scheme) => scheme.Type == SecuritySchemeType.MutualTLS;
}
