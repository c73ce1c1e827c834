using System.Globalization;
using System.Net;

namespace OgGen.Benchmarks.Report;

/// <summary>A console program that lists policies, published with NativeAOT, beside one that only has an HttpClient.</summary>
internal static class AotRows
{
    private const string Client = """
        using Opsgenie;
        using var client = new OpsgenieClient("key", new Uri(args[0]));
        var policies = await client.Policies.ListAsync();
        Console.Write($"{policies.Count} {(DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime).TotalMilliseconds:0}");
        """;

    private const string Bare = """
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", "GenieKey key");
        string policies = await client.GetStringAsync(args[0] + "/v1/policies");
        Console.Write($"{policies.Length} {(DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime).TotalMilliseconds:0}");
        """;

    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        string folder = Directory.CreateTempSubdirectory("oggen-aot-").FullName;
        try
        {
            using HttpListener server = Listen(out string address);
            (double bareSize, double bareTime) = await PublishAndRunAsync(folder, "Bare", Bare, "", address);
            (double size, double time) = await PublishAndRunAsync(
                folder, "Client", Client, $"""<ProjectReference Include="{Documents.Root}/spec/OgGen.Opsgenie.csproj" />""", address);
            yield return new ReportRow(
                "NativeAOT program (net9.0) that lists policies",
                "≤ 1.15 × the size, first answer ≤ 60 ms after start",
                string.Create(CultureInfo.InvariantCulture, $"{size / bareSize:0.00} × ({size / 1e6:0.0} MB), {time:0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"the same with a bare HttpClient: {bareSize / 1e6:0.0} MB, {bareTime:0} ms"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Size, double Milliseconds)> PublishAndRunAsync(
        string folder, string name, string code, string reference, string address)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), code);
        await File.WriteAllTextAsync(Path.Combine(project, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net9.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        string output = Path.Combine(project, "out");
        await Command.RunAsync(project, "dotnet", "publish", "-c", "Release", "-o", output, "-v", "quiet", "-nologo");

        string program = Path.Combine(output, name);
        var times = new List<double>();
        for (int i = 0; i < 9; i++)
        {
            Command run = await Command.RunAsync(project, program, address);
            times.Add(double.Parse(run.Output.Split(' ')[1], CultureInfo.InvariantCulture));
        }

        return (new FileInfo(program).Length, Median.Of(times));
    }

    /// <summary>A service with no policies, on a free port of this machine.</summary>
    private static HttpListener Listen(out string address)
    {
        for (int attempt = 0; ; attempt++)
        {
            var server = new HttpListener();
            address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}");
            server.Prefixes.Add(address + "/");
            try
            {
                server.Start();
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // The port is taken.
                ((IDisposable)server).Dispose();
                continue;
            }

            _ = AnswerAsync(server);
            return server;
        }
    }

    private static async Task AnswerAsync(HttpListener server)
    {
        byte[] body = """{"data":[],"took":0.1,"requestId":"1"}"""u8.ToArray();
        while (server.IsListening)
        {
            try
            {
                HttpListenerContext call = await server.GetContextAsync();
                call.Response.ContentType = "application/json";
                await call.Response.OutputStream.WriteAsync(body);
                call.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The server was stopped.
                return;
            }
        }
    }
}
