using System.Net.Http.Headers;

namespace OgGen;

/// <summary>Bearer tokens that a delegate provides.</summary>
internal sealed class TokenCredential : ApiCredential
{
    private volatile Func<CancellationToken, ValueTask<string>> _provider;

    public TokenCredential(string schemeName, Func<CancellationToken, ValueTask<string>> tokenProvider)
        : base(schemeName)
    {
        ArgumentNullException.ThrowIfNull(tokenProvider);
        _provider = tokenProvider;
    }

    public override void Update(string secret) => throw new NotSupportedException("The token provider decides about the token.");

    internal override string Shape => $"{SchemeName} by tokens";

    internal override void TakeFrom(ApiCredential other) => _provider = ((TokenCredential)other)._provider;

    internal override async ValueTask<Secret> GetAsync(CancellationToken cancellationToken)
    {
        string token = await _provider(cancellationToken).ConfigureAwait(false);
        if (SecretText.Fault(token) is { } fault)
        {
            throw new InvalidOperationException("The token provider returned no usable token. " + fault);
        }

        return new Secret(token, token) { Authorization = new AuthenticationHeaderValue("Bearer", token) };
    }

    internal override void Apply(ApiMessage message, Secret secret) => message.Headers.Authorization = secret.Authorization;
}
