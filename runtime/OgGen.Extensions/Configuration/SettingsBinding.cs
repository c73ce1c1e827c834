using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace OgGen;

/// <summary>Reads the settings of a client from a section of configuration, by hand: reflection would not survive trimming.</summary>
internal sealed class SettingsBinding<TClient>(string optionsName, IConfiguration section) : IConfigureNamedOptions<ApiClientConfiguration>
    where TClient : ApiClient, IApiClient<TClient>
{
    /// <summary>The name of the options that are bound.</summary>
    public string OptionsName => optionsName;

    public void Configure(ApiClientConfiguration options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, ApiClientConfiguration options)
    {
        if (name == optionsName)
        {
            // Errors are the validator's to report.
            Bind(section, options);
        }
    }

    /// <summary>Sets what the section has.</summary>
    /// <returns>What is wrong with it: texts that name the key and never repeat a value.</returns>
    public static List<string> Bind(IConfiguration section, ApiClientConfiguration configuration)
    {
        var reader = new SettingsReader(section);
        ApiClientOptions options = configuration.Options;
        ApiRetryOptions retry = options.Retry;
        if (reader.Text("ApiKey") is { } secret)
        {
            BindSecret(reader, configuration, secret);
        }

        BindServer(reader, configuration);
        options.Timeout = reader.Time("Timeout") ?? options.Timeout;
        options.AttemptTimeout = reader.Time("AttemptTimeout") ?? options.AttemptTimeout;
        options.MaxResponseBytes = reader.Number("MaxResponseBytes") ?? options.MaxResponseBytes;
        options.UserAgent = reader.Text("UserAgent") ?? options.UserAgent;
        options.InsecureHosts = reader.List("InsecureHosts") ?? options.InsecureHosts;
        retry.Enabled = reader.Flag("Retry:Enabled") ?? retry.Enabled;
        retry.MaxRetries = reader.Number("Retry:MaxRetries") ?? retry.MaxRetries;
        retry.BaseDelay = reader.Time("Retry:BaseDelay") ?? retry.BaseDelay;
        retry.MaxDelay = reader.Time("Retry:MaxDelay") ?? retry.MaxDelay;
        retry.RetryUnsafeMethods = reader.Flag("Retry:RetryUnsafeMethods") ?? retry.RetryUnsafeMethods;
        retry.Budget = reader.Number("Retry:Budget") ?? retry.Budget;
        BindLimiter(reader, options);
        return reader.Errors;
    }

    private static void BindSecret(SettingsReader reader, ApiClientConfiguration configuration, string secret)
    {
        try
        {
            configuration.Credential = TClient.CreateCredential(secret);
            if (configuration.Credential is null)
            {
                reader.AddError("ApiKey", $"{typeof(TClient).Name} takes no single key; set ApiClientConfiguration.Credential in code.");
            }
        }
        catch (ArgumentException e)
        {
            reader.AddError("ApiKey", SettingsReader.MessageOf(e));
        }
    }

    private static void BindServer(SettingsReader reader, ApiClientConfiguration configuration)
    {
        string? address = reader.Text("BaseAddress");
        if (reader.Text("Server") is { } server)
        {
            configuration.Server = TClient.FindServer(server);
            if (configuration.Server is null)
            {
                reader.AddError("Server", TClient.ServerNames is { Count: > 0 } names
                    ? $"It is none of {string.Join(", ", names)}."
                    : $"{typeof(TClient).Name} has no named servers; set BaseAddress.");
            }

            if (address is not null)
            {
                reader.AddError("BaseAddress", "Set it or Server, not both.");
            }
        }
        else if (address is not null)
        {
            configuration.BaseAddress = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri : null;
            if (uri is null)
            {
                reader.AddError("BaseAddress", "It is no absolute URL.");
            }
        }
    }

    private static void BindLimiter(SettingsReader reader, ApiClientOptions options)
    {
        double? rate = reader.Rate("RateLimit:PermitsPerSecond");
        if (reader.Flag("RateLimit:Enabled") == true)
        {
            try
            {
                options.RateLimiter = rate is { } start
                    ? new ApiRateLimiter(start, options.TimeProvider)
                    : new ApiRateLimiter(timeProvider: options.TimeProvider);
            }
            catch (ArgumentException e)
            {
                reader.AddError("RateLimit:PermitsPerSecond", SettingsReader.MessageOf(e));
            }
        }
    }
}
