using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OgGen.Frameworks;

/// <summary>Knows one bearer token, "letmein".</summary>
public sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        return Task.FromResult(header switch
        {
            "" => AuthenticateResult.NoResult(),
            "Bearer letmein" => AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, "tester")], Scheme)), Scheme)),
            _ => AuthenticateResult.Fail("Another token."),
        });
    }
}
