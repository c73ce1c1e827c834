using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OgGen.Extensions.Tests;

/// <summary>A measurement with its tags.</summary>
internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>What listeners hear of the calls to one server.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<Measured> _measurements = new();
    private readonly ActivityListener _tracing;
    private readonly MeterListener _metering = new();
    private readonly int _port;

    public Heard(int port)
    {
        _port = port;
        _tracing = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ApiTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_tracing);
        _metering.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ApiTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metering.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metering.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metering.Start();
    }

    public Activity[] Activities => [.. _activities.Where(a => Equals(a.GetTagItem("server.port"), _port))];

    public Measured[] Measurements => [.. _measurements.Where(m => Equals(m.Tags["server.port"], _port))];

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
    }

    /// <summary>Everything, as text.</summary>
    public override string ToString() => string.Join(
        '\n',
        Activities
            .Select(static a =>
                $"{a.OperationName} {a.DisplayName} {a.StatusDescription} {Text(a.TagObjects)} {Text(a.Baggage)} "
                    + $"{string.Join(' ', a.Events.Select(static e => e.Name + Text(e.Tags)))}")
            .Concat(Measurements.Select(static m => $"{m.Instrument} {Text(m.Tags)}")));

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>> tags)
        => string.Join(' ', tags.Select(static t => $"{t.Key}={t.Value}"));

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => _measurements.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary()));
}
