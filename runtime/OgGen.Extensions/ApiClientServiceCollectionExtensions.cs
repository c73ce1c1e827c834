using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OgGen;

// Where users look for registrations.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients.</summary>
/// <remarks>
/// A client is a singleton that sends through <c>IHttpClientFactory</c>. Its settings are the named options
/// <see cref="ApiClientConfiguration"/>, checked when the host starts. When they change, the client takes over the new secret, also in
/// calls that are retrying; other changes count after a restart. Registering sends nothing, and neither does starting. Registering a client
/// again refines its settings, which later registrations may replace; a second section of the configuration is reported in the log at the
/// level
/// <c>Warning</c>.
/// </remarks>
public static class ApiClientServiceCollectionExtensions
{
    /// <summary>Registers a client as <typeparamref name="TClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the credential, the server and the options.</param>
    public static ApiClientBuilder AddApiClient<TClient>(this IServiceCollection services, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, null, asService: true, configure, null);

    /// <summary>Registers a client as <typeparamref name="TClient"/>, with settings from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">
    /// A section with <c>ApiKey</c>, with <c>Server</c> (the name of one of the document's servers, as the generated class has it) or
    /// <c>BaseAddress</c>, and, if they differ from the defaults, <c>Timeout</c>,
    /// <c>AttemptTimeout</c>, <c>MaxResponseBytes</c>, <c>UserAgent</c>, <c>InsecureHosts</c>, <c>Retry:Enabled</c>,
    /// <c>Retry:MaxRetries</c>,
    /// <c>Retry:BaseDelay</c>, <c>Retry:MaxDelay</c>, <c>Retry:RetryUnsafeMethods</c>, <c>Retry:Budget</c>, <c>RateLimit:Enabled</c>,
    /// <c>RateLimit:PermitsPerSecond</c>. Times are written as <c>00:00:30</c>; <c>Infinite</c> switches a timeout off. Other keys are
    /// ignored, and the log says so at the level <c>Warning</c>.
    /// </param>
    /// <param name="configure">Sets what the section does not.</param>
    public static ApiClientBuilder AddApiClient<TClient>(
        this IServiceCollection services, IConfiguration section, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, null, asService: true, configure, NotNull(section));

    /// <summary>Registers one of several clients; <see cref="IApiClientFactory{TClient}"/> gives it by its name.</summary>
    /// <inheritdoc cref="AddApiClient{TClient}(IServiceCollection, Action{ApiClientConfiguration}?)"/>
    public static ApiClientBuilder AddApiClient<TClient>(
        this IServiceCollection services, string name, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, NotNull(name), asService: false, configure, null);

    /// <summary>
    /// Registers one of several clients, with settings from configuration; <see cref="IApiClientFactory{TClient}"/> gives it by its name.
    /// </summary>
    /// <inheritdoc cref="AddApiClient{TClient}(IServiceCollection, IConfiguration, Action{ApiClientConfiguration}?)"/>
    public static ApiClientBuilder AddApiClient<TClient>(
        this IServiceCollection services, string name, IConfiguration section, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, NotNull(name), asService: false, configure, NotNull(section));

    /// <summary>
    /// Registers one of several clients as a keyed service (<c>[FromKeyedServices("…")]</c>), such as one for each account; also by its
    /// name, which is the key.
    /// </summary>
    /// <inheritdoc cref="AddApiClient{TClient}(IServiceCollection, Action{ApiClientConfiguration}?)"/>
    public static ApiClientBuilder AddKeyedApiClient<TClient>(
        this IServiceCollection services, string key, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, NotNull(key), asService: true, configure, null);

    /// <summary>
    /// Registers one of several clients as a keyed service, with settings from configuration; also by its name, which is the key.
    /// </summary>
    /// <inheritdoc cref="AddApiClient{TClient}(IServiceCollection, IConfiguration, Action{ApiClientConfiguration}?)"/>
    public static ApiClientBuilder AddKeyedApiClient<TClient>(
        this IServiceCollection services, string key, IConfiguration section, Action<ApiClientConfiguration>? configure = null)
        where TClient : ApiClient, IApiClient<TClient>
        => Add<TClient>(services, NotNull(key), asService: true, configure, NotNull(section));

