namespace OgGen;

/// <summary>Makes the client of a registration.</summary>
internal static class ClientCreation
{
    /// <summary>Makes a client that sends through its own <c>HttpClient</c> or handler, or else through that of the registration.</summary>
    /// <param name="settings">The settings; they are everybody's, and stay as they are.</param>
    /// <param name="httpClient">Gives the <c>HttpClient</c> of the registration.</param>
    /// <param name="observers">Who watches the calls, besides those of the settings.</param>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    /// <exception cref="InvalidOperationException">The settings lack a credential or an address.</exception>
    public static TClient Create<TClient>(
        ApiClientSettings settings, Func<HttpClient> httpClient, params ReadOnlySpan<ApiCallObserver> observers)
        where TClient : ApiClient, IApiClient<TClient>
    {
        ApiClientOptions options = settings.Options.Copy();
        options.Observers = [.. options.Observers, .. observers];
        if (options.HttpClient is null && options.Handler is null)
        {
            options.HttpClient = httpClient();
        }

        return TClient.Create(new ApiClientSettings
        {
            BaseAddress = settings.BaseAddress,
            Server = settings.Server,
            Credential = settings.Credential,
            Options = options,
        });
    }
}
