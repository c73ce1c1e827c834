using System.Diagnostics;

namespace OgGen;

/// <summary>Keys or tokens that a delegate provides.</summary>
internal sealed class TokenCredential : ApiCredential
{
    private readonly SecretPlacement _placement;
    private volatile Func<string?, CancellationToken, ValueTask<string>> _provider;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret? _last;

    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="placement">Where the token is sent.</param>
    /// <param name="tokenProvider">Gets the token that the service has refused, or nothing.</param>
    public TokenCredential(string schemeName, SecretPlacement placement, Func<string?, CancellationToken, ValueTask<string>> tokenProvider)
        : base(schemeName)
    {
        ArgumentNullException.ThrowIfNull(tokenProvider);
        _placement = placement;
        _provider = tokenProvider;
    }

    public override void Update(string secret) => throw new NotSupportedException("The token provider decides about the token.");

    internal override string Shape => $"{SchemeName} by tokens in {_placement.Key}";

    internal override string? HeaderName => _placement.HeaderName;

    internal override void TakeFrom(ApiCredential other) => _provider = ((TokenCredential)other)._provider;

    internal override Secret? Current => _last;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => AskAsync(null, cancellationToken);

    internal override ValueTask<Secret> RenewAsync(Secret refused, CancellationToken cancellationToken)
        => AskAsync(refused.Text, cancellationToken);

    internal override void Apply(ApiMessage message, Secret secret) => _placement.Apply(message, secret);

    private async ValueTask<Secret> AskAsync(string? refused, CancellationToken cancellationToken)
    {
        string token = await _provider(refused, cancellationToken).ConfigureAwait(false);
        if (SecretText.FindProblem(token) is { } problem)
        {
            throw new InvalidOperationException("The token provider returned no usable token. " + problem);
        }

        // A provider that fails later may repeat the token that it gave before.
        Secret secret = _last is { } last && last.Text == token ? last : _placement.Encode(token);
        _last = secret;
        return secret;
    }
}
