using OgGen.Generated;

namespace OgGen;

/// <summary>What a client and all its copies share.</summary>
internal sealed class ClientCore
{
    public static readonly string RuntimeVersion = typeof(ClientCore).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <exception cref="ArgumentException">The address is plain HTTP that the options do not allow.</exception>
    public ClientCore(
        ApiClientDescriptor descriptor, Uri baseAddress, ApiCredential? credential, ApiClientOptions options, bool followsDocument)
    {
        Name = descriptor.Name;
        Prefix = BaseAddressText.Prefix(baseAddress);
        Origin = baseAddress.GetLeftPart(UriPartial.Authority);
        ServerPort = baseAddress.Port;
        FollowsDocument = followsDocument;
        Credentials = credential?.Parts ?? [];
        Time = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        UserAgent = $"OgGen/{RuntimeVersion} {HeaderText.ToToken(descriptor.Name)}/{HeaderText.ToToken(descriptor.Version)}"
            + (string.IsNullOrWhiteSpace(options.UserAgent) ? "" : " " + options.UserAgent.Trim());
        Budget = new RetryBudget(options.Retry.Budget);
        RateLimiter = options.RateLimiter;
        Observers = [.. options.Observers];
        BaseAddressText.CheckTransport(
            baseAddress,
            new HostList(options.InsecureHosts, nameof(options.InsecureHosts)),
            isOwnTransport: options.HttpClient is null && options.Handler is null,
            nameof(baseAddress));
        Transport = new ApiTransport(options);
        AttemptLimits = new AttemptLimits(Time, Transport.Shutdown);
    }

    public string Name { get; }

    /// <summary>The base address without a slash at the end.</summary>
    public string Prefix { get; }

    /// <summary>Scheme, host and port of the base address.</summary>
    public string Origin { get; }

    /// <summary>Whether operations are sent to the servers that the document has for them; an address of the caller's is for all.</summary>
    public bool FollowsDocument { get; }

    /// <summary>The port, for telemetry; boxed once.</summary>
    public object ServerPort { get; }

    public IReadOnlyList<ApiCredential> Credentials { get; }

    public TimeProvider Time { get; }

    public int MaxResponseBytes { get; }

    public string UserAgent { get; }

    public RetryBudget Budget { get; }

    public IApiRateLimiter? RateLimiter { get; }

    public ApiCallObserver[] Observers { get; }

    public ApiTransport Transport { get; }

    public AttemptLimits AttemptLimits { get; }

    /// <summary>What the path of an operation is appended to.</summary>
    public string PrefixOf(ApiOperation operation, ApiServer? chosen)
        => chosen is not null ? chosen.Prefix
        : FollowsDocument && operation.Server is { } server ? server.Prefix
        : operation.BasePath is { } path ? Origin + path
        : Prefix;
}
