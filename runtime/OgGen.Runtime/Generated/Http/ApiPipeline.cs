using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.ExceptionServices;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Sends the requests of generated code: authentication, attempts, retries, the result. Safe for concurrent use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiPipeline
{
    private ApiPipeline(ClientCore core, CallSettings settings)
    {
        Core = core;
        Settings = settings;
    }

    internal ClientCore Core { get; }

    internal CallSettings Settings { get; }

    /// <summary>Sends a request and reads the result from the response's JSON.</summary>
    /// <exception cref="ApiException">The call failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled; the exception carries it.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<ApiResponse<T>> SendAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        => ExecuteAsync(request, static received => received.ToResponse(static r => r.Read<T, TCodec>()), cancellationToken);

    /// <summary>Sends a request and reads the result, a generated type, from the response's JSON.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<T>> SendForModelAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
        where T : IJsonModel<T>
        => SendAsync<T, ModelCodec<T>>(request, cancellationToken);

    /// <summary>Sends a request and reads the result, a list, from the response's JSON.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<IReadOnlyList<T>>> SendForListAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
        where T : IJsonModel<T>
        => SendAsync<IReadOnlyList<T>, ReadOnlyListCodec<T, ModelCodec<T>>>(request, cancellationToken);

    /// <summary>Sends a request whose response has no result.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
        => ExecuteAsync(request, static received => received.ToEmptyResponse(), cancellationToken);

    /// <summary>Sends a request and returns the response's body as UTF-8 text; empty where there is none.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<string>> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken = default)
        => ExecuteAsync(request, static received => received.ToResponse(static r => r.ReadText()), cancellationToken);

    /// <summary>Sends a request and returns the response's body as it is; empty where there is none.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<byte[]>> SendForBytesAsync(ApiRequest request, CancellationToken cancellationToken = default)
        => ExecuteAsync(request, static received => received.ToResponse(static r => r.ReadBytes()), cancellationToken);

    /// <summary>
    /// Sends a request and returns the response's body as a stream, read while it arrives. Disposing the stream gives the connection back;
    /// a stream that nobody disposes holds it until the garbage collector finds it.
    /// The limits of time count for the headers, and <see cref="ApiClientOptions.AttemptTimeout"/> again for each wait for more.
    /// </summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<Stream>> SendForStreamAsync(ApiRequest request, CancellationToken cancellationToken = default)
        => ExecuteAsync(Streaming(request), static received => received.ToResponse(static r => r.ReadStream()), cancellationToken);

    /// <summary>Sends a request and returns the JSON values of the response, a line or a record each, read while they arrive.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<ApiSequence<T>>> SendForSequenceAsync<T, TCodec>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        => ExecuteAsync(
            Streaming(request), static received => received.ToResponse(static r => r.ReadSequence<T, TCodec>()), cancellationToken);

    /// <summary>
    /// Sends a request and returns the server-sent events of the response, read while they arrive; their data are JSON. Data
    /// <c>[DONE]</c>, which is none, ends them.
    /// </summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<ApiSequence<SseItem<T>>>> SendForEventsAsync<T, TCodec>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        => ExecuteAsync(
            Streaming(request), static received => received.ToResponse(static r => r.ReadEvents<T, TCodec>()), cancellationToken);

    /// <summary>Sends a request and returns the server-sent events of the response, read while they arrive; their data are text.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponse<ApiSequence<SseItem<string>>>> SendForEventsAsync(
        ApiRequest request, CancellationToken cancellationToken = default)
        => ExecuteAsync(Streaming(request), static received => received.ToResponse(static r => r.ReadEvents()), cancellationToken);

    internal static ApiPipeline Create(
        ApiClientDescriptor descriptor, Uri baseAddress, ApiCredential? credential, ApiClientOptions options, bool followsDocument)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        BaseAddressText.Check(baseAddress, nameof(baseAddress));
        options.Validate();
        Uri address = followsDocument ? baseAddress : descriptor.BaseAddressOf(baseAddress);
        return new ApiPipeline(new ClientCore(descriptor, address, credential, options, followsDocument), CallSettings.From(options));
    }

    internal ApiPipeline With(ApiCallOptions options) => new(Core, Settings.With(options, Core.Credentials));

    internal Task<TResult> FollowAsync<TResult>(
        ApiRequest request, Func<ReceivedResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResponse
        => ExecuteAsync(request, read, cancellationToken);

    private static ApiRequest Streaming(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.StreamsResponse = true;
        return request;
    }

    internal void Shutdown() => Core.Transport.Dispose();

    /// <summary>Sends a request until a response is final, and reads it.</summary>
    private async Task<TResult> ExecuteAsync<TResult>(
        ApiRequest request, Func<ReceivedResponse, TResult> read, CancellationToken cancellationToken)
        where TResult : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiCall? call = null;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Core.Transport.Shutdown.IsCancellationRequested)
            {
                throw new ObjectDisposedException(Core.Name, "The client was disposed.");
            }

            call = new ApiCall(this, request, read, cancellationToken);
            request.Body?.Begin();
            Outcome outcome = await new CallAttempts(call).RunAsync().ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                ExceptionDispatchInfo.Throw(call.FindInterruption() ?? exception);
            }

            using ReceivedResponse received = outcome.Result!;
            if (!received.IsSuccess)
            {
                throw received.ToException();
            }

            Core.Budget.Refill();
            TResult result = read(received);
            call.Telemetry?.Ended(null);
            return result;
        }
        catch (Exception e)
        {
            call?.Telemetry?.Ended(e);
            throw;
        }
        finally
        {
            call?.Dispose();
            request.ReleaseBody();
        }
    }
}
