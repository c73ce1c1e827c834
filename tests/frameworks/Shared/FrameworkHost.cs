using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace OgGen.Frameworks;

/// <summary>How every server starts and ends, so that a test can find it and nothing of it stays.</summary>
internal static class FrameworkHost
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>A builder of a server on a free port of the loopback address, with the depot and the bearer token "letmein".</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<Depot>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication(TokenHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Scheme, null);
        builder.Services.AddAuthorization();
        return builder;
    }

    /// <summary>
    /// Runs the server until standard input ends, which it does with the program that started it. Its one line on standard output is
    /// JSON: the address, and the version of the package that writes the document.
    /// </summary>
    public static async Task RunAsync(WebApplication app, Assembly writer)
    {
        await app.StartAsync();
        string version = writer.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Console.WriteLine(JsonSerializer.Serialize(new { address = app.Urls.Single(), version }));

        using var limit = new CancellationTokenSource(s_longest);
        try
        {
            await using Stream input = Console.OpenStandardInput();
            while (await input.ReadAsync(new byte[16], limit.Token) > 0)
            {
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("The server ran for ten minutes and stops.");
        }

        await app.StopAsync();
    }
}
