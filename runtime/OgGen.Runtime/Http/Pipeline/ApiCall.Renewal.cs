namespace OgGen;

/// <content>
/// Other secrets after a 401: the service did nothing with the request, and a token provider may have a newer token, or a key may have been
/// rotated meanwhile.
/// </content>
internal sealed partial class ApiCall
{
    // The secret of each scheme that was sent last; nearly always one.
    private Secret? _sent;
    private Secret?[]? _sentMore;
    private Secret[]? _renewed;
    private bool _hasAskedAgain;

    /// <summary>Whether the credentials are asked again; once in a call.</summary>
    /// <param name="attempt">The number of the attempt that has ended, from 0.</param>
    /// <param name="outcome">How it ended.</param>
    private bool MayRenew(int attempt, Outcome outcome)
        => outcome.Result is { Status: 401, IsSuccess: false } && !_hasAskedAgain && _schemes.Count > 0 && MayRepeat(attempt);

    /// <summary>Asks the credentials again. The next attempt sends what they give, where it differs from what was refused.</summary>
    /// <returns>How the call ends because one of them fails; nothing where none does.</returns>
    private async ValueTask<Outcome?> RenewAsync(ApiReply refused)
    {
        _hasAskedAgain = true;
        if (!TryLimit(out TimeSpan limit, out TimeSpan reached))
        {
            return null;
        }

        using var asking = new CancellationTokenSource(limit, _core.Time);
        using CancellationTokenRegistration registration =
            Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), asking);
        try
        {
            var secrets = new Secret[_schemes.Count];
            bool isNew = false;
            for (int i = 0; i < secrets.Length; i++)
            {
                ApiCredential credential = CredentialChoice.Find(_schemes[i], _core.Credentials);
                Secret sent = Sent(i);
                secrets[i] = await credential.RenewAsync(sent, asking.Token).ConfigureAwait(false);
                isNew |= secrets[i].Wire != sent.Wire;
            }

            _renewed = isNew ? secrets : null;
            return null;
        }
#pragma warning disable CA1031 // Whatever a token provider throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Explain(e, refused, TokenProvider, reached, asking.IsCancellationRequested);
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
