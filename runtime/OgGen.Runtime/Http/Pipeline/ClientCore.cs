using Polly;
using Polly.Retry;

namespace OgGen;

/// <summary>What a client and all its copies share.</summary>
internal sealed class ClientCore
{
    public static readonly string RuntimeVersion = typeof(ClientCore).Assembly.GetName().Version?.ToString(3) ?? "0";

    public ClientCore(ApiClientDescriptor descriptor, Uri baseAddress, ApiCredential? credential, ApiClientOptions options)
    {
        Name = descriptor.Name;
        Prefix = BaseAddressText.Prefix(baseAddress);
        ServerAddress = baseAddress.IdnHost;
        ServerPort = baseAddress.Port;
        Credentials = credential?.Parts ?? [];
        Time = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        UserAgent = $"OgGen/{RuntimeVersion} {HeaderText.ToToken(descriptor.Name)}/{HeaderText.ToToken(descriptor.Version)}"
            + (string.IsNullOrWhiteSpace(options.UserAgent) ? "" : " " + options.UserAgent.Trim());
        Budget = new RetryBudget(options.Retry.Budget);
        RateLimiter = options.RateLimiter;
        Observers = [.. options.Observers];
        Transport = new ApiTransport(options, baseAddress);
        Retries = CreateRetries(options.TimeProvider);
    }

    public string Name { get; }

    /// <summary>The base address without a slash at the end.</summary>
    public string Prefix { get; }

    /// <summary>The host, for telemetry.</summary>
    public string ServerAddress { get; }

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

    /// <summary>Repeats attempts. One pipeline serves all options: the call in the context decides.</summary>
    public ResiliencePipeline<ApiReply> Retries { get; }

    private static ResiliencePipeline<ApiReply> CreateRetries(TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<ApiReply> { Name = "OgGen", TimeProvider = time };
        builder.AddRetry(new RetryStrategyOptions<ApiReply>
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = static arguments => new(ApiCall.Of(arguments.Context).PlanRetry(arguments.AttemptNumber, arguments.Outcome)),
            DelayGenerator = static arguments => new(ApiCall.Of(arguments.Context).PlannedDelay),
        });
        return builder.Build();
    }
}
