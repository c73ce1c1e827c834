using Opsgenie;

namespace OgGen.Opsgenie.Keep;

/// <summary>Finds the key. No message here repeats it.</summary>
internal static class ApiKey
{
    public const string Variable = "OPSGENIE_API_KEY";

    /// <summary>The credential of the key in a file, or in the environment.</summary>
    /// <param name="file">The file; <see langword="null"/> means the environment.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <exception cref="ArgumentException">There is no key, or it cannot be one.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static ApiCredential Find(string? file, Func<string, string?> environment)
    {
        string? key = file is null ? environment(Variable)?.Trim() : File.ReadAllText(file).Trim();
        if (string.IsNullOrEmpty(key))
        {
            throw new ArgumentException(
                file is null ? $"There is no key: set {Variable}, or use --key-file FILE." : $"There is no key in {file}.");
        }

        try
        {
            return OpsgenieCredential.GenieKey(key);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"The key in {file ?? Variable} cannot be one: {e.Message}");
        }
    }
}
