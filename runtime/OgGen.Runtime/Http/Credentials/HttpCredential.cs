using System.Diagnostics;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary><c>Authorization: {scheme} {secret}</c>.</summary>
internal sealed class HttpCredential : ApiCredential
{
    private readonly string _httpScheme;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret _secret;

    /// <param name="schemeName">The name of the security scheme.</param>
    /// <param name="httpScheme">The HTTP authentication scheme.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="name">What the caller calls the secret, for the exception.</param>
    public HttpCredential(string schemeName, string httpScheme, string secret, string name)
        : base(schemeName)
    {
        HeaderText.CheckName(httpScheme, nameof(httpScheme));
        SecretText.Check(secret, name);
        _httpScheme = httpScheme;
        _secret = Make(secret);
    }

    public override void Update(string secret)
    {
        SecretText.Check(secret, nameof(secret));
        _secret = Make(secret);
    }

    internal override string Shape => $"{SchemeName} by {_httpScheme}";

    internal override void TakeFrom(ApiCredential other) => _secret = ((HttpCredential)other)._secret;

    internal override Secret? Current => _secret;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => new(_secret);

    internal override void Apply(ApiMessage message, Secret secret) => message.Headers.Authorization = secret.Authorization;

    private Secret Make(string parameter)
        => new(parameter, parameter) { Authorization = new AuthenticationHeaderValue(_httpScheme, parameter) };
}
