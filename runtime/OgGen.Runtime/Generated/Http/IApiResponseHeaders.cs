using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>The headers of responses as a generated type.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiResponseHeaders<TSelf>
    where TSelf : ApiResponseHeaders, IApiResponseHeaders<TSelf>
{
    /// <summary>Gives headers their type.</summary>
    static abstract TSelf From(ApiResponseHeaders headers);
}
