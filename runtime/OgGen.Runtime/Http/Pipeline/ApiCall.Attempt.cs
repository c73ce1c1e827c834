using System.Net;

namespace OgGen;

internal sealed partial class ApiCall
{
    private const string TokenProvider = "the token provider";
    private const string SendingPart = "the transport";

    /// <summary>Makes one attempt. Never throws: a failure is an outcome.</summary>
    private async ValueTask<Outcome> AttemptAsync()
    {
        IApiRateLimiter? limiter = _core.RateLimiter;
        if (limiter is not null && await WaitForTurnAsync(limiter).ConfigureAwait(false) is { } reason)
        {
            return Outcome.FromException(reason);
        }

        _attempts++;
        long startedAt = _core.Observers.Length > 0 ? _core.Time.GetTimestamp() : 0;
        Outcome outcome = await SendOnceAsync().ConfigureAwait(false);
        if (limiter is not null)
        {
            outcome = Report(limiter, outcome);
        }

        AttemptEnded(outcome, startedAt);
        return outcome;
    }

    private async ValueTask<Outcome> SendOnceAsync()
    {
        if (!TryLimit(out TimeSpan limit, out TimeSpan reached))
        {
            return Outcome.FromException(TimeoutFault(_settings.Timeout, null));
        }

        // One limit for everything, the body included: HttpClient's own timeout ends at the headers. A body that is read while it
        // arrives has limits of its own.
        using var attempt = new CancellationTokenSource(limit, _core.Time);
        using CancellationTokenRegistration registration =
            Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), attempt);
        ApiReply? reply = null;
        HttpResponseMessage? unowned = null;
        string source = TokenProvider;
        _readsBefore = _body?.Reads ?? 0;
        try
        {
            using ApiMessage message = await CreateMessageAsync(attempt.Token).ConfigureAwait(false);
            Uri address = message.Address;
            source = SendingPart;
            if (OperatingSystem.IsBrowser() && BrowserFetch.Refuse(message, _operation) is { } refusal)
            {
                return Outcome.FromException(refusal);
            }

            unowned = await _core.Transport.SendAsync(message, attempt.Token).ConfigureAwait(false);
            HttpResponseMessage response = unowned ?? throw new InvalidOperationException("The handler returned no response.");
            if (_request.Body?.Failure is { } failure)
            {
                return Outcome.FromException(failure);
            }

            if (OperatingSystem.IsBrowser() && response.StatusCode == default)
            {
                return Outcome.FromException(HiddenResponse());
            }

            reply = new ApiReply(_operation, response, _secrets, _core.Time)
            {
                Prefix = Prefix,
                KeepsRawBody = _settings.KeepRawBody,

                IsNotModified = response.StatusCode == HttpStatusCode.NotModified
                    && (_operation.NotModifiedIsAnswer || IsConditional(message)),
            };
            if (message.RequestUri != address || (response.RequestMessage?.RequestUri is { } answered && answered != address))
            {
                return Outcome.FromException(RedirectFault(reply));
            }

            if (_request.StreamsAnswer && reply is { IsSuccess: true, IsNotModified: false })
            {
                var limits = new StreamLimits(_settings.AttemptTimeout, _core.MaxResponseBytes, _core.Time, _core.Name, _core.Transport.Shutdown);
                await reply.KeepAsync(response, limits, attempt.Token).ConfigureAwait(false);
                unowned = null;
                return Outcome.FromResult(reply);
            }

            bool fits = await reply.ReadBodyAsync(response.Content, _core.MaxResponseBytes, attempt.Token).ConfigureAwait(false);
            return fits
                ? Outcome.FromResult(reply)
                : Outcome.FromException(reply.FormatFault($" with more than {_core.MaxResponseBytes} bytes, the limit of MaxResponseBytes", null));
        }
