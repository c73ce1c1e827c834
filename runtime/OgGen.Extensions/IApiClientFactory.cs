using Microsoft.Extensions.DependencyInjection;

namespace OgGen;

/// <summary>Gives the clients that were registered under names.</summary>
/// <typeparam name="TClient">The client.</typeparam>
public interface IApiClientFactory<TClient>
    where TClient : ApiClient, IApiClient<TClient>
{
    /// <summary>The client of a name: the same instance every time, which the container disposes.</summary>
    /// <exception cref="InvalidOperationException">No client is registered under the name.</exception>
    TClient GetClient(string name);
}

internal sealed class ApiClientFactory<TClient>(IServiceProvider services) : IApiClientFactory<TClient>
    where TClient : ApiClient, IApiClient<TClient>
{
    public TClient GetClient(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ApiClientOwner<TClient>? owner = services.GetKeyedService<ApiClientOwner<TClient>>(ApiClientNames.Of<TClient>(name));
        return owner?.Client
            ?? throw new InvalidOperationException(
                $"No {typeof(TClient).Name} is registered under the name '{name}'; use AddApiClient or AddKeyedApiClient.");
    }
}
