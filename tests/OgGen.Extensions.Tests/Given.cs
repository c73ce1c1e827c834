using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OgGen.Extensions.Tests;

/// <summary>What many tests start from. Every canary is a text that must show up nowhere but on the wire.</summary>
internal static class Given
{
    public const string Key = "k3y-CANARY-7f2a9c";
    public const string PathValue = "id-CANARY-51b0";
    public const string QueryValue = "team-CANARY-9e44";

    public static string Policy { get; } = RawServer.Answer(
        200,
        """{"data":{"id":"body-CANARY-1","type":"later","name":"body-CANARY-2","enabled":true},"took":0.1,"requestId":"r"}""",
        "X-Request-ID: request-77\r\nX-RateLimit-State: OK\r\nX-Internal: header-CANARY-3\r\n");

    public static string Failure(int status) => RawServer.Answer(status, """{"message":"message-CANARY-4","took":0.1,"requestId":"r"}""");

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(static v => KeyValuePair.Create(v.Key, v.Value))).Build();

    public static ApiClientConfiguration At(this ApiClientConfiguration configuration, Uri address, string key = Key)
    {
        configuration.BaseAddress = address;
        configuration.Credential = OpsgenieCredential.GenieKey(key);
        return configuration;
    }

    /// <summary>Services with a record of every log message, from Trace on.</summary>
    public static ServiceCollection Services(LogRecord? record = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (record is not null)
            {
                logging.AddProvider(record);
            }
        });
        return services;
    }
}

/// <summary>Keeps every log message with its level, category, texts and values.</summary>
internal sealed class LogRecord : ILoggerProvider
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogRecord record, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add($"Scope {category}: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(", ", pairs.Select(static p => $"{p.Key}={p.Value}"))
                : "";
            Add($"{logLevel} {category} {eventId.Id}: {formatter(state, exception)} [{values}] {exception}");
        }

        private void Add(string line)
        {
            lock (record._lines)
            {
                record._lines.Add(line);
            }
        }
    }
}
