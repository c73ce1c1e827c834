using System.Diagnostics;

namespace OgGen;

/// <summary>What others see of a call: its activity, its metrics, and the reports to observers.</summary>
internal sealed class CallTelemetry
{
    private readonly ApiCall _call;
    private readonly Activity? _activity;
    private int _attempts;
    private long _attemptStartedAt;
    private TimeSpan _attemptTime;
    private ReceivedResponse? _lastResponse;
    private bool _ended;

    private CallTelemetry(ApiCall call)
    {
        _call = call;
        _activity = StartActivity();
    }

    private ApiOperation Operation => _call.Operation;

    private ApiCallObserver[] Observers => _call.Core.Observers;

    private TimeProvider Time => _call.Core.Time;

    /// <summary>Begins to watch a call; <see langword="null"/> where nobody listens when it begins.</summary>
    public static CallTelemetry? Start(ApiCall call)
        => call.Core.Observers.Length > 0
            || ApiTelemetry.Source.HasListeners()
            || ApiTelemetry.CallDuration.Enabled
            || ApiTelemetry.Retries.Enabled
                ? new CallTelemetry(call)
                : null;

    /// <summary>An attempt begins.</summary>
    public void AttemptStarted()
    {
        _attempts++;
        _attemptStartedAt = Observers.Length > 0 ? Time.GetTimestamp() : 0;
    }

    /// <summary>The attempt has ended; another one may follow.</summary>
    public void AttemptEnded(Outcome outcome)
    {
        _lastResponse = outcome.Result;
        if (Observers.Length > 0)
        {
            _attemptTime = Time.GetElapsedTime(_attemptStartedAt);
            Notify(ReportAttempt(outcome), static (observer, report, _) => observer.OnAttemptEnded(report));
        }
    }

    /// <summary>The attempt will be repeated.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="delay">The wait before the next one.</param>
    public void RetryPlanned(Outcome outcome, TimeSpan delay)
    {
        if (ApiTelemetry.Retries.Enabled)
        {
            ApiTelemetry.Retries.Add(1, Tags(StatusOf(outcome), ErrorTypeOf(outcome)));
        }

        if (_activity is { IsAllDataRequested: true } activity)
        {
            var tags = new ActivityTagsCollection
            {
                ["http.request.resend_count"] = _attempts,
                ["oggen.retry.delay"] = delay.TotalSeconds,
                ["error.type"] = ErrorTypeOf(outcome),
            };
            activity.AddEvent(new ActivityEvent("oggen.retry", Time.GetUtcNow(), tags));
        }

        if (Observers.Length > 0)
        {
            Notify(ReportAttempt(outcome), static (observer, report, delay) => observer.OnRetrying(report, delay), delay);
        }
    }

    /// <summary>The call has ended; the first time counts.</summary>
    /// <param name="exception">What the caller gets instead of a result.</param>
    public void Ended(Exception? exception)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        TimeSpan elapsed = _call.Elapsed;
        int? status = exception is null ? _lastResponse?.Status : (exception as ApiException)?.Status;
        string? errorType = exception is null ? null : ApiTelemetry.ErrorType(exception);
        if (ApiTelemetry.CallDuration.Enabled)
        {
            ApiTelemetry.CallDuration.Record(elapsed.TotalSeconds, Tags(status, errorType));
        }

        if (_activity is { } activity)
        {
            Complete(activity, elapsed, status, errorType);
        }

        if (Observers.Length > 0)
        {
            Notify(
                Report(elapsed, status, errorType, exception is OperationCanceledException or ObjectDisposedException),
                static (observer, report, _) => observer.OnCallEnded(report));
        }
    }

    private Activity? StartActivity()
    {
        if (!ApiTelemetry.Source.HasListeners())
        {
            return null;
        }

        string method = ApiTelemetry.Method(Operation.Method);
        TagList tags = Tags(null, null);
        if (method == "_OTHER")
        {
            tags.Add("http.request.method_original", Operation.Method.Method);
            method = "HTTP";
        }

        // With the tags at once, because samplers see only those.
        return ApiTelemetry.Source.StartActivity(
            $"{method} {Operation.Route}", ActivityKind.Client, parentContext: default, tags, links: null, Time.GetUtcNow());
    }

    private void Complete(Activity activity, TimeSpan elapsed, int? status, string? errorType)
    {
        if (status is { } code)
        {
            activity.SetTag("http.response.status_code", code);
        }

        if (_attempts > 1)
        {
            activity.SetTag("http.request.resend_count", _attempts - 1);
        }

        if (errorType is not null)
        {
            // Without a description: messages quote the service.
            activity.SetTag("error.type", errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.SetEndTime(activity.StartTimeUtc + elapsed);
        activity.Dispose();
    }

    private TagList Tags(int? status, string? errorType)
    {
        var tags = new TagList
        {
            { "http.request.method", ApiTelemetry.Method(Operation.Method) },
            { "url.template", Operation.Route },
            { "server.address", _call.Origin.Address.IdnHost },
            { "oggen.operation", Operation.Id },
        };

        // Service discovery has a port when the request is sent; until then there is none.
        ResponseOrigin origin = _call.Origin;
        if (origin.Address.Port >= 0)
        {
            tags.Add("server.port", ReferenceEquals(origin.Prefix, _call.Core.Prefix) ? _call.Core.ServerPort : origin.Address.Port);
        }

        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }

        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        return tags;
    }

    private ApiCallReport ReportAttempt(Outcome outcome)
        => Report(
            _attemptTime,
            StatusOf(outcome),
            ErrorTypeOf(outcome),
            outcome.Exception is OperationCanceledException or ObjectDisposedException);

    private ApiCallReport Report(TimeSpan elapsed, int? status, string? errorType, bool isCancelled) => new(Operation)
    {
        Attempts = _attempts,
        Elapsed = elapsed,
        Status = status,
        ErrorType = errorType,
        IsCancelled = isCancelled,
        Headers = _lastResponse?.Headers.WithoutSecrets() ?? ApiResponseHeaders.Empty,
    };

    private void Notify(ApiCallReport report, Action<ApiCallObserver, ApiCallReport, TimeSpan> tell, TimeSpan delay = default)
    {
        foreach (ApiCallObserver observer in Observers)
        {
            try
            {
                tell(observer, report, delay);
            }
#pragma warning disable CA1031 // The contract of observers: watching a call does not change how it ends.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }

    private static int? StatusOf(Outcome outcome) => outcome.Result?.Status ?? (outcome.Exception as ApiException)?.Status;

    private static string? ErrorTypeOf(Outcome outcome)
        => outcome.Exception is { } exception ? ApiTelemetry.ErrorType(exception)
        : outcome.Result is { IsSuccess: false } received ? ApiTelemetry.ErrorType(received.Status)
        : null;
}
