using Demo;
using Microsoft.Extensions.Logging;

Log.Saw(new Lines(), new Pet { Name = "Tom" }, Kind.Dog);

internal static partial class Log
{
    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "a {Kind}: {Pet}")]
    public static partial void Saw(ILogger logger, Pet pet, Kind kind);
}

internal sealed class Lines : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        foreach ((string name, object? value) in (IEnumerable<KeyValuePair<string, object?>>)state!)
        {
            Console.WriteLine($"{logLevel} {eventId.Id} {name}: {(value is Pet pet ? pet.Name : value)}");
        }
    }
}
