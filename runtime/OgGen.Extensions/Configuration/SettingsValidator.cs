using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OgGen;

/// <summary>Tells whether a client can be made from its settings, in terms of the configuration they come from.</summary>
/// <param name="optionsName">The name of the options.</param>
/// <param name="section">Where they come from, if that is configuration.</param>
/// <param name="sectionCount">How many sections the client is registered with, for the validator that reports it; 0 for others.</param>
/// <param name="logger">Where mistakes are logged.</param>
internal sealed class SettingsValidator<TClient>(string optionsName, IConfiguration? section, int sectionCount, ILogger logger)
    : IValidateOptions<ApiClientConfiguration>
    where TClient : ApiClient, IApiClient<TClient>
{
    // The handler of the registration is made for the client, and none to try its settings.
    private static readonly HttpClient s_silent = new(new Silent());

    public ValidateOptionsResult Validate(string? name, ApiClientConfiguration options)
    {
        if (name != optionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        ReportMistakes();
        List<string> errors = section is null ? [] : SettingsBinding<TClient>.Bind(section, new ApiClientConfiguration());
        if (errors.Count == 0 && FindError(options) is { } error)
        {
            errors.Add(error);
        }

        if (errors.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        // Also to the log: after a reload of the configuration nobody may see the exception.
        SettingsLog.Invalid(logger, optionsName, string.Join(' ', errors));
        return ValidateOptionsResult.Fail(errors);
    }

    /// <summary>What is no error, but hardly meant.</summary>
    private void ReportMistakes()
    {
        if (sectionCount > 1)
        {
            SettingsLog.SeveralSections(logger, optionsName, sectionCount);
        }

        foreach ((string key,
            string? meant) in section is null ? [] : SettingsKeys.Unknown(section, static value => TClient.FindServer(value) is not null))
        {
            string hint = meant is null ? "." : $"; did you mean {SettingsReader.KeyOf(section!, meant)}?";
            SettingsLog.Unknown(logger, SettingsReader.KeyOf(section!, key), typeof(TClient).Name, hint);
        }
    }

    private string? FindError(ApiClientConfiguration configuration)
    {
        try
        {
            ClientCreation.Create<TClient>(configuration, static () => s_silent).Dispose();
            return null;
        }
        catch (InvalidOperationException e)
        {
            return configuration.Credential is null ? Describe("ApiKey", e.Message) : Describe("BaseAddress", e.Message);
        }
        catch (ArgumentException e)
        {
            return Describe(KeyOf(e.ParamName), SettingsReader.MessageOf(e));
        }
    }

    private string Describe(string? key, string problem)
        => key is null ? $"{typeof(TClient).Name}: {problem}"
        : section is null ? $"{typeof(TClient).Name}, {key}: {problem}"
        : $"{SettingsReader.KeyOf(section, key)}: {problem}";

    /// <summary>The key whose value became a parameter of the runtime.</summary>
    private static string? KeyOf(string? parameter) => parameter switch
    {
        "baseAddress" => "BaseAddress",
        "MaxRetries" or "BaseDelay" or "MaxDelay" or "Budget" => "Retry:" + parameter,
        _ => parameter,
    };

    private sealed class Silent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new InvalidOperationException("Settings are tried without a request.");
    }
}
