using System.Runtime.InteropServices;
using OgGen.Opsgenie.Keep;

using var stop = new CancellationTokenSource();

// The first signal ends the run in order; a second one does what signals do.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var command = new KeepCommand(Console.Out, Console.Error, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
return await command.RunAsync(args, stop.Token);
