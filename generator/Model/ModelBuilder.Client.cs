using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Model;

/// <content>The client itself: its name, credentials and servers.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>The names that stand for the whole client; they are taken before any schema's.</summary>
    private sealed record ClientNames(string Client, string Stem, string Resolver);

    private ClientNames NameClient()
    {
        string title = Naming.Pascal(_document.Info?.Title ?? "", "Api");
        string client = _typeNames.Take(_options.Client.Length > 0 ? _options.Client : title.EndsWith("Client", StringComparison.Ordinal) ? title : title + "Client");
        string stem = client.EndsWith("Client", StringComparison.Ordinal) && client.Length > "Client".Length ? client.Substring(0, client.Length - "Client".Length) : client;
        return new ClientNames(client, stem, _typeNames.Take(stem + "Json"));
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
            Credentials = schemes.Count == 0 ? null : new CredentialsModel(_typeNames.Take(names.Stem + "Credential"), schemes.ToEquatable()),
            Secret = secret is null ? null : new SecretScheme(secret.Kind == CredentialKind.Bearer ? "token" : "apiKey", secret.Name, secret.Doc),
            ServersName = servers?.Name,
            DefaultServer = servers is null ? null : servers.Name + ".Default" + (servers.HasDefault || servers.Servers[0].Variables.Count == 0 ? "" : "()"),
        };
    }

    private List<CredentialModel> BuildSchemes()
    {
        var names = new NameScope(["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"]);
        var schemes = new List<CredentialModel>();
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in _document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            (CredentialKind Kind, string Detail)? kind = CredentialOf(scheme.Value);
            if (kind is not { } known)
            {
                Report(Descriptors.Unsupported, Document.SpecText.Child("/components/securitySchemes", scheme.Key), $"The security scheme '{scheme.Key}' is not supported; no credential is generated for it");
                continue;
            }

            schemes.Add(new CredentialModel
            {
                Name = names.Take(Naming.Pascal(scheme.Key, "Credential")),
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

    /// <summary>The alternatives for which credentials can be made; null where there are none, as the call is then made without.</summary>
    private EquatableArray<EquatableArray<string>>? BuildSecurity(OperationAt at)
    {
        IList<OpenApiSecurityRequirement> requirements = at.Operation.Security ?? _document.Security ?? [];
        string pointer = at.Operation.Security is null ? "/security" : at.Pointer + "/security";
        string[][] alternatives = requirements.Select(static requirement => requirement.Keys.Select(static scheme => scheme.Reference.Id ?? "").ToArray()).ToArray();
        IDictionary<string, IOpenApiSecurityScheme> schemes = _document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>();
        foreach (string scheme in alternatives.SelectMany(static alternative => alternative).Where(scheme => !schemes.ContainsKey(scheme)))
        {
            Report(Descriptors.Invalid, pointer, $"The security scheme '{scheme}' is not declared; where there is no other, the call is made without a credential");
        }

        EquatableArray<string>[] possible = alternatives
            .Where(alternative => alternative.All(scheme => schemes.TryGetValue(scheme, out IOpenApiSecurityScheme? declared) && CredentialOf(declared) is not null))
            .Select(static alternative => alternative.ToEquatable())
            .ToArray();
        return possible.Length == 0 ? null : possible.ToEquatable();
    }

    private ServersModel? BuildServers(ClientNames names)
    {
        IList<OpenApiServer> servers = _document.Servers ?? [];
        string typeName = Extensions.Text(_document.Extensions, Extensions.Name) is { } named ? Naming.Pascal(named, names.Stem + "Server") : names.Stem + "Server";
        var memberNames = new NameScope(["BaseAddress", "Custom", "Find", "Names", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", typeName]);
        var models = new List<ServerModel>();
        for (int i = 0; i < servers.Count; i++)
        {
            OpenApiServer server = servers[i];
            if (UnusableAddress(server) is { } reason)
            {
                Report(Descriptors.NoServer, Document.SpecText.Child("/servers", i) + "/url", WithoutUser(server.Url ?? ""), reason);
                continue;
            }

            string fallback = servers.Count == 1 ? "Default" : "Server" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            models.Add(BuildServer(server, memberNames.Take(Naming.Pascal(Extensions.Text(server.Extensions, Extensions.Name) ?? server.Name ?? fallback, fallback))));
        }

        return models.Count == 0
            ? null
            : new ServersModel
            {
                Name = _typeNames.Take(typeName, "Servers"),
                ClientName = names.Client,
                Servers = models.ToEquatable(),
                HasDefault = models.TrueForAll(static server => server.Name != "Default"),
            };
    }

    /// <summary>An address as it may be shown: a user's name and password have no place in a build log.</summary>
    private static string WithoutUser(string url)
    {
        int end = url.IndexOf('@');
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        return end < 0 || start > end ? url : url.Substring(0, Math.Max(start, 0)) + "***" + url.Substring(end);
    }

    private static ServerModel BuildServer(OpenApiServer server, string name)
    {
        var parameters = new NameScope();
        var variables = new List<ServerVariable>();
        var parts = new List<ServerPart>();
        string url = server.Url!;
        int end = 0;
        foreach (Match match in PathTemplate.Variable.Matches(url))
        {
            string key = match.Groups[1].Value;
            OpenApiServerVariable variable = server.Variables![key];
            string parameter = variables.Find(known => known.JsonName == key)?.ParameterName ?? Naming.Escape(parameters.Take(Naming.Camel(key, "variable")));
            if (!variables.Exists(known => known.JsonName == key))
            {
                variables.Add(new ServerVariable(parameter, key, variable.Default ?? "", (variable.Enum ?? []).ToEquatable(), DocText.Of(variable.Description)));
            }

            parts.Add(new ServerPart(url.Substring(end, match.Index - end), IsVariable: false));
            parts.Add(new ServerPart(parameter, IsVariable: true));
            end = match.Index + match.Length;
        }

        parts.Add(new ServerPart(url.Substring(end), IsVariable: false));
        return new ServerModel
        {
            Name = name,
            Parts = parts.Where(static part => part.Text.Length > 0).ToEquatable(),
            Variables = variables.ToEquatable(),
            Doc = DocText.Of(server.Description),
        };
    }

    /// <summary>Why a server's address cannot be used; null where it can.</summary>
    private static string? UnusableAddress(OpenApiServer server)
    {
        string url = server.Url ?? "";
        foreach (Match match in PathTemplate.Variable.Matches(url))
        {
            if (server.Variables is null || !server.Variables.TryGetValue(match.Groups[1].Value, out OpenApiServerVariable? variable) || variable.Default is null)
            {
                return $"its variable '{match.Groups[1].Value}' has no default";
            }

            if (variable.Enum is { Count: > 0 } values && !values.Contains(variable.Default))
            {
                return $"the default of its variable '{match.Groups[1].Value}' is none of the variable's values";
            }

            url = url.Replace(match.Value, variable.Default);
        }

        if (url.Any(static c => c is '{' or '}' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return "it has a character that no address holds";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("https" or "http"))
        {
            return "it is no absolute address";
        }

        return address.Scheme == "http" && !address.IsLoopback ? "it is not encrypted (https), and a credential would travel in the clear"
            : url.IndexOfAny(['@', '?', '#']) >= 0 ? "it has a user, a query or a fragment"
            : null;
    }
}
