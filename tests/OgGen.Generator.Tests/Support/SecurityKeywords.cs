using static OgGen.Generator.Tests.Support.Versions;

namespace OgGen.Generator.Tests.Support;

/// <summary>Security schemes and what they consist of.</summary>
internal static class SecurityKeywords
{
    private const string Head = """
        info: { title: Zoo, version: '1' }
        paths: { /a: { get: { operationId: a, responses: { '204': { description: A. } } } } }

        """;

    private const string Url = "https://example.com/more";

    private const string Flow =
        "{ authorizationUrl: 'https://example.com/authorize', tokenUrl: 'https://example.com/token', scopes: { read: Read. } }";

    public static IReadOnlyList<SpecObject> All { get; } =
    [
        new("Security Scheme", "type: http, scheme: bearer", In("§"), "swagger: '2.0'\n" + Head + "securityDefinitions: { key: { § } }",
            new(Since30, "type", "apiKey")
            {
                Other = "openIdConnect",
                Given = $"name: key, in: header, openIdConnectUrl: '{Url}'",
                Note = "`apiKey`, `http`, `oauth2`, `openIdConnect`; `mutualTLS` is the transport's",
            },
            new(V20, "type", "basic") { Other = "oauth2", Given = "description: A." },
            new(Since30, "description", "The key.") { Note = "the comment of the credential" },
            new(V20, "description", "The key.") { Given = "type: basic" },
            new(Versions.All, "name", "key")
            {
                Other = "token",
                Given = "type: apiKey, in: header",
                Note = "the name of the header, parameter or cookie",
            },
            new(Versions.All, "in", "header")
            {
                Other = "query",
                Given = "type: apiKey, name: key",
                Note = "`header`, `query`, `cookie`",
            },
            new(Since30, "scheme", "bearer") { Given = "type: http", Note = "the scheme of `Authorization`" },
            new(Since30, "bearerFormat", "JWT"),
            new(Since30, "flows", $"{{ authorizationCode: {Flow} }}") { Given = "type: oauth2" },
            new(Since30, "openIdConnectUrl", Url) { Given = "type: openIdConnect" },
            new(V32, "oauth2MetadataUrl", Url) { Given = "type: oauth2, flows: {}" },
            new(V32, "deprecated", "true"),
            new(V20, "flow", "accessCode") { Given = $"type: oauth2, authorizationUrl: '{Url}', tokenUrl: '{Url}', scopes: {{}}" },
            new(V20, "authorizationUrl", Url) { Given = "type: oauth2, flow: implicit, scopes: {}" },
            new(V20, "tokenUrl", Url) { Given = "type: oauth2, flow: password, scopes: {}" },
            new(V20, "scopes", "{ read: Read. }") { Given = $"type: oauth2, flow: implicit, authorizationUrl: '{Url}'" }),

        new("OAuth Flows", "x-none: 1", In("type: oauth2, flows: { § }"), "",
            new(Since30, "implicit", Flow) { Given = "" },
            new(Since30, "password", Flow) { Given = "" },
            new(Since30, "clientCredentials", Flow) { Given = "" },
            new(Since30, "authorizationCode", Flow) { Given = "" },
            new(V32, "deviceAuthorization", Flow) { Given = "" }),

        new("OAuth Flow", "scopes: {}", In("type: oauth2, flows: { authorizationCode: { § } }"), "",
            new(Since30, "authorizationUrl", Url),
            new(V32, "deviceAuthorizationUrl", Url) { Document = In("type: oauth2, flows: { deviceAuthorization: { § } }") },
            new(Since30, "tokenUrl", Url),
            new(Since30, "refreshUrl", Url),
            new(Since30, "scopes", "{ read: Read. }") { Given = $"tokenUrl: '{Url}'" }),
    ];

    private static string In(string members) => "openapi: {version}\n" + Head + "components: { securitySchemes: { key: { "
        + "" + members + " } } }";
}
