using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A method that makes the credential of a security scheme.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Call">The method of the runtime that it calls, with the arguments.</param>
/// <param name="ProviderDoc">The comment of its parameter <c>tokenProvider</c>, where it has one.</param>
internal sealed record CredentialFactory(string Parameters, string Call, string? ProviderDoc)
{
    private const string Provider = "system::Func<CancellationToken, tasks::ValueTask<string>> tokenProvider";
    private const string RenewingProvider = "system::Func<string?, CancellationToken, tasks::ValueTask<string>> tokenProvider";

    /// <summary>The methods of a scheme: of a key or token one that takes it, and two that take what provides it.</summary>
    public static IEnumerable<CredentialFactory> Of(CredentialModel scheme)
    {
        string name = CSharpText.Literal(scheme.SchemeName);
        string detail = CSharpText.Literal(scheme.Detail);
        return scheme.Kind switch
        {
            CredentialKind.Basic => [new("string user, string password", $"Basic({name}, user, password)", null)],
            CredentialKind.Bearer => [Held("token", $"Bearer({name}"), .. Provided($"Bearer({name}")],
            CredentialKind.Token => Provided($"Bearer({name}"),
            CredentialKind.Http => [Held("secret", $"Http({name}, {detail}"), .. Provided($"Http({name}, {detail}")],
            CredentialKind place => [Held("secret", ApiKey(place)), .. Provided(ApiKey(place))],
        };

        string ApiKey(CredentialKind place) => $"ApiKey({name}, api::ApiKeyLocation.{place.ToString()}, {detail}";
    }

    private static CredentialFactory Held(string parameter, string call) => new($"string {parameter}", $"{call}, {parameter})", null);

    private static CredentialFactory[] Provided(string call) =>
    [
        new(
            Provider,
            $"{call}, tokenProvider)",
            "Asked before every attempt, so it should cache, and once more when the service refuses a token (401)."),
        new(
            RenewingProvider,
            $"{call}, tokenProvider)",
            "Asked before every attempt with null, so it should cache, and once more with the token that the service refuses (401)."),
    ];
}
