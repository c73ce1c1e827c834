namespace OgGen.Opsgenie.Keep;

/// <summary>What the command line of an export asks for.</summary>
/// <param name="Directory">The folder to write.</param>
/// <param name="Address">The address of the service.</param>
/// <param name="Teams">The ids of the teams whose channels and actions are kept; none means all.</param>
/// <param name="KeyFile">The file with the key; <see langword="null"/> means the environment.</param>
/// <param name="SecretsFile">The file for the secrets of channels; <see langword="null"/> means that they are not kept.</param>
internal sealed record ExportSettings(string Directory, Uri Address, IReadOnlyList<string> Teams, string? KeyFile, string? SecretsFile);
