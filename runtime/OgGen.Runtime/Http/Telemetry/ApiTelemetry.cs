using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace OgGen;

/// <summary>
/// Traces and metrics of all clients, by the semantic conventions of OpenTelemetry for HTTP clients: an activity for each call, named by
/// its method and route template, and the instruments <c>oggen.client.call.duration</c> and <c>oggen.client.retries</c>.
/// </summary>
/// <remarks>
/// No value of a path, a query, a header or a body is ever a tag, so nothing secret or personal travels and the number of
/// different tags is bounded by the document. Nothing is allocated while nobody listens.
/// </remarks>
public static class ApiTelemetry
{
    /// <summary>
    /// The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>, for <c>AddSource</c> and <c>AddMeter</c>.
    /// </summary>
    public const string Name = "OgGen";

    internal static readonly ActivitySource Source = new(Name, ClientCore.RuntimeVersion);

    private static readonly Meter s_meter = new(Name, ClientCore.RuntimeVersion);

    internal static readonly Histogram<double> CallDuration = CreateHistogram();

    internal static readonly Counter<long> Retries =
        s_meter.CreateCounter<long>("oggen.client.retries", "{retry}", "Attempts that were repeated.");

    /// <summary>The value of the tag for a method; methods that no standard has share one.</summary>
    internal static string Method(HttpMethod method) => method.Method switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT" or "QUERY" => method.Method,
        _ => "_OTHER",
    };

    /// <summary>A name of few for what went wrong; never a message.</summary>
    internal static string ErrorType(Exception exception) => exception switch
    {
        ApiTimeoutException => "timeout",
        ApiConnectionException e => ErrorType(e.Failure),
        ApiResponseFormatException => "invalid_body",
        ApiException { InnerException: MaskedException cause } => cause.TypeName,
        ApiException { InnerException: { } cause } => cause.GetType().FullName ?? "_OTHER",
        ApiException { Status: { } status } => ErrorType(status),
        _ => exception.GetType().FullName ?? "_OTHER",
    };

    internal static string ErrorType(int status) => status.ToString(CultureInfo.InvariantCulture);

    // The names that .NET's own HTTP metrics have for the same failures.
    private static string ErrorType(ApiConnectionFailure failure) => failure switch
    {
        ApiConnectionFailure.NameResolution => "name_resolution_error",
        ApiConnectionFailure.Connect => "connection_error",
        ApiConnectionFailure.SecureConnection => "secure_connection_error",
        ApiConnectionFailure.Proxy => "proxy_tunnel_error",
        ApiConnectionFailure.InvalidResponse => "invalid_response",
        _ => "response_ended",
    };

    private static Histogram<double> CreateHistogram()
    {
        const string Instrument = "oggen.client.call.duration";
        const string Description = "The duration of calls: all attempts and the waits between them.";
#if NET9_0_OR_GREATER
        // The default boundaries of collectors are meant for milliseconds; these are those of http.client.request.duration, and a minute's.
        var advice = new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60],
        };
        return s_meter.CreateHistogram(Instrument, "s", Description, tags: null, advice);
#else
        // Advice would take a newer System.Diagnostics.DiagnosticSource than .NET 8's, for everybody; users can set the boundaries with a
        // view.
        return s_meter.CreateHistogram<double>(Instrument, "s", Description);
#endif
    }
}
