using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds the client itself.</summary>
internal static class ClientBuilder
{
    public static ClientModel Build(OpenApiDocument document, OperationPlan operations, GroupDocs groupDocs, DocLinks links, NamePlan names, SecurityPlan security, ServersModel? servers, string? basePath)
    {
        PlannedCredential? only = security.Credentials is [{ Kind: not CredentialKind.Basic and not CredentialKind.Token } single] ? single : null;
        return new ClientModel
        {
            Name = names.Client,
            Doc = links.In(DocText.Of(document.Info?.Summary ?? DocText.Literal(document.Info?.Title ?? ""), document.Info?.Description).And(document.ExternalDocs)),
            Version = document.Info?.Version ?? "",
            Groups = operations.Groups.Where(static group => group.IsWanted)
                .Select(group => new GroupRef(group.PropertyName, group.FieldName, names.Groups[group.Key], groupDocs.Of(group)))
                .ToEquatable(),
            Credentials = names.Credentials is not { } name ? null : new CredentialsModel(name, security.Credentials.Select(BuildCredential).ToEquatable()),
            Secret = only is null ? null : new SecretScheme(only.Kind == CredentialKind.Bearer ? "token" : "apiKey", only.Name, DocOf(only)),
            ServersName = servers is { First: not null } ? servers.Name : null,
            DefaultServer = servers?.First is not { } first ? null
                : new ServerRef(servers.Name, servers.HasDefault ? "Default" : first.Name, IsMethod: !servers.HasDefault && first.Variables.Count > 0),
            BasePath = basePath is { Length: > 0 } ? basePath : null,
        };
    }

    private static CredentialModel BuildCredential(PlannedCredential credential) => new()
    {
        Name = credential.Name,
        SchemeName = credential.Key,
        Kind = credential.Kind,
        Detail = credential.Detail,
        Doc = DocOf(credential),
    };

    private static DocModel DocOf(PlannedCredential credential)
        => DocText.Of(credential.Scheme.Description is { Length: > 0 } text ? text : $"The security scheme '{DocText.Literal(credential.Key)}'.");
}
