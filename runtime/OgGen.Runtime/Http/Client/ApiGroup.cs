using OgGen.Generated;

namespace OgGen;

/// <summary>
/// The base of the generated groups of operations: <c>client.Pets</c>. Cancelling ends a call, repetitions included; a call that fails
/// throws an <see cref="ApiException"/>, whose type says how.
/// </summary>
public abstract class ApiGroup
{
    private readonly ApiPipeline? _pipeline;

    /// <summary>Initializes a new instance that sends through a client's pipeline.</summary>
    protected ApiGroup(ApiPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipeline = pipeline;
    }

    /// <summary>For mocking: overrides are all that such an instance can do.</summary>
    protected ApiGroup()
    {
    }

    /// <summary>What the operations are sent through.</summary>
    /// <exception cref="InvalidOperationException">This instance was made for mocking.</exception>
    protected ApiPipeline Pipeline
        => _pipeline
            ?? throw new InvalidOperationException(
                "This group was created with the parameterless constructor, for mocking, and the called method is not overridden.");

    /// <summary>The body of a response that is on its way.</summary>
    protected static async Task<T> TakeValue<T>(Task<ApiResponse<T>> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return (await response.ConfigureAwait(false)).Value;
    }

    /// <inheritdoc cref="TakeValue{T}(Task{ApiResponse{T}})"/>
    protected static async Task<T> TakeValue<T, THeaders>(Task<ApiResponseWithHeaders<T, THeaders>> response)
        where THeaders : ApiResponseHeaders
    {
        ArgumentNullException.ThrowIfNull(response);
        return (await response.ConfigureAwait(false)).Value;
    }
}
