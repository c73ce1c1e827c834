namespace OgGen;

/// <summary>What came of asking the credentials again.</summary>
/// <param name="HasNewSecrets">Whether the next attempt sends other secrets than those that were refused.</param>
/// <param name="Failure">How the call ends because a credential failed.</param>
internal readonly record struct Renewal(bool HasNewSecrets, Outcome? Failure);

/// <summary>
/// The credentials of one call, and what it has sent of them. After a 401 the service did nothing with the request, and a token provider
/// may have a newer token, or a key may have been rotated meanwhile.
/// </summary>
internal sealed class CallCredentials
{
    private static readonly CallCredentials s_none = new([], []);

    private readonly IReadOnlyList<string> _schemes;
    private readonly IReadOnlyList<ApiCredential> _credentials;

    // The secret of each scheme that was sent last; nearly always one.
    private Secret? _sent;
    private Secret?[]? _sentMore;
    private Secret[]? _renewed;
    private bool _hasAskedAgain;

    private CallCredentials(IReadOnlyList<string> schemes, IReadOnlyList<ApiCredential> credentials)
    {
        _schemes = schemes;
        _credentials = credentials;
    }

    /// <exception cref="InvalidOperationException">The client has no credential that the operation accepts.</exception>
    public static CallCredentials For(ApiOperation operation, IReadOnlyList<ApiCredential> credentials)
        => CredentialChoice.For(operation, credentials) is { Count: > 0 } schemes ? new CallCredentials(schemes, credentials) : s_none;

    /// <summary>Adds the secrets to the message of an attempt.</summary>
    public async ValueTask ApplyAsync(ApiMessage message, UsedSecrets secrets, CancellationToken cancellationToken)
    {
        for (int i = 0; i < _schemes.Count; i++)
        {
            ApiCredential credential = CredentialChoice.Find(_schemes[i], _credentials);
            Secret secret = _renewed?[i] ?? await credential.GetAsync(cancellationToken).ConfigureAwait(false);
            KeepSent(i, secret);
            secrets.Add(secret);
            credential.Apply(message, secret);
        }

        if (_renewed is not null)
        {
            _renewed = null;
        }
    }

    /// <summary>Whether the credentials are asked again; once in a call.</summary>
    /// <param name="outcome">How the last attempt ended.</param>
    public bool MayRenew(Outcome outcome) => outcome.Result is { Status: 401, IsSuccess: false } && !_hasAskedAgain && _schemes.Count > 0;

    /// <summary>Asks the credentials again. The next attempt sends what they give, where it differs from what was refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refused">The response that refused the secrets.</param>
    /// <param name="sends">How often the body was sent with them.</param>
    public async ValueTask<Renewal> RenewAsync(ApiCall call, ReceivedResponse refused, int sends)
    {
        _hasAskedAgain = true;
        if (!call.TryGetLimit(out TimeSpan limit, out TimeSpan option))
        {
            return default;
        }

        using var asking = new CancellationTokenSource(limit, call.Core.Time);
        using CancellationTokenRegistration registration =
            call.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), asking);
        try
        {
            var secrets = new Secret[_schemes.Count];
            bool isNew = false;
            for (int i = 0; i < secrets.Length; i++)
            {
                ApiCredential credential = CredentialChoice.Find(_schemes[i], _credentials);
                Secret sent = Sent(i);
                secrets[i] = await credential.RenewAsync(sent, asking.Token).ConfigureAwait(false);
                isNew |= secrets[i].Wire != sent.Wire;
            }

            _renewed = isNew ? secrets : null;
            return new Renewal(isNew, null);
        }
#pragma warning disable CA1031 // Whatever a token provider throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var failed = new FailedAttempt(CallErrors.TokenProvider, option, asking.IsCancellationRequested, sends);
            return new Renewal(false, CallErrors.Classify(call, e, refused, failed));
        }
    }

    private Secret Sent(int scheme) => scheme == 0 ? _sent! : _sentMore![scheme]!;

    private void KeepSent(int scheme, Secret secret)
    {
        if (scheme == 0)
        {
            _sent = secret;
        }
        else
        {
            (_sentMore ??= new Secret?[_schemes.Count])[scheme] = secret;
        }
    }
}
