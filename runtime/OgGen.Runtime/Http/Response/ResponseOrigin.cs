using OgGen.Generated;

namespace OgGen;

/// <summary>Where a response comes from: what it is followed with. Immutable.</summary>
/// <param name="pipeline">What sent the request.</param>
/// <param name="request">The request.</param>
/// <param name="address">The address of the request, without what credentials add to it.</param>
/// <param name="prefix">The base address of the server, without a slash at the end.</param>
/// <param name="read">What reads the responses: a <c>Func</c> of <see cref="ReceivedResponse"/> and the type of the response.</param>
internal sealed class ResponseOrigin(ApiPipeline pipeline, ApiRequest request, Uri address, string prefix, Delegate read)
{
    public ApiPipeline Pipeline { get; } = pipeline;

    public ApiRequest Request { get; } = request;

    public Uri Address { get; } = address;

    public string Prefix { get; } = prefix;

    public Delegate Read { get; } = read;

    public ApiOperation Operation => Request.Operation;
}
