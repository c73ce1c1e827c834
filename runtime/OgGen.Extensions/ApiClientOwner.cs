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
            Client = ClientCreation.Create<TClient>(settings, () => httpClients.CreateClient(name), new CallLogger(loggers, logging.Get(name)));
        }
    }

    public TClient Client { get; }

    public void Dispose()
    {
        _subscription?.Dispose();
        Client.Dispose();
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
