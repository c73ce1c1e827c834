using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds the client itself.</summary>
internal static class ClientBuilder
{
    public static ClientModel Build(
        OpenApiDocument document,
        OperationPlan operations,
        GroupDocs groupDocs,
        DocLinks links,
        NamePlan names,
        SecurityPlan security,
        ServersModel? servers,
        string? basePath)
    {
        PlannedCredential? only = security.Credentials is [{ Kind: not CredentialKind.Basic and not CredentialKind.Token } single]
            ? single
            : null;
        return new ClientModel
        {
            Name = names.Client,
            Doc = links.In(DocOf(document)),
            Version = document.Info?.Version ?? "",
            Groups = operations.Groups.Where(static group => group.IsWanted)
                .Select(group => new GroupRef(group.PropertyName, group.FieldName, names.Groups[group.Key], groupDocs.Of(group)))
                .ToEquatable(),
            Credentials = names.Credentials is not { } name
                ? null
                : new CredentialsModel(name, security.Credentials.Select(BuildCredential).ToEquatable()),
            Secret = only is null
                ? null
                : new SecretScheme(only.Kind == CredentialKind.Bearer ? "token" : "apiKey", only.Name, SecurityDocs.Of(only)),
            ServersName = servers is { First: not null } ? servers.Name : null,
            DefaultServer = servers?.First is not { } first ? null
                : new ServerRef(
                    servers.Name, servers.HasDefault ? "Default" : first.Name, IsMethod: !servers.HasDefault && first.Variables.Count > 0),
            BasePath = basePath is { Length: > 0 } ? basePath : null,
        };
    }

    private static CredentialModel BuildCredential(PlannedCredential credential) => new()
    {
        Name = credential.Name,
        SchemeName = credential.Key,
        Kind = credential.Kind,
        Detail = credential.Detail,
        Doc = SecurityDocs.Of(credential),
    };

    /// <summary>What the document says of itself: the service, whom to ask, and on which terms it is used.</summary>
    private static DocModel DocOf(OpenApiDocument document)
    {
        OpenApiInfo? info = document.Info;
        DocModel doc = DocText.Of(info?.Summary ?? DocText.Literal(info?.Title ?? ""), info?.Description).And(document.ExternalDocs);
        (string Label, string[] Parts)[] facts =
        [
            ("Contact", [Text(info?.Contact?.Name), Text(info?.Contact?.Email), Link(info?.Contact?.Url)]),
            ("License", [Text(info?.License?.Name), Text(info?.License?.Identifier), Link(info?.License?.Url)]),
            ("Terms of service", [Link(info?.TermsOfService)]),
        ];
        return facts
            .Select(static fact => (fact.Label, Parts: fact.Parts.Where(static part => part.Length > 0)))
            .Select(static fact => (fact.Label, Text: string.Join(", ", fact.Parts.Distinct(StringComparer.Ordinal))))
            .Where(static fact => fact.Text.Length > 0)
            .Aggregate(doc, static (all, fact) => all.And($"{fact.Label}: {fact.Text}"));

        static string Text(string? text) => DocText.Literal(DocText.Line(text));

        static string Link(Uri? url) => DocText.Address(url) is { } address ? $"<{address}>" : "";
    }
}
