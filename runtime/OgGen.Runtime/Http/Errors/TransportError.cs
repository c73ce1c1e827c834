using System.Net.Sockets;
using System.Security.Authentication;

namespace OgGen;

/// <summary>Classifies the exceptions of the transport.</summary>
internal static class TransportError
{
    /// <summary>Classifies an exception; <see langword="null"/> where it is not the transport's.</summary>
    public static ApiConnectionFailure? Of(Exception exception) => exception switch
    {
        HttpRequestException e => Of(e.HttpRequestError, e),
        HttpIOException e => Of(e.HttpRequestError, e),
        AuthenticationException => ApiConnectionFailure.SecureConnection,
        IOException or SocketException => ApiConnectionFailure.Interrupted,

        // A handler of the user's that follows redirects, and a Location that no URI can be made of.
        UriFormatException => ApiConnectionFailure.InvalidResponse,
        _ => null,
    };

    public static string Describe(ApiConnectionFailure failure) => failure switch
    {
        ApiConnectionFailure.NameResolution => "the host name could not be resolved",
        ApiConnectionFailure.Connect => "no connection could be made",
        ApiConnectionFailure.SecureConnection => "the TLS connection failed",
        ApiConnectionFailure.Proxy => "the proxy did not let the connection through",
        ApiConnectionFailure.InvalidResponse => "the response is not valid HTTP or exceeds a limit",
        _ when OperatingSystem.IsBrowser()
            =>
            "the service was not reached, or the connection broke, or the browser keeps the response from the page (CORS, mixed content); "
                + "it says no more",
        _ => "the connection broke before the response was complete",
    };

    private static ApiConnectionFailure Of(HttpRequestError error, Exception exception) => error switch
    {
        HttpRequestError.NameResolutionError => ApiConnectionFailure.NameResolution,
        HttpRequestError.ConnectionError => ApiConnectionFailure.Connect,
        HttpRequestError.SecureConnectionError => ApiConnectionFailure.SecureConnection,
        HttpRequestError.ProxyTunnelError => ApiConnectionFailure.Proxy,
        HttpRequestError.InvalidResponse
            or HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.VersionNegotiationError
            or HttpRequestError.ExtendedConnectNotSupported => ApiConnectionFailure.InvalidResponse,
        _ => exception.InnerException is AuthenticationException ? ApiConnectionFailure.SecureConnection : ApiConnectionFailure.Interrupted,
    };
}
