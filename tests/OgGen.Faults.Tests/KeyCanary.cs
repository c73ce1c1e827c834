using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Text.Json;

namespace OgGen.Faults.Tests;

/// <summary>
/// Looks for a secret, in any spelling, in everything that watchers of the process hear, and in the objects that it is shown.
/// </summary>
internal sealed class KeyCanary : IDisposable
{
    private readonly string _secret;
    private readonly ConcurrentQueue<string> _leaks = new();
    private readonly ActivityListener _tracing;
    private readonly MeterListener _metering = new();
    private readonly HttpEvents? _events;

    /// <param name="secret">The text that must not be heard.</param>
    /// <param name="source">The one activity source and meter to listen to; all of them by default.</param>
    /// <param name="withEvents">Whether the event sources of .NET are listened to.</param>
    public KeyCanary(string secret, string? source = null, bool withEvents = true)
    {
        _secret = secret;
        Observers = [new Watcher(this), .. TraceLog.Observe(line => Hear("log", line), "X-Echo")];
        _tracing = new ActivityListener
        {
            ShouldListenTo = s => source is null || s.Name == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Hear,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_tracing);
        _metering.InstrumentPublished = (instrument, listener) =>
        {
            if (source is null || instrument.Meter.Name == source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metering.SetMeasurementEventCallback<double>((i, _, tags, _) => Hear(i, tags));
        _metering.SetMeasurementEventCallback<long>((i, _, tags, _) => Hear(i, tags));
        _metering.SetMeasurementEventCallback<int>((i, _, tags, _) => Hear(i, tags));
        _metering.Start();
        _events = withEvents ? new HttpEvents((name, text) => Hear("event " + name, text)) : null;
    }

    /// <summary>What watches the calls of a client: the log at Trace, and a watcher that sees more than is logged.</summary>
    public IReadOnlyList<ApiCallObserver> Observers { get; }

    /// <summary>Where the secret was found: the channel, a colon, and the text.</summary>
    public IReadOnlyList<string> Leaks => [.. _leaks];

    /// <param name="isDocumented">The leaks that users are told of; none by default.</param>
    public void AssertSilent(Func<string, bool>? isDocumented = null)
    {
        string[] leaks = [.. _leaks.Where(l => isDocumented?.Invoke(l) != true)];
        Assert.IsEmpty(leaks, string.Join('\n', leaks));
    }

    /// <summary>
    /// Looks into everything that an exception carries, as a logger could print it, but for the body: that is the service's data, and stays
    /// as it came.
    /// </summary>
    public void See(Exception exception)
    {
        Hear("exception text", exception.ToString());
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            foreach (DictionaryEntry entry in e.Data)
            {
                Hear("exception data", $"{entry.Key} {entry.Value}");
            }

            foreach (PropertyInfo property in e.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.Name is not (nameof(ApiException.RawBody)
                    or nameof(ApiException.ErrorBody)
                    or nameof(ApiException<object>.Error)))
                {
                    Hear("exception " + property.Name, property.GetValue(e)?.ToString());
                }
            }

            if (e is ApiException api)
            {
                foreach ((string name, IReadOnlyList<string> values) in api.Headers)
                {
                    Hear("header", $"{name} {string.Join('|', values)} {api.Headers[name]}");
                }
            }
        }
    }

    /// <summary>Looks at an object as a debugger, a log message and a serializer show it.</summary>
    public void See(object value)
    {
        Hear("text", value.ToString());
        Hear("json", JsonSerializer.Serialize(value, value.GetType()));
        Browse(value);
    }

    /// <summary>Opens an object and its members as a debugger does.</summary>
    public void Browse(object value) => Browse(value, value.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance));

    /// <summary>Looks at a text that a channel of its own gave.</summary>
    public void Hear(string channel, string? text)
    {
        if (text is not null && KeySpellings.Holds(text, _secret))
        {
            _leaks.Enqueue($"{channel}: {text}");
        }
    }

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
        _events?.Dispose();
    }

    /// <summary>Members of other libraries are not ours to hide.</summary>
    private void Browse(object value, string path, HashSet<object> seen)
    {
        // The canary is among the observers of the options, and knows the secret.
        if (value is KeyCanary || !seen.Add(value))
        {
            return;
        }

        string display = value.GetType().GetCustomAttributes<DebuggerDisplayAttribute>().FirstOrDefault()?.Value ?? "{ToString()}";
        Hear("debugger " + path, display.Contains("ToString()", StringComparison.Ordinal) ? value.ToString() : display);
        foreach (object item in (value as IReadOnlyCollection<object>)?.OfType<object>() ?? [])
        {
            Browse(item, path + "[]", seen);
        }

        // A message of .NET shows the headers of its request, so an answer that still has its request would show the key.
        if (value is HttpResponseMessage { RequestMessage: { } request })
        {
            Hear("debugger " + path, request.ToString());
        }

        if (value.GetType().Namespace?.StartsWith("OgGen", StringComparison.Ordinal) != true)
        {
            return;
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (MemberInfo member in type.GetMembers(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never
                    && ValueOf(member, value) is { } shown)
                {
                    Browse(shown, $"{path}.{member.Name}", seen);
                }
            }
        }
    }

    /// <summary>The value of a field or property; none where the property shows it, or fails.</summary>
    private static object? ValueOf(MemberInfo member, object owner)
    {
        try
        {
            return member switch
            {
                FieldInfo field when !field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal) => field.GetValue(owner),
                PropertyInfo
                {
                    CanRead: true,
                    PropertyType: { IsByRefLike: false, IsByRef: false }
                } property when property.GetIndexParameters().Length == 0 => property.GetValue(owner),
                _ => null,
            };
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private void Hear(Activity activity)
    {
        Hear(
            "activity",
            $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} "
                + $"{Text(activity.TagObjects)} {Text(activity.Baggage)}");
        foreach (ActivityEvent @event in activity.Events)
        {
            Hear("activity event", @event.Name + Text(@event.Tags));
        }
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => Hear("metric", $"{instrument.Meter.Name} {instrument.Name} {Text(tags.ToArray())}");

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>> tags)
        => string.Join(' ', tags.Select(static t => $"{t.Key}={t.Value}"));

    private sealed class Watcher(KeyCanary canary) : ApiCallObserver
    {
        public override void OnAttemptEnded(ApiCallReport report) => Hear(report);

        public override void OnRetrying(ApiCallReport report, TimeSpan delay) => Hear(report);

        public override void OnCallEnded(ApiCallReport report) => Hear(report);

        private void Hear(ApiCallReport report)
        {
            canary.Hear("observer", $"{report} {report.Operation} {report.ErrorType}");
            foreach ((string name, IReadOnlyList<string> values) in report.Headers)
            {
                canary.Hear("observed header", $"{name} {string.Join('|', values)}");
            }
        }
    }

    private sealed class HttpEvents(Action<string, string> hear) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http" || eventSource.Name == KeyCanaryTests.EventSourceName)
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => hear(eventData.EventName ?? "", string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[]));
    }
}
