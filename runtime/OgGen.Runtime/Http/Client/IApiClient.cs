namespace OgGen;

/// <summary>A generated client that can be made from settings alone; dependency injection builds on it.</summary>
/// <typeparam name="TSelf">The implementing client.</typeparam>
public interface IApiClient<TSelf>
    where TSelf : IApiClient<TSelf>
{
    /// <summary>Creates a client.</summary>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    /// <exception cref="InvalidOperationException">A setting that this client needs is missing.</exception>
    static abstract TSelf Create(ApiClientSettings settings);
}
