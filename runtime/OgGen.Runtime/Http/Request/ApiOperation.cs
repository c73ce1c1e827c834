using OgGen.Generated;

namespace OgGen;

/// <summary>The facts of an operation that the runtime needs. Generated code keeps one instance of each.</summary>
/// <param name="id">The operation's id, as messages show it.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="route">The path template; logs and traces show it instead of the path with its values.</param>
/// <param name="defaults">What the operation has in common with others; its own properties replace that.</param>
public sealed class ApiOperation(string id, string method, string route, ApiOperationDefaults? defaults = null)
{
    /// <summary>The operation's id.</summary>
    public string Id { get; } = id;

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; } = HttpMethod.Parse(method);

    /// <summary>Whether the method is HEAD, whose responses have no body.</summary>
    internal bool IsHead { get; } = HttpMethod.Parse(method) == HttpMethod.Head;

    /// <summary>
    /// Whether requests have a body, at least an empty one, because the method may change something: a request without any is repeated by
    /// .NET itself when a reused connection breaks before the response.
    /// </summary>
    internal bool AlwaysHasBody { get; } = HttpMethod.Parse(method).Method is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>The path template, for example <c>/pets/{petId}</c>.</summary>
    public string Route { get; } = route;

    /// <summary>The media types to ask for. <c>application/json</c> by default.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>
    /// The member of the response's top-level object that is the result (<c>x-oggen-result</c>), or <see langword="null"/> for the whole
    /// response.
    /// </summary>
    public string? ResultMember { get; init; }

    /// <summary>Whether a response without a body is one that the document describes; its value is <see langword="null"/>.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether a redirect is the response that the document describes: it is returned, not followed.</summary>
    public bool ReturnsRedirect { get; init; }

    /// <summary>
    /// Whether the document describes 304 (Not Modified): such a response has no value and is none to be refused, whether the request had a
    /// condition or not.
    /// </summary>
    public bool ReturnsNotModified { get; init; }

    /// <summary>The response header that carries the request id (<c>x-oggen-request-id</c>).</summary>
    public string? RequestIdHeader { get; init; } = defaults?.RequestIdHeader;

    /// <summary>
    /// The response header that says after how many seconds to try again (<c>x-oggen-retry-after</c>), besides <c>Retry-After</c>.
    /// </summary>
    public string? RetryAfterHeader { get; init; } = defaults?.RetryAfterHeader;

    /// <summary>The error bodies that the document describes.</summary>
    public IReadOnlyList<ApiErrorReader> Errors { get; init; } = defaults?.Errors ?? [];

    /// <summary>
    /// The alternatives of authentication, each a set of scheme names that must all be applied; an empty set allows anonymous
    /// requests. <see langword="null"/> or no alternative: no credential is sent.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? Security { get; init; } = defaults?.Security;

    /// <summary>The server that the document has for this operation alone; <see langword="null"/> means the client's.</summary>
    public ApiServer? Server { get; init; }

    /// <summary>
    /// The path of the server that the document has for this operation alone, on the host of the client's server: empty, or with a slash
    /// before and none at the end. <see langword="null"/> means the path of the client's server.
    /// </summary>
    public string? BasePath { get; init; }

    /// <summary>The response that means "not yet" (<c>x-oggen-poll</c>).</summary>
    public ApiPollRule? Poll { get; init; }

    /// <summary>The same operation, asked for with GET.</summary>
    internal ApiOperation AsGet() => Method == HttpMethod.Get ? this : new(Id, "GET", Route)
    {
        Accept = Accept,
        MayBeEmpty = MayBeEmpty,
        ReturnsRedirect = ReturnsRedirect,
        ReturnsNotModified = ReturnsNotModified,
        ResultMember = ResultMember,
        RequestIdHeader = RequestIdHeader,
        RetryAfterHeader = RetryAfterHeader,
        Errors = Errors,
        Security = Security,
        Server = Server,
        BasePath = BasePath,
    };

    /// <summary>The operation as messages name it: its id, the method and the address, of which the path is the template.</summary>
    /// <param name="prefix">What the path is appended to.</param>
    internal string At(string prefix)
        => Id == $"{Method} {Route}" ? $"{Method} {prefix}{Route}" : $"{Id} ({Method} {prefix}{Route})";

    /// <summary>The method and the path template.</summary>
    public override string ToString() => $"{Method} {Route}";
}
