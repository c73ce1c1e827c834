using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace OgGen.Docs.Tests.Services;

/// <summary>What the code of a page finds when it runs. It is public, as a compiled page is an assembly of its own.</summary>
public static class Fixture
{
    private static Bookshop? s_bookshop;
    private static OpsgenieEmulator? s_emulator;

    /// <summary>The service of the documents on the pages.</summary>
    public static Bookshop Bookshop => s_bookshop ?? throw new InvalidOperationException("No section runs.");

    /// <summary>The emulator that calls to Opsgenie reach.</summary>
    public static OpsgenieEmulator Emulator => s_emulator ?? throw new InvalidOperationException("No section runs.");

    /// <summary>The JSON blocks of the section that runs, which <see cref="Builder"/> takes for <c>appsettings.json</c>.</summary>
    public static IReadOnlyList<string> Configuration { get; internal set; } = [];

    /// <summary>The builder of a web application, with the configuration that the page shows.</summary>
    public static WebApplicationBuilder Builder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        foreach (string json in Configuration)
        {
            builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        }

        return builder;
    }

    /// <summary>A certificate of a client.</summary>
    public static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Gives the next section services that nobody has called. The bookshop keeps its address, as documents hold it.</summary>
    internal static async Task ResetAsync()
    {
        Configuration = [];
        s_bookshop ??= await Bookshop.StartAsync();
        s_bookshop.Reset();
        if (s_emulator is not null)
        {
            await s_emulator.DisposeAsync();
        }

        s_emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { ExecutionsNeedPolls = 1 });
    }

    internal static async Task StopAsync()
    {
        foreach (IAsyncDisposable service in new IAsyncDisposable?[] { s_bookshop, s_emulator }.OfType<IAsyncDisposable>())
        {
            await service.DisposeAsync();
        }
    }
}
