using OgGen.Generated;

namespace OgGen;

/// <summary>What all generated clients have in common: a transport that they own or share, and disposal.</summary>
/// <remarks>Clients are safe for concurrent use. One client, kept for the life of the program, is the right number.</remarks>
public abstract class ApiClient : IDisposable
{
    private readonly ApiPipeline? _pipeline;
    private readonly bool _isCopy;

    /// <summary>Creates a client.</summary>
    /// <param name="descriptor">Which client this is.</param>
    /// <param name="baseAddress">
    /// The server of all operations: https, or http on the loopback address or a host of <see cref="ApiClientOptions.InsecureHosts"/>;
    /// without user name, query and fragment.
    /// </param>
    /// <param name="credential">How requests are authenticated, or <see langword="null"/> for a service without authentication.</param>
    /// <param name="options">Timeouts, retries and the transport; <see langword="null"/> means the defaults.</param>
    /// <exception cref="ArgumentException">An argument is not acceptable.</exception>
    protected ApiClient(ApiClientDescriptor descriptor, Uri baseAddress, ApiCredential? credential, ApiClientOptions? options)
    {
        _pipeline = ApiPipeline.Create(descriptor, baseAddress, credential, options ?? new ApiClientOptions(), followsDocument: false);
    }

    /// <summary>Creates a client for a server of the document; operations that have a server of their own are sent there.</summary>
    /// <param name="descriptor">Which client this is.</param>
    /// <param name="server">The server. One that the document does not name serves all operations.</param>
    /// <param name="credential">How requests are authenticated, or <see langword="null"/> for a service without authentication.</param>
    /// <param name="options">Timeouts, retries and the transport; <see langword="null"/> means the defaults.</param>
    /// <exception cref="ArgumentException">An argument is not acceptable.</exception>
    protected ApiClient(ApiClientDescriptor descriptor, ApiServer server, ApiCredential? credential, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(server);
        _pipeline = ApiPipeline.Create(
            descriptor, server.BaseAddress, credential, options ?? new ApiClientOptions(), followsDocument: !server.IsCustom);
    }

    /// <summary>Creates a copy that shares the transport of a client and sends with other options.</summary>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    protected ApiClient(ApiClient original, ApiCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(original);
        _pipeline = original.Pipeline.With(options);
        _isCopy = true;
    }

    /// <summary>For mocks: a client that cannot send.</summary>
    protected ApiClient()
    {
    }

    /// <summary>What the operations send through.</summary>
    /// <exception cref="InvalidOperationException">The client was made for mocking.</exception>
    protected ApiPipeline Pipeline
        => _pipeline
            ?? throw new InvalidOperationException(
                "This client was created with the parameterless constructor, for mocking; it cannot send.");

    /// <summary>
    /// Ends the calls in flight with <see cref="ObjectDisposedException"/> and closes the connections of the client's own
    /// transport. A client or handler that was passed in stays as it is; disposing a copy does nothing.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the client owns.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isCopy)
        {
            _pipeline?.Shutdown();
        }
    }
}
