using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OgGen;

/// <summary>Makes the client of one registration, and hands it new secrets.</summary>
internal sealed class ApiClientOwner<TClient> : IDisposable
    where TClient : ApiClient, IApiClient<TClient>
{
    private readonly object _gate = new();
    private readonly ApiCredential? _credential;
    private readonly ILogger _logger;
    private readonly IDisposable? _subscription;

    public ApiClientOwner(
        string name,
        IOptionsMonitor<ApiClientSettings> monitor,
        IOptionsMonitor<ApiClientLogOptions> logging,
        IHttpClientFactory httpClients,
        ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger(SettingsLog.Category);

        // First the subscription, or a change in between would be lost.
        lock (_gate)
        {
            _subscription = monitor.OnChange((settings, changed) =>
            {
                if (changed == name)
                {
                    Rotate(name, settings);
                }
            });
            ApiClientSettings settings = monitor.Get(name);
            _credential = settings.Credential;
            Client = Create(settings, new CallLogger(loggers, logging.Get(name)), httpClients, name);
        }
    }

    public TClient Client { get; }

    public void Dispose()
    {
        _subscription?.Dispose();
        Client.Dispose();
    }

    private static TClient Create(ApiClientSettings settings, CallLogger logger, IHttpClientFactory httpClients, string name)
    {
        // A copy: the settings are everybody's.
        ApiClientOptions options = settings.Options.Copy();
        options.Observers = [.. options.Observers, logger];
        if (options.HttpClient is null && options.Handler is null)
        {
            options.HttpClient = httpClients.CreateClient(name);
        }

        return TClient.Create(new ApiClientSettings { BaseAddress = settings.BaseAddress, Server = settings.Server, Credential = settings.Credential, Options = options });
    }

    private void Rotate(string name, ApiClientSettings settings)
    {
        lock (_gate)
        {
            if (_credential is null)
            {
                return;
            }

            try
            {
                _credential.UpdateFrom(settings.Credential!);
                SettingsLog.Rotated(_logger, name);
            }
            catch (ArgumentException e)
            {
                SettingsLog.NotRotated(_logger, name, e.Message);
            }
        }
    }
}
