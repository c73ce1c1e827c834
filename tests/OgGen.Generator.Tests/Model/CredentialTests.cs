using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>Which credential the scheme of a document becomes.</summary>
[TestClass]
public sealed class CredentialTests
{
    [TestMethod]
    [DataRow("bearer", CredentialKind.Bearer, "")]
    [DataRow("Bearer", CredentialKind.Bearer, "")]
    [DataRow("BEARER", CredentialKind.Bearer, "")]
    [DataRow("basic", CredentialKind.Basic, "")]
    [DataRow("Basic", CredentialKind.Basic, "")]
    [DataRow("bASIC", CredentialKind.Basic, "")]
    [DataRow("GenieKey", CredentialKind.Http, "GenieKey")]
    public void The_name_of_an_HTTP_authentication_scheme_has_no_case(string scheme, object kind, string detail)
    {
        CredentialModel credential = Models.Of($$"""
            openapi: 3.1.1
            info: { title: Keys, version: '1' }
            servers: [{ url: 'https://example.com' }]
            paths:
              /a:
                get: { operationId: a, security: [{ key: [] }], responses: { '204': { description: Done. } } }
            components:
              securitySchemes:
                key: { type: http, scheme: {{scheme}} }
            """).Files.OfType<ClientFile>().Single().Client.Credentials!.Schemes.Single();
        Assert.AreEqual(kind, credential.Kind);
        Assert.AreEqual(detail, credential.Detail);
    }
}