#pragma warning disable CA1031 // Whatever a transport throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Explain(e, reply, source, reached, attempt.IsCancellationRequested);
        }
        finally
        {
            unowned?.Dispose();
        }
    }

    /// <summary>
    /// Whether a request, as it was sent, asks for a body only if the resource has changed. Handlers and an HttpClient add headers of
    /// their own.
    /// </summary>
    private static bool IsConditional(ApiMessage message)
        => message.Headers.NonValidated.Contains("If-None-Match") || message.Headers.NonValidated.Contains("If-Modified-Since");

    /// <summary>Finds the limit of an attempt.</summary>
    /// <param name="limit">How long the attempt may take.</param>
    /// <param name="option">The option that sets the limit: the attempt's, or the call's where less is left of it.</param>
    /// <returns>Whether any time of the call is left.</returns>
    private bool TryLimit(out TimeSpan limit, out TimeSpan option)
    {
        limit = option = _settings.AttemptTimeout;
        if (Remaining is not { } remaining)
        {
            return true;
        }

        limit = ApiTimeouts.Min(limit, remaining);
        option = limit == remaining ? _settings.Timeout : option;
        return remaining > TimeSpan.Zero;
    }

    private async ValueTask<ApiMessage> CreateMessageAsync(CancellationToken cancellationToken)
    {
        var message = new ApiMessage(_operation.Method, _uri)
        {
            Version = _core.Transport.Version,
            VersionPolicy = _core.Transport.VersionPolicy,
            Content = _body?.CreateContent(),
        };

        // Every value was checked when it came in (HeaderText): .NET would send whatever stands here.
        message.Headers.TryAddWithoutValidation("Accept", _operation.Accept);
        foreach ((string name, string value) in _settings.Headers)
        {
            AddHeader(message, name, value);
        }

        for (int i = 0; i < _request.Headers.Count; i++)
        {
            (string name, string value) = _request.Headers[i];
            AddParameter(message, name, value);
        }

        if (OperatingSystem.IsBrowser())
        {
            BrowserFetch.Prepare(message);
        }
        else
        {
            AddOwnHeaders(message);
        }

        if (_request.Cookies is { } cookies)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        for (int i = 0; i < _schemes.Count; i++)
        {
            ApiCredential credential = CredentialChoice.Find(_schemes[i], _core.Credentials);
            Secret secret = _renewed?[i] ?? await credential.GetAsync(cancellationToken).ConfigureAwait(false);
            KeepSent(i, secret);
            _secrets.Add(secret);
            credential.Apply(message, secret);
        }

        _renewed = null;
        return message;
    }

    /// <summary>
    /// Adds the headers that speak of the client. A browser has its own, and asks a service of another origin for leave to send others.
    /// </summary>
    private void AddOwnHeaders(ApiMessage message)
    {
        // What the caller says stands alone. The look is saved where nobody can have set it.
        bool mayBeSet = _settings.Headers.Length > 0 || _request.Headers.Count > 0;
        if (!mayBeSet || !message.Headers.NonValidated.Contains("User-Agent"))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", _core.UserAgent);
        }

        if (!mayBeSet || !message.Headers.NonValidated.Contains("Accept-Encoding"))
        {
            message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        }
    }

    private void AddParameter(ApiMessage message, string name, string value)
    {
        foreach ((string set, _) in _settings.Headers)
        {
            if (set.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        AddHeader(message, name, value);
    }

    /// <summary>
    /// .NET keeps headers that describe a body (Content-Language, Expires and others) with the body: an empty one where there is none.
    /// </summary>
    private static void AddHeader(ApiMessage message, string name, string value)
    {
        if (!message.Headers.TryAddWithoutValidation(name, value))
        {
            message.Content ??= new ByteArrayContent([]);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    /// <summary>Says what a failed attempt means.</summary>
    private Outcome Explain(Exception e, ApiReply? reply, string source, TimeSpan limit, bool attemptEnded)
    {
        if (Interruption(e) is { } interruption)
        {
            reply?.Dispose();
            return Outcome.FromException(interruption);
        }

        if (_request.Body?.Failure is { } ofCaller)
        {
            // Whatever a transport makes of it: the caller's own stream has failed, and the caller knows its exceptions.
            reply?.Dispose();
            return Outcome.FromException(ofCaller);
        }

        bool isTransport = e is OperationCanceledException or InvalidDataException || TransportFault.Of(e) is not null;
        if (reply is { IsSuccess: false } && isTransport && source == SendingPart)
        {
            // An error whose description did not arrive whole is still that error.
            return Outcome.FromResult(reply);
        }

        using (reply)
        {
            return Outcome.FromException(
                attemptEnded && isTransport ? TimeoutFault(limit, null)
                : e is OperationCanceledException ? Abandoned(e)
                : e is InvalidDataException && reply is not null ? reply.FormatFault(" with a body that cannot be decompressed", e)
                : TransportFault.Of(e) is { } failure ? ConnectionFault(failure, e, reply)
                : ForeignException.Wrap(e, source, _operation.Id, _secrets, reply));
        }
    }

    /// <summary>A cancellation that neither the caller nor this call asked for.</summary>
    private ApiException Abandoned(Exception e)
        => e.InnerException is not TimeoutException ? ConnectionFault(ApiConnectionFailure.Interrupted, e, null)
        : _core.Transport.IsOwn ? ConnectionFault(ApiConnectionFailure.Connect, e, null) // the only timer of our handler: ConnectTimeout
        : TimeoutFault(null, e); // HttpClient.Timeout of the user's client

    private ApiTimeoutException TimeoutFault(TimeSpan? limit, Exception? cause)
    {
        string text = limit is { } span ? FormattableString.Invariant($"{_operation.At(Prefix)} took longer than {span.TotalSeconds:0.###} s.") : $"{_operation.At(Prefix)} timed out.";
        return new ApiTimeoutException(text, cause is null ? null : _secrets.Redact(cause)) { Operation = _operation.Id, Limit = limit };
    }

    private ApiConnectionException ConnectionFault(ApiConnectionFailure failure, Exception cause, ApiReply? reply)
        => new($"{_operation.At(Prefix)} failed: {TransportFault.Describe(failure)}.", AsSent(failure), _secrets.Redact(cause))
        {
            Operation = _operation.Id,
            Status = reply?.Status,
            Headers = reply?.Headers.WithoutSecrets() ?? ApiResponseHeaders.Empty,
        };

    /// <summary>A service that is gone now may have seen the request before, where a handler has sent it more than once.</summary>
    private ApiConnectionFailure AsSent(ApiConnectionFailure failure)
        => Sends > 0 && failure is (ApiConnectionFailure.Connect or ApiConnectionFailure.NameResolution)
            ? ApiConnectionFailure.Interrupted
            : failure;

    private ApiException RedirectFault(ApiReply reply)
        => new($"{_operation.At(Prefix)}: the HttpClient or handler followed a redirect. Switch AllowAutoRedirect off; the answer is not used.")
        {
            Operation = _operation.Id,
            Status = reply.Status,
            Headers = reply.Headers.WithoutSecrets(),
        };

    /// <summary>The exception for a response that a browser has, and does not show to a page.</summary>
    private ApiException HiddenResponse()
        => new($"{_operation.At(Prefix)} was answered with a redirect, which is not followed, or in the mode no-cors: a browser shows a page neither.")
        {
            Operation = _operation.Id,
        };
}
