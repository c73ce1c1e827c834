using System.Globalization;
using System.Runtime.InteropServices;
using OgGen.Opsgenie.Emulator;

const string Usage = """
    usage: OgGen.Opsgenie.Emulator [--port N] [--state FILE] [--documented-by page|schema]
      --port N         the port on 127.0.0.1; 0 or nothing: a free one
      --state FILE     load the state from this file if it exists, and save it there at the end
      --documented-by  what is followed where the vendor's page and published schema differ; page if nothing is said
    """;

int port = 0;
string? stateFile = null;
var source = DocumentedBy.Page;
for (int i = 0; i < args.Length; i += 2)
{
    string? value = i + 1 < args.Length ? args[i + 1] : null;
    if (args[i] == "--port" && ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number))
    {
        port = number;
    }
    else if (args[i] == "--state" && !string.IsNullOrEmpty(value))
    {
        stateFile = value;
    }
    else if (args[i] == "--documented-by" && value is "page" or "schema")
    {
        source = value == "page" ? DocumentedBy.Page : DocumentedBy.PublishedSchema;
    }
    else
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }
}

try
{
    await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(
        new OpsgenieEmulatorOptions { Port = port, DocumentedBy = source });
    if (stateFile is not null && File.Exists(stateFile))
    {
        await using FileStream file = File.OpenRead(stateFile);
        await emulator.LoadAsync(file);
    }

    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stopped.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

    // The keys are of this run only, and open nothing but this process.
    Console.WriteLine($"address       {emulator.Address}");
    Console.WriteLine($"key           {emulator.ApiKey}");
    Console.WriteLine($"read-only key {emulator.ReadOnlyApiKey}");
    Console.WriteLine($"team id       {emulator.TeamId}");
    Console.WriteLine("Ctrl+C stops it.");
    await stopped.Task;

    if (stateFile is not null)
    {
        // First the last answer, then the state: nothing that a client was told is missing.
        await emulator.DisposeAsync();
        await SaveAsync(emulator, stateFile);
    }

    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

// To a file beside it, which then takes its place: a run that is killed here leaves the old state whole.
static async Task SaveAsync(OpsgenieEmulator emulator, string stateFile)
{
    string unfinished = stateFile + ".unfinished";
    await using (FileStream file = File.Create(unfinished))
    {
        await emulator.SaveAsync(file);
    }

    File.Move(unfinished, stateFile, overwrite: true);
}
