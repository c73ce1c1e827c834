using System.Globalization;
using System.Text;
using OgGen.Opsgenie.Keep.Export;
using OgGen.Opsgenie.Keep.Files;
using OgGen.Opsgenie.Keep.Secrets;

namespace OgGen.Opsgenie.Keep;

/// <summary>The program without its process: everything that a run reads from and prints to is given.</summary>
/// <param name="Output">Standard output: what was kept.</param>
/// <param name="Errors">Standard error: what is wrong, and the progress.</param>
/// <param name="WatchesErrors">Whether standard error is a terminal.</param>
/// <param name="Environment">Looks up an environment variable.</param>
internal sealed record KeepCommand(TextWriter Output, TextWriter Errors, bool WatchesErrors, Func<string, string?> Environment)
{
    /// <summary>All is kept.</summary>
    public const int Kept = 0;

    /// <summary>Nothing is kept, or a file could not be written.</summary>
    public const int Failed = 1;

    /// <summary>Something could not be read, or the run was interrupted.</summary>
    public const int Partial = 3;

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        if (arguments is ["--help" or "-h" or "help"] or ["export", "--help" or "-h"])
        {
            await Output.WriteLineAsync(CommandLine.Usage).ConfigureAwait(false);
            return Kept;
        }

        if (arguments is not ["export", ..])
        {
            return Misuse("What to do is missing.");
        }

        if (!CommandLine.TryRead(arguments.AsSpan(1), out ExportSettings? settings, out string? problem))
        {
            return Misuse(problem);
        }

        try
        {
            return await ExportAsync(settings, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (
            e is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException or KeyRefusedException)
        {
            return Fail(e.Message);
        }
    }

    private async Task<int> ExportAsync(ExportSettings settings, CancellationToken stop)
    {
        ApiCredential credential = ApiKey.Find(settings.KeyFile, Environment);
        var secrets = new SecretStore();
        if (settings.SecretsFile is { } secretsFile)
        {
            secrets.Load(secretsFile);
            if (GitFolder.Of(secretsFile) is { } tree)
            {
                Say($"warning: {secretsFile} is inside the git work tree {tree}. Never commit it.");
            }
        }

        var folder = new OutputFolder(settings.Directory);
        using var reader = new AccountReader(credential, settings.Address, Options());
        var progress = new Progress(WatchesErrors ? Errors : null);
        var export = new AccountExport(reader, folder, secrets, progress);
        bool interrupted = false;
        try
        {
            await export.RunAsync(settings.Teams, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            interrupted = true;
        }
        finally
        {
            // Whatever ended the run: a placeholder that is in a file now has its secret.
            progress.End();
            if (settings.SecretsFile is not null)
            {
                secrets.Save(settings.SecretsFile);
            }
        }

        return Report(settings, export, folder, secrets, interrupted);
    }

    private int Report(ExportSettings settings, AccountExport export, OutputFolder folder, SecretStore secrets, bool interrupted)
    {
        foreach (Unread unread in export.Unread)
        {
            Say($"not read: {unread.What}: {unread.Why}");
        }

        if (export.IsFailure && !interrupted)
        {
            return Fail("Nothing could be read.");
        }

        (int files, int written) = folder.Counts;
        string counts = string.Create(
            CultureInfo.InvariantCulture, $"{export.Objects} objects in {files} files, {written} of them new or changed");
        Output.WriteLine($"{counts}, in {settings.Directory}");
        if (secrets.Count > 0 && settings.SecretsFile is null)
        {
            Say("Secrets of channels are not kept; ${secret:…} stands for each. --with-secrets FILE keeps them.");
        }

        if (interrupted)
        {
            Say("Interrupted: the files that are there are whole, and the rest was not read.");
        }

        return interrupted || export.Unread.Count > 0 ? Partial : Kept;
    }

    /// <summary>
    /// Patient: the service's rate is learned, and a call waits for its turn. A service that is down is still noticed, because the budget
    /// of repetitions is shared.
    /// </summary>
    private static ApiClientOptions Options() => new()
    {
        RateLimiter = new ApiRateLimiter(),
        Timeout = TimeSpan.FromMinutes(15),
        Retry = new ApiRetryOptions { MaxRetries = 6, Budget = 30 },
        MaxResponseBytes = 200_000_000,
        UserAgent = $"opsgenie-keep/{typeof(KeepCommand).Assembly.GetName().Version?.ToString(3)}",
    };

    private int Misuse(string problem)
    {
        Say(problem);
        Errors.WriteLine(CommandLine.Usage);
        return Failed;
    }

    private int Fail(string problem)
    {
        Say(problem);
        return Failed;
    }

    /// <summary>Prints what may come from the service: nothing of it can steer the terminal or forge a line.</summary>
    private void Say(string text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool steers = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (steers)
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        Errors.WriteLine(line.ToString());
    }
}
