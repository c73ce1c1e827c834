using System.Diagnostics;

namespace OgGen;

/// <summary>The request of one attempt.</summary>
/// <remarks>
/// A credential may add a key to the address. <c>HttpMessageInvoker</c> of .NET 8 tells every listener in the process the address that it
/// gets, so the request gets its whole address below that (<see cref="Completion"/>).
/// </remarks>
internal sealed class ApiMessage(HttpMethod method, Uri address) : HttpRequestMessage(method, address)
{
    /// <summary>Where the request goes, with what credentials added.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri Address { get; set; } = address;

    /// <summary>Gives a request its whole address.</summary>
    internal sealed class Completion(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = ((ApiMessage)request).Address;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
