using System.Net;

namespace OgGen;

/// <summary>One attempt of a call: its message, its limit of time, and the response.</summary>
internal readonly struct CallAttempt(ApiCall call)
{
    /// <summary>Sends the request once. Never throws: a failure is an outcome.</summary>
    public async ValueTask<Outcome> SendAsync()
    {
        if (!call.TryGetLimit(out TimeSpan limit, out TimeSpan option))
        {
            return Outcome.FromException(CallErrors.Timeout(call, call.Settings.Timeout, null));
        }

        // One limit for everything, the body included: HttpClient's own timeout ends at the headers. A body that is read while it
        // arrives has limits of its own.
        AttemptLimit attempt = call.Core.AttemptLimits.Begin(limit, call.CallerToken);
        bool isRead = false;
        ReceivedResponse? received = null;
        HttpResponseMessage? unowned = null;
        string source = CallErrors.TokenProvider;
        int readsBefore = call.BodyReads;
        try
        {
            using ApiMessage message = MessageBuilder.Create(call);
            await call.Credentials.ApplyAsync(message, call.Secrets, attempt.Token).ConfigureAwait(false);
            Uri address = message.Address;
            source = CallErrors.Transport;
            if (OperatingSystem.IsBrowser() && BrowserFetch.Refuse(message, call.Operation) is { } refusal)
            {
                return Outcome.FromException(refusal);
            }

            unowned = await call.Core.Transport.SendAsync(message, attempt.Token).ConfigureAwait(false);
            HttpResponseMessage response = unowned ?? throw new InvalidOperationException("The handler returned no response.");
            if (call.Body?.Failure is { } failure)
            {
                return Outcome.FromException(failure);
            }

            if (OperatingSystem.IsBrowser() && response.StatusCode == default)
            {
                return Outcome.FromException(CallErrors.HiddenResponse(call));
            }

            received = CreateResponse(message, response);
            if (message.RequestUri != address || (response.RequestMessage?.RequestUri is { } responding && responding != address))
            {
                return Outcome.FromException(CallErrors.Redirect(call, received));
            }

            if (call.Request.StreamsResponse && received is { IsSuccess: true, IsNotModified: false })
            {
                await received.KeepAsync(response, StreamLimitsOf(call), attempt.Token).ConfigureAwait(false);
                unowned = null;
                return Outcome.FromResult(received);
            }

            bool fits = await received.ReadBodyAsync(response.Content, call.Core.MaxResponseBytes, attempt.Token).ConfigureAwait(false);
            isRead = fits;
            return fits ? Outcome.FromResult(received) : Outcome.FromException(CallErrors.TooLarge(call, received));
        }
#pragma warning disable CA1031 // Whatever a transport throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var failed = new FailedAttempt(source, option, attempt.IsReached, call.BodyReads - readsBefore);
            return CallErrors.Classify(call, e, received, failed);
        }
        finally
        {
            unowned?.Dispose();
            call.Core.AttemptLimits.End(attempt, isRead);
        }
    }

    private static StreamLimits StreamLimitsOf(ApiCall call)
        => new(call.Settings.AttemptTimeout, call.Core.MaxResponseBytes, call.Core.Time, call.Core.Name, call.Core.Transport.Shutdown);

    private ReceivedResponse CreateResponse(
        ApiMessage message, HttpResponseMessage response) => new(call.Origin, response, call.Secrets, call.Core.Time)
    {
        KeepsRawBody = call.Settings.KeepRawBody,
        IsNotModified = response.StatusCode == HttpStatusCode.NotModified && (call.Operation.ReturnsNotModified || IsConditional(message)),
    };

    /// <summary>
    /// Whether a request, as it was sent, asks for a body only if the resource has changed. Handlers and an HttpClient add headers of
    /// their own.
    /// </summary>
    private static bool IsConditional(ApiMessage message)
        => message.Headers.NonValidated.Contains("If-None-Match") || message.Headers.NonValidated.Contains("If-Modified-Since");
}
