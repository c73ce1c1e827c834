using System.Diagnostics;

namespace OgGen;

/// <summary>A key or token that the caller sets.</summary>
internal sealed class SecretCredential : ApiCredential
{
    private readonly SecretPlacement _placement;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret _secret;

    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="placement">Where the secret is sent.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="parameter">What the caller calls the secret, for the exception.</param>
    public SecretCredential(string schemeName, SecretPlacement placement, string secret, string parameter)
        : base(schemeName)
    {
        SecretText.Check(secret, parameter);
        _placement = placement;
        _secret = placement.Encode(secret);
    }

    public override void Update(string secret)
    {
        SecretText.Check(secret, nameof(secret));
        _secret = _placement.Encode(secret);
    }

    internal override string Shape => $"{SchemeName} in {_placement.Key}";

    internal override string? HeaderName => _placement.HeaderName;

    internal override void TakeFrom(ApiCredential other) => _secret = ((SecretCredential)other)._secret;

    internal override Secret? Current => _secret;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => new(_secret);

    internal override void Apply(ApiMessage message, Secret secret) => _placement.Apply(message, secret);
}
