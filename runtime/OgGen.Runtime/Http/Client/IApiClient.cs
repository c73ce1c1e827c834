namespace OgGen;

/// <summary>A generated client that can be created from a configuration alone; dependency injection builds on it.</summary>
/// <typeparam name="TSelf">The implementing client.</typeparam>
public interface IApiClient<TSelf>
    where TSelf : IApiClient<TSelf>
{
    /// <summary>Creates a client.</summary>
    /// <param name="configuration">The server, the credential and the options.</param>
    /// <exception cref="ArgumentException">The configuration is not valid.</exception>
    /// <exception cref="InvalidOperationException">The configuration has no credential or address that this client needs.</exception>
    static abstract TSelf Create(ApiClientConfiguration configuration);

    /// <summary>The names of the document's servers, for messages.</summary>
    static virtual IReadOnlyList<string> ServerNames => [];

    /// <summary>A server of the document, where its variables have their defaults.</summary>
    /// <param name="name">Its name, without regard to case.</param>
    /// <returns>The server, or <see langword="null"/> where none has the name.</returns>
    static virtual ApiServer? FindServer(string name) => null;

    /// <summary>The credential that a single text makes, where the document has one such security scheme.</summary>
    /// <param name="secret">The key or token.</param>
    /// <returns>
    /// The credential, or <see langword="null"/> where the document asks for more than a text, for several schemes, or for nothing.
    /// </returns>
    /// <exception cref="ArgumentException">The secret is not acceptable; the message does not repeat it.</exception>
    static virtual ApiCredential? CreateCredential(string secret) => null;
}
