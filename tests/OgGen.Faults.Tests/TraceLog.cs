using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>Hands every line of a log on, from Trace on, with its scopes and exceptions.</summary>
internal sealed class TraceLog(Action<string> hear) : ILoggerProvider, ILogger
{
    private static readonly ApiClientDescriptor s_descriptor = new("Probe", "1.0");

    /// <summary>What the integration has watch the calls of a registered client, for a client that a test makes by itself.</summary>
    /// <param name="hear">Gets the lines.</param>
    /// <param name="headers">Headers to log beside those of the default list.</param>
    public static IReadOnlyList<ApiCallObserver> Observe(Action<string> hear, params string[] headers)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new TraceLog(hear)));
        services.AddApiClient<Probe>(static configuration => configuration.BaseAddress = new Uri("https://a.invalid")).LogHeaders(headers);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<Probe>().Observers;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        hear(state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => hear($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }

    /// <summary>A client that is registered for its observers alone.</summary>
    private sealed class Probe : ApiClient, IApiClient<Probe>
    {
        private Probe(ApiClientConfiguration configuration)
            : base(s_descriptor, configuration.RequireBaseAddress(), configuration.Credential, configuration.Options)
        {
            Observers = configuration.Options.Observers;
        }

        public IReadOnlyList<ApiCallObserver> Observers { get; }

        public static Probe Create(ApiClientConfiguration configuration) => new(configuration);
    }
}
