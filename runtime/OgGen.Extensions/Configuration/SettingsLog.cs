using Microsoft.Extensions.Logging;

namespace OgGen;

/// <summary>The messages about settings. None has a value of one.</summary>
internal static partial class SettingsLog
{
    public const string Category = "OgGen.Settings";

    [LoggerMessage(10, LogLevel.Information, "{Client} took over the changed secret.")]
    public static partial void Rotated(ILogger logger, string client);

    [LoggerMessage(11, LogLevel.Error, "{Client} cannot take over the changed credential and goes on with the old one: {Reason}")]
    public static partial void NotRotated(ILogger logger, string client, string reason);

    [LoggerMessage(12, LogLevel.Error, "The settings of {Client} are not valid: {Reasons}")]
    public static partial void Invalid(ILogger logger, string client, string reasons);

    [LoggerMessage(13, LogLevel.Warning, "{Key} is no setting of {Client} and is ignored{Hint}")]
    public static partial void Unknown(ILogger logger, string key, string client, string hint);

    [LoggerMessage(
        14,
        LogLevel.Warning,
        "{Client} is registered with {Count} sections of the configuration; what the last one has counts. Give clients names or keys, or "
        + "remove a registration.")]
    public static partial void SeveralSections(ILogger logger, string client, int count);

    [LoggerMessage(
        15,
        LogLevel.Warning,
        "{Client}: a handler of its HttpClient repeats requests, and so does the client: an attempt may be sent many times. Switch one "
        + "off: Retry:Enabled=false in the settings of the client, or .HttpClient.RemoveAllResilienceHandlers() of its registration.")]
    public static partial void RepeatsTwice(ILogger logger, string client);
}
