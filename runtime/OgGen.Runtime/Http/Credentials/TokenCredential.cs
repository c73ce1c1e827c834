using System.Diagnostics;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary>Bearer tokens that a delegate provides.</summary>
internal sealed class TokenCredential : ApiCredential
{
    private volatile Func<string?, CancellationToken, ValueTask<string>> _provider;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret? _last;

    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="tokenProvider">Gets the token that the service has refused, or nothing.</param>
    public TokenCredential(string schemeName, Func<string?, CancellationToken, ValueTask<string>> tokenProvider)
        : base(schemeName)
    {
        _provider = tokenProvider;
    }

    public override void Update(string secret) => throw new NotSupportedException("The token provider decides about the token.");

    internal override string Shape => $"{SchemeName} by tokens";

    internal override void TakeFrom(ApiCredential other) => _provider = ((TokenCredential)other)._provider;

    internal override Secret? Current => _last;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => AskAsync(null, cancellationToken);

    internal override ValueTask<Secret> RenewAsync(Secret refused, CancellationToken cancellationToken)
        => AskAsync(refused.Wire, cancellationToken);

    internal override void Apply(ApiMessage message, Secret secret) => message.Headers.Authorization = secret.Authorization;

    private async ValueTask<Secret> AskAsync(string? refused, CancellationToken cancellationToken)
    {
        string token = await _provider(refused, cancellationToken).ConfigureAwait(false);
        if (SecretText.Fault(token) is { } fault)
        {
            throw new InvalidOperationException("The token provider returned no usable token. " + fault);
        }

        // A provider that fails later may repeat the token that it gave before.
        Secret secret = _last is { } last && last.Wire == token
            ? last
            : new Secret(token, token) { Authorization = new AuthenticationHeaderValue("Bearer", token) };
        _last = secret;
        return secret;
    }
}
