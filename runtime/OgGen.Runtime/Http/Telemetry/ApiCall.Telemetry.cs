using System.Diagnostics;

namespace OgGen;

/// <content>What others see of a call: its activity, its metrics, and the reports to observers.</content>
internal sealed partial class ApiCall
{
    private readonly Activity? _activity;
    private int _attempts;
    private TimeSpan _attemptTime;
    private ApiReply? _lastReply;
    private bool _ended;

    /// <summary>Ends the call for whoever watches it; the first time counts.</summary>
    /// <param name="exception">What the caller gets instead of a result.</param>
    public void Ended(Exception? exception)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (_activity is null && !ApiTelemetry.CallDuration.Enabled && _core.Observers.Length == 0)
        {
            return;
        }

        TimeSpan elapsed = _core.Time.GetElapsedTime(_startedAt);
        int? status = exception is null ? _lastReply?.Status : (exception as ApiException)?.Status;
        string? errorType = exception is null ? null : ApiTelemetry.ErrorType(exception);
        if (ApiTelemetry.CallDuration.Enabled)
        {
            ApiTelemetry.CallDuration.Record(elapsed.TotalSeconds, Tags(status, errorType));
        }

        if (_activity is { } activity)
        {
            Complete(activity, elapsed, status, errorType);
        }

        if (_core.Observers.Length > 0)
        {
            Notify(
                Report(elapsed, status, errorType, exception is OperationCanceledException or ObjectDisposedException),
                static (observer, report, _) => observer.CallEnded(report));
        }
    }

    private Activity? StartActivity()
    {
        if (!ApiTelemetry.Source.HasListeners())
        {
            return null;
        }

        string method = ApiTelemetry.Method(_operation.Method);
        TagList tags = Tags(null, null);
        if (method == "_OTHER")
        {
            tags.Add("http.request.method_original", _operation.Method.Method);
            method = "HTTP";
        }

        // With the tags at once, because samplers see only those.
        return ApiTelemetry.Source.StartActivity(
            $"{method} {_operation.Route}", ActivityKind.Client, parentContext: default, tags, links: null, _core.Time.GetUtcNow());
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
            // Without a description: messages hold what the service says.
            activity.SetTag("error.type", errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.SetEndTime(activity.StartTimeUtc + elapsed);
        activity.Dispose();
    }

    private void AttemptEnded(Outcome outcome, long startedAt)
    {
        _lastReply = outcome.Result;
        if (_core.Observers.Length > 0)
        {
            _attemptTime = _core.Time.GetElapsedTime(startedAt);
            Notify(ReportAttempt(outcome), static (observer, report, _) => observer.AttemptEnded(report));
        }
    }

    private void RetryPlanned(Outcome outcome, TimeSpan delay)
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
            activity.AddEvent(new ActivityEvent("oggen.retry", _core.Time.GetUtcNow(), tags));
        }

        if (_core.Observers.Length > 0)
        {
            Notify(ReportAttempt(outcome), static (observer, report, delay) => observer.Retrying(report, delay), delay);
        }
    }

    private TagList Tags(int? status, string? errorType)
    {
        var tags = new TagList
        {
            { "http.request.method", ApiTelemetry.Method(_operation.Method) },
            { "url.template", _operation.Route },
            { "server.address", _uri.IdnHost },
            { "oggen.operation", _operation.Id },
        };

        // Service discovery has a port when the request is sent; until then there is none.
        if (_uri.Port >= 0)
        {
            tags.Add("server.port", ReferenceEquals(Prefix, _core.Prefix) ? _core.ServerPort : _uri.Port);
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
        => Report(_attemptTime, StatusOf(outcome), ErrorTypeOf(outcome), outcome.Exception is OperationCanceledException or ObjectDisposedException);

    private ApiCallReport Report(TimeSpan elapsed, int? status, string? errorType, bool isCancelled) => new(_operation)
    {
        Attempts = _attempts,
        Elapsed = elapsed,
        Status = status,
        ErrorType = errorType,
        IsCancelled = isCancelled,
        Headers = _lastReply?.Headers.WithoutSecrets() ?? ApiResponseHeaders.Empty,
    };

    private void Notify(ApiCallReport report, Action<ApiCallObserver, ApiCallReport, TimeSpan> tell, TimeSpan delay = default)
    {
        foreach (ApiCallObserver observer in _core.Observers)
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
        : outcome.Result is { IsSuccess: false } reply ? ApiTelemetry.ErrorType(reply.Status)
        : null;
}
