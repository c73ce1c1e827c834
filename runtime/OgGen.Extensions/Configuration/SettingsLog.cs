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
}
