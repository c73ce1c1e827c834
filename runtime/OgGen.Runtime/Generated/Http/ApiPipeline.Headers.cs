using System.Net.ServerSentEvents;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>The same for operations whose responses have headers that the document describes.</content>
public sealed partial class ApiPipeline
{
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<ApiResponseWithHeaders<T, THeaders>> SendAsync<T, TCodec, THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(request, static received => received.ToResponse<T, THeaders>(static r => r.Read<T, TCodec>()), cancellationToken);

    /// <inheritdoc cref="SendAsync(ApiRequest, CancellationToken)"/>
    public Task<ApiResponseWithHeaders<THeaders>> SendAsync<THeaders>(ApiRequest request, CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(request, static received => received.ToEmptyResponse<THeaders>(), cancellationToken);

    /// <inheritdoc cref="SendForTextAsync(ApiRequest, CancellationToken)"/>
    public Task<ApiResponseWithHeaders<string, THeaders>> SendForTextAsync<THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(request, static received => received.ToResponse<string, THeaders>(static r => r.ReadText()), cancellationToken);

    /// <inheritdoc cref="SendForStreamAsync(ApiRequest, CancellationToken)"/>
    public Task<ApiResponseWithHeaders<Stream, THeaders>> SendForStreamAsync<THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(
            Streaming(request), static received => received.ToResponse<Stream, THeaders>(static r => r.ReadStream()), cancellationToken);

    /// <inheritdoc cref="SendForSequenceAsync{T, TCodec}"/>
    public Task<ApiResponseWithHeaders<ApiSequence<T>, THeaders>> SendForSequenceAsync<T, TCodec, THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(
            Streaming(request),
            static received => received.ToResponse<ApiSequence<T>, THeaders>(static r => r.ReadSequence<T, TCodec>()),
            cancellationToken);

    /// <inheritdoc cref="SendForEventsAsync{T, TCodec}"/>
    public Task<ApiResponseWithHeaders<ApiSequence<SseItem<T>>, THeaders>> SendForEventsAsync<T, TCodec, THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(
            Streaming(request),
            static received => received.ToResponse<ApiSequence<SseItem<T>>, THeaders>(static r => r.ReadEvents<T, TCodec>()),
            cancellationToken);

    /// <inheritdoc cref="SendForEventsAsync(ApiRequest, CancellationToken)"/>
    public Task<ApiResponseWithHeaders<ApiSequence<SseItem<string>>, THeaders>> SendForEventsAsync<THeaders>(
        ApiRequest request, CancellationToken cancellationToken = default)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => ExecuteAsync(
            Streaming(request),
            static received => received.ToResponse<ApiSequence<SseItem<string>>, THeaders>(static r => r.ReadEvents()),
            cancellationToken);
}
