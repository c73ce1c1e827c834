using System.Net.Http.Headers;

namespace OgGen;

/// <summary><c>Authorization: {scheme} {secret}</c>. The names of HTTP authentication schemes have no case (RFC 9110, 11.1).</summary>
internal sealed class AuthorizationPlacement : SecretPlacement
{
    private readonly string _httpScheme;

    public AuthorizationPlacement(string httpScheme)
    {
        HeaderText.CheckName(httpScheme, nameof(httpScheme));
        _httpScheme = httpScheme;
    }

    public override string Key => "Authorization " + _httpScheme.ToUpperInvariant();

    public override Secret Encode(string secret)
        => new(secret, secret) { Authorization = new AuthenticationHeaderValue(_httpScheme, secret) };

    public override void Apply(ApiMessage message, Secret secret) => message.Headers.Authorization = secret.Authorization;
}
