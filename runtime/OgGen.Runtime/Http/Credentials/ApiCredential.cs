using System.Diagnostics;

namespace OgGen;

/// <summary>How requests are authenticated. It holds a secret and never shows it.</summary>
/// <remarks>Safe for concurrent use. A secret is visible ASCII, without spaces at its ends; it is checked when it is set.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiCredential
{
    private protected ApiCredential(string schemeName)
    {
        ArgumentNullException.ThrowIfNull(schemeName);
        SchemeName = schemeName;
    }

    /// <summary>The name of the security scheme in the OpenAPI document that this credential fulfils.</summary>
    public string SchemeName { get; }

    /// <summary>A secret in the <c>Authorization</c> header: <c>{httpScheme} {secret}</c>.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="httpScheme">The HTTP authentication scheme, for example <c>Bearer</c>.</param>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentException">
    /// The scheme is no token, or the secret is not acceptable; the message does not repeat it.
    /// </exception>
    public static ApiCredential Http(string schemeName, string httpScheme, string secret)
        => new SecretCredential(schemeName, new AuthorizationPlacement(httpScheme), secret, nameof(secret));

    /// <summary>Secrets from a provider, in the <c>Authorization</c> header: <c>{httpScheme} {secret}</c>.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="httpScheme">The HTTP authentication scheme, for example <c>Bearer</c>.</param>
    /// <param name="tokenProvider">Gets the secret; see <see cref="Bearer(string, Func{CancellationToken, ValueTask{string}})"/>.</param>
    /// <exception cref="ArgumentException">The scheme is no token.</exception>
    public static ApiCredential Http(string schemeName, string httpScheme, Func<CancellationToken, ValueTask<string>> tokenProvider)
        => new TokenCredential(schemeName, new AuthorizationPlacement(httpScheme), WithoutRefused(tokenProvider));

    /// <inheritdoc cref="Http(string, string, Func{CancellationToken, ValueTask{string}})"/>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="httpScheme">The HTTP authentication scheme, for example <c>Bearer</c>.</param>
    /// <param name="tokenProvider">
    /// Gets the secret; see <see cref="Bearer(string, Func{string, CancellationToken, ValueTask{string}})"/>.
    /// </param>
    public static ApiCredential Http(
        string schemeName, string httpScheme, Func<string?, CancellationToken, ValueTask<string>> tokenProvider)
        => new TokenCredential(schemeName, new AuthorizationPlacement(httpScheme), tokenProvider);

    /// <summary>A bearer token.</summary>
    /// <exception cref="ArgumentException">The token is not acceptable; the message does not repeat it.</exception>
    public static ApiCredential Bearer(string schemeName, string token)
        => new SecretCredential(schemeName, new AuthorizationPlacement("Bearer"), token, nameof(token));

    /// <summary>Bearer tokens from elsewhere, for example from an OAuth 2 library.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="tokenProvider">
    /// Asked before every attempt, so it should cache, and once more when the service refuses a token (401): another token is sent at once.
    /// Its cancellation token ends with the attempt and with the call. What it throws is the cause of an <see cref="ApiException"/>.
    /// </param>
    public static ApiCredential Bearer(string schemeName, Func<CancellationToken, ValueTask<string>> tokenProvider)
        => Http(schemeName, "Bearer", tokenProvider);

    /// <summary>Bearer tokens from elsewhere, whose provider learns which token the service has refused.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="tokenProvider">
    /// Asked before every attempt with <see langword="null"/>, so it should cache. When the service refuses a token (401), it is asked once
    /// more, with that token, which it should no longer return: another one is sent at once. Its cancellation token ends with the attempt
    /// and with the call. What it throws is the cause of an <see cref="ApiException"/>.
    /// </param>
    public static ApiCredential Bearer(string schemeName, Func<string?, CancellationToken, ValueTask<string>> tokenProvider)
        => Http(schemeName, "Bearer", tokenProvider);

    /// <summary>A user name and a password (RFC 7617, in UTF-8). <see cref="Update"/> changes the password.</summary>
    /// <exception cref="ArgumentException">The name holds a colon, or either holds a control character.</exception>
    public static ApiCredential Basic(string schemeName, string user, string password)
        => new BasicCredential(schemeName, user, password);

    /// <summary>A key in a header, in the query or in a cookie.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="location">Where the key travels.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentException">The name or the secret is not acceptable; the message does not repeat the secret.</exception>
    public static ApiCredential ApiKey(string schemeName, ApiKeyLocation location, string name, string secret)
        => new SecretCredential(schemeName, new ApiKeyPlacement(location, name), secret, nameof(secret));

    /// <summary>Keys from a provider, in a header, in the query or in a cookie.</summary>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="location">Where the key travels.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="keyProvider">Gets the key; see <see cref="Bearer(string, Func{CancellationToken, ValueTask{string}})"/>.</param>
    /// <exception cref="ArgumentException">The name is not acceptable.</exception>
    public static ApiCredential ApiKey(
        string schemeName, ApiKeyLocation location, string name, Func<CancellationToken, ValueTask<string>> keyProvider)
        => new TokenCredential(schemeName, new ApiKeyPlacement(location, name), WithoutRefused(keyProvider));

    /// <inheritdoc cref="ApiKey(string, ApiKeyLocation, string, Func{CancellationToken, ValueTask{string}})"/>
    /// <param name="schemeName">The name of the security scheme in the document.</param>
    /// <param name="location">Where the key travels.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="keyProvider">
    /// Gets the key; see <see cref="Bearer(string, Func{string, CancellationToken, ValueTask{string}})"/>.
    /// </param>
    public static ApiCredential ApiKey(
        string schemeName, ApiKeyLocation location, string name, Func<string?, CancellationToken, ValueTask<string>> keyProvider)
        => new TokenCredential(schemeName, new ApiKeyPlacement(location, name), keyProvider);

    /// <summary>Several credentials: each operation uses those that it asks for.</summary>
    /// <exception cref="ArgumentException">There is none, or two are for the same scheme.</exception>
    public static ApiCredential All(params ApiCredential[] credentials) => new CredentialSet(credentials);

    /// <summary>Rotates the secret. The next attempt uses the new one, also that of a call that is retrying.</summary>
    /// <exception cref="ArgumentException">The secret is not acceptable; the message does not repeat it.</exception>
    /// <exception cref="NotSupportedException">
    /// The credential holds no secret of its own: a token provider, or several credentials.
    /// </exception>
    public abstract void Update(string secret);

    /// <summary>
    /// Takes over the secret of another credential, as <see cref="Update"/> does; also of token providers and of combined ones.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The other one is not for the same schemes in the same places. Nothing was taken over.
    /// </exception>
    public void UpdateFrom(ApiCredential other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ApiCredential[] sources =
        [
            .. Parts.Select(part => other.Parts.FirstOrDefault(
                candidate => candidate.GetType() == part.GetType() && candidate.Shape == part.Shape) ?? throw Mismatch()),
        ];
        if (sources.Length != other.Parts.Count)
        {
            throw Mismatch();
        }

        for (int i = 0; i < sources.Length; i++)
        {
            Parts[i].TakeFrom(sources[i]);
        }

        static ArgumentException Mismatch() => new("The other credential is for other security schemes.", nameof(other));
    }

    /// <summary>The scheme's name; three asterisks stand for the secret.</summary>
    public sealed override string ToString() => SchemeName + ": ***";

    /// <summary>The credentials that this one consists of.</summary>
    internal virtual IReadOnlyList<ApiCredential> Parts => [this];

    /// <summary>The header that carries the secret, if the document names one.</summary>
    internal virtual string? HeaderName => null;

    /// <summary>All but the secret: what must be the same for another's secret to fit.</summary>
    internal abstract string Shape { get; }

    /// <summary>The secret that is held now; of a token provider the last one that it gave.</summary>
    internal abstract Secret? Current { get; }

    /// <summary>The current secret. An attempt asks once, so that it sees one value throughout.</summary>
    internal abstract ValueTask<Secret> GetAsync(CancellationToken cancellationToken);

    /// <summary>The secret after the service has refused one; the same where there is no other.</summary>
    internal virtual ValueTask<Secret> RenewAsync(Secret refused, CancellationToken cancellationToken) => GetAsync(cancellationToken);

    /// <summary>Takes the secret of a credential of the same shape.</summary>
    internal abstract void TakeFrom(ApiCredential other);

    /// <summary>Adds the secret to a request.</summary>
    internal abstract void Apply(ApiMessage message, Secret secret);

    private static Func<string?, CancellationToken, ValueTask<string>> WithoutRefused(Func<CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return (_, cancellationToken) => provider(cancellationToken);
    }
}
