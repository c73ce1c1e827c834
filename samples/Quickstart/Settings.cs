using System.Diagnostics.CodeAnalysis;
using OgGen;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace Quickstart;

/// <summary>What the environment asks for: a real account, or nothing, which means the emulator.</summary>
/// <param name="Account">The account to read; null for the emulator.</param>
/// <param name="Emulated">What the emulator follows where the vendor's page and published schema differ.</param>
internal sealed record Settings(Account? Account, DocumentedBy Emulated = DocumentedBy.Page)
{
    /// <summary>Reads the settings. A variable that is empty counts as not set.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="settings">The settings, if they make sense.</param>
    /// <param name="problem">What is wrong with them, otherwise. It names variables and never repeats the key.</param>
    public static bool TryRead(
        Func<string, string?> variable,
        [NotNullWhen(true)] out Settings? settings,
        [NotNullWhen(false)] out string? problem)
    {
        settings = null;
        problem = null;
        string? key = Value("OPSGENIE_API_KEY");
        if (key is null)
        {
            // Someone who names a server means a real one: falling back to the emulator would look like success.
            problem = Value("OPSGENIE_REGION") is null && Value("OPSGENIE_BASE_ADDRESS") is null
                ? null
                : "OPSGENIE_REGION and OPSGENIE_BASE_ADDRESS need OPSGENIE_API_KEY.";
            DocumentedBy? emulated = Value("OPSGENIE_EMULATOR") switch
            {
                null or "page" => DocumentedBy.Page,
                "schema" => DocumentedBy.PublishedSchema,
                _ => null,
            };
            problem ??= emulated is null ? "OPSGENIE_EMULATOR is 'page' or 'schema'." : null;
            settings = problem is null ? new Settings(Account: null, emulated!.Value) : null;
            return settings is not null;
        }

        try
        {
            OpsgenieRegion server = Value("OPSGENIE_BASE_ADDRESS") is { } address
                ? OpsgenieRegion.Custom(new Uri(address))
                : Region(Value("OPSGENIE_REGION"));
            settings = new Settings(new Account(OpsgenieCredential.GenieKey(key), server, Value("OPSGENIE_TEAM_ID")));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException)
        {
            problem = $"OPSGENIE_API_KEY, OPSGENIE_REGION or OPSGENIE_BASE_ADDRESS cannot be used. {exception.Message}";
            return false;
        }

        string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
    }

    private static OpsgenieRegion Region(string? name) => name?.ToUpperInvariant() switch
    {
        null or "US" => OpsgenieRegion.Us,
        "EU" => OpsgenieRegion.Eu,
        _ => throw new ArgumentException("The region is 'us' or 'eu'."),
    };
}

/// <summary>A real account. The key is inside the credential, which prints itself without it.</summary>
internal sealed record Account(ApiCredential Credential, OpsgenieRegion Server, string? TeamId)
{
    public Uri Address => Server.BaseAddress;

    public OpsgenieClient Connect(ApiClientOptions options) => new(Credential, Server, options);
}
