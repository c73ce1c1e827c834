namespace OgGen;

/// <summary>Everything a generated client can be created from; see <see cref="IApiClient{TSelf}"/>.</summary>
public sealed class ApiClientSettings
{
    /// <summary>The server; <see langword="null"/> means the document's first one.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How requests are authenticated; several schemes are combined with <see cref="ApiCredential.All"/>.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>Timeouts, retries and the transport.</summary>
    public ApiClientOptions Options { get; set; } = new();

    /// <summary>The credential of a client that cannot work without one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ApiCredential RequireCredential()
        => Credential ?? throw new InvalidOperationException("This client needs a credential, and the settings have none.");

    /// <summary>The server of a client whose document names none.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Uri RequireBaseAddress()
        => BaseAddress ?? throw new InvalidOperationException("This client needs a base address, and the settings have none.");
}
