using System.Text;
using System.Text.Json.Nodes;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>An emulated account and a folder for its export, gone when the test ends.</summary>
internal sealed class Account : IAsyncDisposable
{
    private Account(OpsgenieEmulator emulator)
    {
        Emulator = emulator;
        Root = Directory.CreateTempSubdirectory("opsgenie-keep-").FullName;
    }

    public OpsgenieEmulator Emulator { get; }

    /// <summary>A folder that is not the export's, for files beside it.</summary>
    public string Root { get; }

    /// <summary>The folder of the export.</summary>
    public string Folder => Path.Combine(Root, "kept");

    public static async Task<Account> StartAsync(OpsgenieEmulatorOptions? options = null)
        => new(await OpsgenieEmulator.StartAsync(options));

    /// <summary>Runs <c>export</c> into <see cref="Folder"/> with these options besides.</summary>
    public Task<KeepRun> ExportAsync(params string[] options) => ExportAsync(CancellationToken.None, options);

    public Task<KeepRun> ExportAsync(CancellationToken stop, params string[] options)
        => KeepRun.RunAsync(Emulator.ApiKey, stop, ["export", Folder, "--address", Emulator.Address.AbsoluteUri, .. options]);

    /// <summary>Every file of the export, by its path below the folder.</summary>
    public SortedDictionary<string, string> Files
        => new(
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(
                file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), static file => File.ReadAllText(file)),
            StringComparer.Ordinal);

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public JsonNode Json(string file) => JsonNode.Parse(Read(file))!;

    /// <summary>What could not be read, as "what: why".</summary>
    public string[] NotRead => [.. Json("not-read.json").AsArray().Select(static item => $"{item!["what"]}: {item["why"]}")];

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}

/// <summary>One run of the program in this process.</summary>
internal sealed record KeepRun(int ExitCode, string Output, string Errors)
{
    public static async Task<KeepRun> RunAsync(string? key, CancellationToken stop, params string[] arguments)
    {
        var output = new StringWriter(new StringBuilder());
        var errors = new StringWriter(new StringBuilder());
        var command = new KeepCommand(output, errors, WatchesErrors: false, name => name == "OPSGENIE_API_KEY" ? key : null);
        int exitCode = await command.RunAsync(arguments, stop);
        return new KeepRun(exitCode, output.ToString(), errors.ToString());
    }

    public KeepRun Ended(int exitCode)
    {
        Assert.AreEqual(exitCode, ExitCode, Output + Errors);
        return this;
    }
}
