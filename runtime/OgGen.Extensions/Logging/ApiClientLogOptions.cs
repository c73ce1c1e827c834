namespace OgGen;

/// <summary>Which headers of responses are logged.</summary>
internal sealed class ApiClientLogOptions
{
    public List<string> Headers { get; } = ["Content-Length", "Content-Type", "Date", "Retry-After"];
}
