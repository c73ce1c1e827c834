namespace OgGen;

/// <summary>Creates the client of a registration.</summary>
internal static class ClientCreation
{
    /// <summary>
    /// Creates a client that sends through its own <c>HttpClient</c> or handler, or else through that of the registration.
    /// </summary>
    /// <param name="configuration">The configuration; it is everybody's, and stays as it is.</param>
    /// <param name="httpClient">Gives the <c>HttpClient</c> of the registration.</param>
    /// <param name="observers">Who watches the calls, besides those of the configuration.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    /// <exception cref="InvalidOperationException">The configuration lacks a credential or an address.</exception>
    public static TClient Create<TClient>(
        ApiClientConfiguration configuration, Func<HttpClient> httpClient, params ReadOnlySpan<ApiCallObserver> observers)
        where TClient : ApiClient, IApiClient<TClient>
    {
        ApiClientOptions options = configuration.Options.Copy();
        options.Observers = [.. options.Observers, .. observers];
        if (options.HttpClient is null && options.Handler is null)
        {
            options.HttpClient = httpClient();
        }

        return TClient.Create(new ApiClientConfiguration
        {
            BaseAddress = configuration.BaseAddress,
            Server = configuration.Server,
            Credential = configuration.Credential,
            Options = options,
        });
    }
}
