namespace OgGen;

/// <summary>
/// All that a generated client is created from: server, credential and options; see <see cref="IApiClient{TSelf}"/>.
/// </summary>
public sealed class ApiClientConfiguration
{
    /// <summary>
    /// The server of all operations, such as a proxy or an emulator; <see langword="null"/> means <see cref="Server"/>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// One of the document's servers; <see langword="null"/> means its first one. Operations that have a server of their own are sent
    /// there.
    /// </summary>
    public ApiServer? Server { get; set; }

    /// <summary>How requests are authenticated; several schemes are combined with <see cref="ApiCredential.All"/>.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>Timeouts, retries and the transport.</summary>
    public ApiClientOptions Options { get; set; } = new();

    /// <summary>The credential of a client that cannot work without one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ApiCredential RequireCredential()
        => Credential ?? throw new InvalidOperationException("This client needs a credential, and the configuration has none.");

    /// <summary>The server of a client whose document names none.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Uri RequireBaseAddress()
        => BaseAddress ?? throw new InvalidOperationException("This client needs a base address, and the configuration has none.");
}