    private static ApiClientBuilder Add<TClient>(
        IServiceCollection services, string? name, bool asService, Action<ApiClientConfiguration>? configure, IConfiguration? section)
        where TClient : ApiClient, IApiClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(services);
        string optionsName = ApiClientNames.Of<TClient>(name);
        bool isFirst = !services.Any(service =>
            service.IsKeyedService && service.ServiceType == typeof(ApiClientOwner<TClient>) && optionsName.Equals(service.ServiceKey));
        var builder = new ApiClientBuilder(optionsName, services.AddHttpClient(optionsName));
        AddSettings<TClient>(services, optionsName, configure, section, isFirst);
        if (isFirst)
        {
            services.AddKeyedSingleton(optionsName, (provider, _) => new ApiClientOwner<TClient>(
                optionsName,
                provider.GetRequiredService<IOptionsMonitor<ApiClientConfiguration>>(),
                provider.GetRequiredService<IOptionsMonitor<ApiClientLogOptions>>(),
                provider.GetRequiredService<IHttpClientFactory>(),
                provider.GetRequiredService<ILoggerFactory>()));
            services.TryAddSingleton<IApiClientFactory<TClient>>(static provider => new ApiClientFactory<TClient>(provider));
            SetUp(builder.HttpClient, optionsName);
        }

        if (asService)
        {
            // A null key is an ordinary service.
            services.TryAdd(new ServiceDescriptor(
                typeof(TClient),
                name,
                (provider, _) => provider.GetRequiredKeyedService<ApiClientOwner<TClient>>(optionsName).Client,
                ServiceLifetime.Singleton));
        }

        return builder;
    }

    private static void AddSettings<TClient>(
        IServiceCollection services, string optionsName, Action<ApiClientConfiguration>? configure, IConfiguration? section, bool isFirst)
        where TClient : ApiClient, IApiClient<TClient>
    {
        OptionsBuilder<ApiClientConfiguration> options = services.AddOptions<ApiClientConfiguration>(optionsName);
        if (section is not null)
        {
            services.AddSingleton<IConfigureOptions<ApiClientConfiguration>>(new SettingsBinding<TClient>(optionsName, section));
            services.AddSingleton<IOptionsChangeTokenSource<ApiClientConfiguration>>(
                new ConfigurationChangeTokenSource<ApiClientConfiguration>(optionsName, section));
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (isFirst || section is not null)
        {
            services.AddSingleton<IValidateOptions<ApiClientConfiguration>>(provider => new SettingsValidator<TClient>(
                optionsName,
                section,
                isFirst ? CountSections<TClient>(provider, optionsName) : 0,
                provider.GetRequiredService<ILoggerFactory>().CreateLogger(SettingsLog.Category)));
        }

        options.ValidateOnStart();
    }

    private static int CountSections<TClient>(IServiceProvider provider, string optionsName)
        where TClient : ApiClient, IApiClient<TClient>
        => provider.GetServices<IConfigureOptions<ApiClientConfiguration>>()
            .OfType<SettingsBinding<TClient>>()
            .Count(binding => binding.OptionsName == optionsName);

    /// <summary>What a client that lives as long as the program needs of its <c>HttpClient</c>.</summary>
    private static void SetUp(IHttpClientBuilder builder, string optionsName)
    {
        // The loggers of the factory show the values of paths; the client's own show the route.
        builder.RemoveAllLoggers();

        // The runtime has a timeout that covers the body.
        builder.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);

        // Not the factory but the handler replaces connections, so that changes of DNS are seen.
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // Behind all handlers that are added anywhere, which is where it sees what they send.
        builder.Services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(
            provider => new PostConfigureOptions<HttpClientFactoryOptions>(
                optionsName,
                options => options.HttpMessageHandlerBuilderActions.Add(
                    handlers => AddNotice(provider, handlers.AdditionalHandlers, optionsName))));
        builder.ConfigurePrimaryHttpMessageHandler(static () => OperatingSystem.IsBrowser()
            ? new HttpClientHandler()
            : new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectTimeout = TimeSpan.FromSeconds(15),
                Proxy = new ApiProxy(),
            });
    }

    private static void AddNotice(IServiceProvider provider, IList<DelegatingHandler> handlers, string optionsName)
    {
        // A client that repeats nothing itself is no second layer.
        if (provider.GetRequiredService<IOptionsMonitor<ApiClientConfiguration>>().Get(optionsName).Options.Retry.Enabled)
        {
            handlers.Add(new RepeatNotice(provider.GetRequiredService<ILoggerFactory>().CreateLogger(SettingsLog.Category), optionsName));
        }
    }

    private static T NotNull<T>(T argument)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument;
    }
}
