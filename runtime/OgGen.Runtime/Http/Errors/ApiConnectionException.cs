namespace OgGen;

/// <summary>No complete response came, for a reason below HTTP.</summary>
public sealed class ApiConnectionException : ApiException
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiConnectionException(string message, ApiConnectionFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
    }

    /// <summary>What failed.</summary>
    public ApiConnectionFailure Failure { get; }

    /// <summary>Whether it is certain that the service saw nothing of the request, so that repeating it is safe.</summary>
    public bool NothingWasSent => Failure is ApiConnectionFailure.NameResolution or ApiConnectionFailure.Connect;
}

/// <summary>What failed in a connection.</summary>
public enum ApiConnectionFailure
{
    /// <summary>The connection broke, or the response ended early; the service may have seen the request.</summary>
    Interrupted,

    /// <summary>The host name is not known.</summary>
    NameResolution,

    /// <summary>The host could not be reached, or refused the connection.</summary>
    Connect,

    /// <summary>The TLS handshake failed, for example because of the certificate. Never repeated.</summary>
    SecureConnection,

    /// <summary>The proxy did not let the connection through.</summary>
    Proxy,

    /// <summary>The response is not HTTP, or breaks one of its limits, such as the size of the headers.</summary>
    InvalidResponse,
}
