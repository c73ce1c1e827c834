using System.Diagnostics;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary><c>Authorization: {scheme} {secret}</c>.</summary>
internal sealed class HttpCredential : ApiCredential
{
    private readonly string _httpScheme;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret _secret;

    public HttpCredential(string schemeName, string httpScheme, string parameter)
        : base(schemeName)
    {
        HeaderText.CheckName(httpScheme, nameof(httpScheme));
        SecretText.Check(parameter, nameof(parameter));
        _httpScheme = httpScheme;
        _secret = Make(parameter);
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
