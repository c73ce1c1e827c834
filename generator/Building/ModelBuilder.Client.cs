using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Building;

/// <content>The client itself: its name and credentials.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>The names that stand for the whole client; they are taken before any schema's.</summary>
    private sealed record ClientNames(string Client, string Stem, string Resolver);

    private ClientNames NameClient()
    {
        string title = CSharpName.Pascal(_document.Info?.Title ?? "", "Api");
        string client = _options.Client.Length > 0
            ? Take(_typeNames, _options.Client, _options.Client, "", "/info", isGiven: true)
            : Take(_typeNames, title.EndsWith("Client", StringComparison.Ordinal) ? title : title + "Client", "", "/info/title");
        string stem = client.EndsWith("Client", StringComparison.Ordinal) && client.Length > "Client".Length ? client.Substring(0, client.Length - "Client".Length) : client;
        return new ClientNames(client, stem, Take(_typeNames, stem + "Json", "", "/info"));
    }

    private ClientModel BuildClient(ClientNames names, List<GroupPlan> groups, ServersModel? servers)
    {
        List<CredentialModel> schemes = BuildSchemes();
        CredentialModel? secret = schemes is [{ Kind: not CredentialKind.Basic and not CredentialKind.Token } only] ? only : null;
        return new ClientModel
        {
            Name = names.Client,
            Doc = DocText.Of(_document.Info?.Summary ?? _document.Info?.Title, _document.Info?.Description),
            Version = _document.Info?.Version ?? "",
            Groups = groups.Select(static group => new GroupRef(group.PropertyName, group.FieldName, group.TypeName, group.Doc)).ToEquatable(),
            Credentials = schemes.Count == 0 ? null : new CredentialsModel(Take(_typeNames, names.Stem + "Credential", "", "/components/securitySchemes"), schemes.ToEquatable()),
            Secret = secret is null ? null : new SecretScheme(secret.Kind == CredentialKind.Bearer ? "token" : "apiKey", secret.Name, secret.Doc),
            ServersName = servers is { First: not null } ? servers.Name : null,
            DefaultServer = servers?.First is not { } first ? null : new ServerRef(servers.Name, "Default", IsMethod: !servers.HasDefault && first.Variables.Count > 0),
        };
    }

    private List<CredentialModel> BuildSchemes()
    {
        var names = new NameScope(["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"]);
        var schemes = new List<CredentialModel>();
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in _document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            if (IsOfTransport(scheme.Value))
            {
                continue;
            }

            (CredentialKind Kind, string Detail)? kind = CredentialOf(scheme.Value);
            if (kind is not { } known)
            {
                Report(Descriptors.Unsupported, Pointers.Child("/components/securitySchemes", scheme.Key), $"The security scheme '{scheme.Key}' is not supported; no credential is generated for it");
                continue;
            }

            schemes.Add(new CredentialModel
            {
                Name = Take(names, CSharpName.Pascal(scheme.Key, "Credential"), "Credential", Pointers.Child("/components/securitySchemes", scheme.Key)),
                SchemeName = scheme.Key,
                Kind = known.Kind,
                Detail = known.Detail,
                Doc = DocText.Of(scheme.Value.Description is { Length: > 0 } text ? text : $"The security scheme '{scheme.Key}'."),
            });
        }

        return schemes;
    }

    /// <summary>The credential for a security scheme; null where none is generated.</summary>
    private static (CredentialKind Kind, string Detail)? CredentialOf(IOpenApiSecurityScheme scheme)
    {
        return (scheme.Type, scheme.In) switch
        {
            (SecuritySchemeType.Http, _) when Is(scheme.Scheme, "basic") => (CredentialKind.Basic, ""),
            (SecuritySchemeType.Http, _) when Is(scheme.Scheme, "bearer") => (CredentialKind.Bearer, ""),
            (SecuritySchemeType.Http, _) when scheme.Scheme is { Length: > 0 } name && IsToken(name) => (CredentialKind.Http, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Header) when scheme.Name is { Length: > 0 } name && IsToken(name) => (CredentialKind.Header, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Query) when scheme.Name is { Length: > 0 } name => (CredentialKind.Query, name),
            (SecuritySchemeType.ApiKey, ParameterLocation.Cookie) when scheme.Name is { Length: > 0 } name && IsToken(name) => (CredentialKind.Cookie, name),
            (SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect, _) => (CredentialKind.Token, ""),
            _ => null,
        };

        static bool Is(string? scheme, string name) => name.Equals(scheme, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the transport brings what a scheme asks for: the certificate of mutual TLS is the handler's.</summary>
    private static bool IsOfTransport(IOpenApiSecurityScheme scheme) => scheme.Type == SecuritySchemeType.MutualTLS;

    /// <summary>The alternatives for which credentials can be made; null where there are none, as the call is then made without.</summary>
    private EquatableArray<EquatableArray<string>>? BuildSecurity(OperationAt at)
    {
        if (at.HttpMethod == "TRACE")
        {
            // The answer repeats the request: no credential goes there (RFC 9110, 9.3.8).
            return null;
        }

        IList<OpenApiSecurityRequirement> requirements = at.Operation.Security ?? _document.Security ?? [];
        string pointer = at.Operation.Security is null ? "/security" : at.Pointer + "/security";
        string[][] alternatives = requirements.Select(static requirement => requirement.Keys.Select(static scheme => scheme.Reference.Id ?? "").ToArray()).ToArray();
        IDictionary<string, IOpenApiSecurityScheme> schemes = _document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>();
        foreach (string scheme in alternatives.SelectMany(static alternative => alternative).Where(scheme => !schemes.ContainsKey(scheme)))
        {
            Report(Descriptors.Invalid, pointer, $"The security scheme '{scheme}' is not declared; where there is no other, the call is made without a credential");
        }

        EquatableArray<string>[] possible = alternatives
            .Select(alternative => alternative.Where(scheme => !schemes.TryGetValue(scheme, out IOpenApiSecurityScheme? declared) || !IsOfTransport(declared)).ToArray())
            .Where(alternative => alternative.All(scheme => schemes.TryGetValue(scheme, out IOpenApiSecurityScheme? declared) && CredentialOf(declared) is not null))
            .Select(static alternative => alternative.ToEquatable())
            .ToArray();
        return possible.All(static alternative => alternative.Count == 0) ? null : possible.ToEquatable();
    }
}
