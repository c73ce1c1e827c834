using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>One document that a server gives of itself, and the calls of the client that is generated from it.</summary>
/// <param name="Name">The name of the file in the folder Documents, without its end.</param>
/// <param name="Path">Where the server has the document.</param>
/// <param name="Calls">Given the address and the options of a client: its calls.</param>
internal sealed record FrameworkCase(
    string Name, ServerProgram Program, string Path, Func<Uri, ApiClientOptions, IReadOnlyList<Call>> Calls)
{
    // In place of the port, which is another one each time.
    private const string Authority = "localhost:5000";

    /// <summary>Where a developer would have written something else, as the document does not say it. Each is held by a call.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    public string File => System.IO.Path.Combine(SourceFolder(), "..", "Documents", Name + ".json");

    /// <summary>The document as the client was generated from it.</summary>
    public async Task<string> ReadAsync()
        => (await System.IO.File.ReadAllTextAsync(File)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The document as the running server gives it, with a fixed address.</summary>
    public async Task<string> DownloadAsync()
    {
        FrameworkServer server = await FrameworkServer.OfAsync(Program);
        using var http = new HttpClient();
        string text = await http.GetStringAsync(new Uri(server.Address, Path));
        using JsonDocument document = JsonDocument.Parse(text.Replace(server.Address.Authority, Authority, StringComparison.Ordinal));
        using var written = new MemoryStream();
        var layout = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(written, layout))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(written.ToArray()) + "\n";
    }

    public async Task<IReadOnlyList<DocumentOperation>> OperationsAsync()
    {
        using JsonDocument document = JsonDocument.Parse(await ReadAsync());
        return DocumentOperation.All(document.RootElement);
    }

    /// <summary>The version of OpenAPI that the document is written in.</summary>
    public async Task<string> OpenApiAsync()
    {
        using JsonDocument document = JsonDocument.Parse(await ReadAsync());
        string member = document.RootElement.TryGetProperty("swagger", out _) ? "swagger" : "openapi";
        return document.RootElement.GetProperty(member).GetString()!;
    }

    private static string SourceFolder([CallerFilePath] string thisFile = "") => System.IO.Path.GetDirectoryName(thisFile)!;
}
