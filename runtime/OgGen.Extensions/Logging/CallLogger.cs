using System.Text;
using Microsoft.Extensions.Logging;

namespace OgGen;

/// <summary>
/// Logs calls by method and route template. Values of paths, queries and bodies do not reach an observer; headers are on an allow-list.
/// </summary>
internal sealed partial class CallLogger(ILoggerFactory loggers, ApiClientLogOptions options) : ApiCallObserver
{
    private readonly ILogger _logger = loggers.CreateLogger("OgGen.Client");
    private readonly string[] _headers = [.. options.Headers.Distinct(StringComparer.OrdinalIgnoreCase)];

    public override void OnAttemptEnded(ApiCallReport report)
    {
        ApiOperation operation = report.Operation;
        Attempt(
            operation.Id,
            operation.Method,
            operation.Route,
            report.Attempts,
            report.ErrorType ?? StatusText(report.Status),
            report.Elapsed.TotalMilliseconds);
        if (report.Headers.Count > 0 && _logger.IsEnabled(LogLevel.Trace))
        {
            Headers(operation.Id, HeadersOf(report));
        }
    }

    public override void OnRetrying(ApiCallReport report, TimeSpan delay)
        => Retry(
            report.Operation.Id,
            report.Operation.Method,
            report.Operation.Route,
            report.Attempts,
            report.ErrorType,
            delay.TotalMilliseconds);

    public override void OnCallEnded(ApiCallReport report)
    {
        ApiOperation operation = report.Operation;
        if (report.IsCancelled)
        {
            Cancelled(operation.Id, operation.Method, operation.Route, report.Elapsed.TotalMilliseconds);
        }
        else if (report.ErrorType is null || report.ErrorType == StatusText(report.Status))
        {
            Answered(operation.Id, operation.Method, operation.Route, report.Status, report.Attempts, report.Elapsed.TotalMilliseconds);
        }
        else
        {
            Failed(operation.Id, operation.Method, operation.Route, report.ErrorType, report.Attempts, report.Elapsed.TotalMilliseconds);
        }
    }

    private static string? StatusText(int? status) => status?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string HeadersOf(ApiCallReport report)
    {
        var text = new StringBuilder();
        foreach (string name in _headers.Append(report.Operation.RequestIdHeader)
            .Append(report.Operation.RetryAfterHeader)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (report.Headers.TryGetValue(name, out string? value))
            {
                text.Append(text.Length > 0 ? "; " : "").Append(name).Append(": ").Append(value);
            }
        }

        return text.ToString();
    }

    // A response is information whatever its status: the caller knows what a 404 means.
    [LoggerMessage(
        1,
        LogLevel.Information,
        "{Operation}: {Method} {Route} answered {StatusCode} after {Attempts} attempts in {ElapsedMilliseconds:0.0} ms")]
    private partial void Answered(
        string operation, HttpMethod method, string route, int? statusCode, int attempts, double elapsedMilliseconds);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Operation}: {Method} {Route} failed with {ErrorType} after {Attempts} attempts in {ElapsedMilliseconds:0.0} ms")]
    private partial void Failed(
        string operation, HttpMethod method, string route, string? errorType, int attempts, double elapsedMilliseconds);

    [LoggerMessage(3, LogLevel.Debug, "{Operation}: {Method} {Route} was cancelled after {ElapsedMilliseconds:0.0} ms")]
    private partial void Cancelled(string operation, HttpMethod method, string route, double elapsedMilliseconds);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Operation}: {Method} {Route} attempt {Attempt} ended with {ErrorType}; the next one follows in {DelayMilliseconds:0} ms")]
    private partial void Retry(string operation, HttpMethod method, string route, int attempt, string? errorType, double delayMilliseconds);

    [LoggerMessage(
        5, LogLevel.Debug, "{Operation}: {Method} {Route} attempt {Attempt} ended with {Outcome} in {ElapsedMilliseconds:0.0} ms")]
    private partial void Attempt(
        string operation, HttpMethod method, string route, int attempt, string? outcome, double elapsedMilliseconds);

    [LoggerMessage(6, LogLevel.Trace, "{Operation}: headers of the response: {Headers}")]
    private partial void Headers(string operation, string headers);
}
