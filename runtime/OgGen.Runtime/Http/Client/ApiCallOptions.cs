namespace OgGen;

/// <summary>What one call, or a copy of a client, does differently. Members that are not set keep the client's value.</summary>
public sealed class ApiCallOptions
{
    /// <summary>The limit of one whole call; see <see cref="ApiClientOptions.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The limit of one attempt; see <see cref="ApiClientOptions.AttemptTimeout"/>.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>When a failed attempt is repeated.</summary>
    public ApiRetryOptions? Retry { get; set; }

    /// <summary>
    /// Headers to add to every request; they replace a header parameter of the same name, and the client's own <c>User-Agent</c>. Headers
    /// that carry a credential or frame the message (<c>Authorization</c>, <c>Cookie</c>, <c>Host</c>, <c>Content-…</c> and the like) are
    /// refused.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    /// <summary>
    /// The server of all calls, whatever the document says: another one of an operation's own servers, or one with other values of its
    /// variables. The credentials of the client go there.
    /// </summary>
    public ApiServer? Server { get; set; }

    /// <summary>
    /// Whether responses keep their body as it came, in <see cref="ApiResponse.RawBody"/>: a second copy in memory, for callers that store
    /// what the service sent. <see langword="false"/> by default. Bodies that are read while they arrive are not kept.
    /// </summary>
    public bool? KeepRawBody { get; set; }
}
