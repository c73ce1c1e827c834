using System.Globalization;
using System.Runtime.InteropServices;
using OgGen.Emulator;

const string Usage = "usage: OgGen.Emulator [--port N]   (0 or nothing: a free port)";

int port = 0;
switch (args)
{
    case []:
        break;
    case ["--port", var text] when ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number):
        port = number;
        break;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

try
{
    await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { Port = port });

    // The keys are of this run only, and open nothing but this process.
    Console.WriteLine($"address       {emulator.Address}");
    Console.WriteLine($"key           {emulator.ApiKey}");
    Console.WriteLine($"read-only key {emulator.ReadOnlyApiKey}");
    Console.WriteLine($"team id       {emulator.TeamId}");
    Console.WriteLine("Ctrl+C stops it.");

    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stopped.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;
    return 0;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
