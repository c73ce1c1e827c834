using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds the client itself, and the comments of its groups.</summary>
internal static class ClientBuilder
{
    public static ClientModel Build(OpenApiDocument document, OperationPlan operations, NamePlan names, SecurityPlan security, ServersModel? servers)
    {
        PlannedCredential? only = security.Credentials is [{ Kind: not CredentialKind.Basic and not CredentialKind.Token } single] ? single : null;
        return new ClientModel
        {
            Name = names.Client,
            Doc = DocText.Of(document.Info?.Summary ?? document.Info?.Title, document.Info?.Description),
            Version = document.Info?.Version ?? "",
            Groups = operations.Groups.Where(static group => group.IsWanted)
                .Select(group => new GroupRef(group.PropertyName, group.FieldName, names.Groups[group.Key], DocOf(document, group)))
                .ToEquatable(),
            Credentials = names.Credentials is not { } name ? null : new CredentialsModel(name, security.Credentials.Select(BuildCredential).ToEquatable()),
            Secret = only is null ? null : new SecretScheme(only.Kind == CredentialKind.Bearer ? "token" : "apiKey", only.Name, DocOf(only)),
            ServersName = servers is { First: not null } ? servers.Name : null,
            DefaultServer = servers?.First is not { } first ? null
                : new ServerRef(servers.Name, "Default", IsMethod: !servers.HasDefault && first.Variables.Count > 0),
        };
    }

    /// <summary>The comment of a group: what the document says of its tag.</summary>
    public static DocModel DocOf(OpenApiDocument document, GroupPlan group)
    {
        var tags = new TagTree(document);
        OpenApiTag? tag = tags.Find(tags.GroupOf(group.Operations[0].Node.Operation));
        bool isDescribed = tag?.Summary is { Length: > 0 } || tag?.Description is { Length: > 0 };
        DocModel doc = isDescribed ? DocText.Of(tag!.Summary ?? tag.Description, tag.Summary is null ? null : tag.Description) : new DocModel($"The operations of {group.Text}.");
        string[] parents = tags.Chain(tag?.Name ?? "").Skip(1).Select(parent => tags.Find(parent)?.Summary ?? parent).ToArray();
        return parents.Length == 0 ? doc : doc with { Remarks = (doc.Remarks + "\n\nPart of " + string.Join(", which is part of ", parents) + ".").Trim() };
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
        => DocText.Of(credential.Scheme.Description is { Length: > 0 } text ? text : $"The security scheme '{credential.Key}'.");
}
