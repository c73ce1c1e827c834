using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OgGen;

/// <summary>Creates the client of one registration, and hands it new secrets.</summary>
internal sealed class ApiClientOwner<TClient> : IDisposable
    where TClient : ApiClient, IApiClient<TClient>
{
    private readonly object _gate = new();
    private readonly ApiCredential? _credential;
    private readonly ILogger _logger;
    private readonly IDisposable? _subscription;

    public ApiClientOwner(
        string name,
        IOptionsMonitor<ApiClientConfiguration> monitor,
        IOptionsMonitor<ApiClientLogOptions> logging,
        IHttpClientFactory httpClients,
        ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger(SettingsLog.Category);

        // First the subscription, or a change in between would be lost.
        lock (_gate)
        {
            _subscription = monitor.OnChange((configuration, changed) =>
            {
                if (changed == name)
                {
                    Rotate(name, configuration);
                }
            });
            ApiClientConfiguration configuration = monitor.Get(name);
            _credential = configuration.Credential;
            Client = ClientCreation.Create<TClient>(
                configuration, () => httpClients.CreateClient(name), new CallLogger(loggers, logging.Get(name)));
        }
    }

    public TClient Client { get; }

    public void Dispose()
    {
        _subscription?.Dispose();
        Client.Dispose();
    }

    private void Rotate(string name, ApiClientConfiguration configuration)
    {
        lock (_gate)
        {
            if (_credential is null)
            {
                return;
            }

            try
            {
                _credential.UpdateFrom(configuration.Credential!);
                SettingsLog.Rotated(_logger, name);
            }
            catch (ArgumentException e)
            {
                SettingsLog.NotRotated(_logger, name, e.Message);
            }
        }
    }
}
