using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OgGen;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace OgGen.Readme.Tests;

/// <summary>The README's code, line by line, in methods that can be run.</summary>
internal static class Snippets
{
    public static string Construct()
    {
        using var client = new OpsgenieClient("api-key", OpsgenieRegion.Eu);
        return client.ToString()!;
    }

    public static async Task<(string Text, string Id)> CreateReadChangeAsync(OpsgenieClient client)
    {
        PolicyReference created = await client.Policies.CreateAsync(new AutoClosePolicy
        {
            Name = "close what nobody touched",
            Enabled = true,
            Filter = new MatchAllFilter(),
            Duration = new Duration { TimeAmount = 10, TimeUnit = TimeUnit.Minutes },
        });

        Policy policy = await client.Policies.GetAsync(created.Id);
        string text = policy switch
        {
            AutoClosePolicy p => $"closes after {p.Duration.TimeAmount} {p.Duration.TimeUnit}",
            UnknownPolicy p => $"a {p.Type} this client was not built for, kept whole",
            _ => policy.Name,
        };

        policy.Enabled = false;
        await client.Policies.UpdateAsync(created.Id, policy); // unknown fields travel back untouched
        return (text, created.Id);
    }

    public static async Task ListWithResponseAsync(OpsgenieClient client)
    {
        ApiResponseWithHeaders<IReadOnlyList<PolicySummary>, OpsgenieHeaders> all = await client.Policies.ListWithResponseAsync();
        Console.WriteLine($"{all.Value.Count} policies, request {all.RequestId}, {all.Headers.XRateLimitState}, {all.Headers["Date"]}");
    }

    public static async Task CatchAsync(OpsgenieClient client)
    {
        try
        {
            await client.Policies.GetAsync("no-such-id");
        }
        catch (ApiException<ErrorResponse> e) when (e.Status == 404)
        {
            Console.WriteLine(e.Message); // the status, what the service says, and the request id; the key is masked
        }
    }

    public static async Task ExecuteAndWaitAsync(OpsgenieClient client)
    {
        ExecuteActionResponse execution = await client.Actions.ExecuteAsync("restart-service", new ExecuteActionRequest
        {
            Identifier = "f16dfd3a-f5ba-454b-8da4-1b0f32c45ed2-1590670606997",
            Type = ExecutionEntityType.Alert,
            OwnerTeam = new OwnerTeam { Name = "ops_team" },
        });

        ActionExecution done = await client.Actions.GetExecutionAndWaitAsync(
            execution.RequestId!,
            new ApiPollOptions { Deadline = TimeSpan.FromSeconds(30) });
        Console.WriteLine($"{done.ActionName}: {done.Result}");
    }

    public static void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddApiClient<OpsgenieClient>(builder.Configuration.GetSection("Opsgenie"))
            .UseRateLimiter() // optional: learns the service's rate from its 429s
            .LogHeaders("X-RateLimit-State"); // one more header for the log, at Trace

        // Two accounts: [FromKeyedServices("eu")] OpsgenieClient client
        builder.Services.AddKeyedApiClient<OpsgenieClient>("eu", builder.Configuration.GetSection("OpsgenieEu"));
    }

    public static string ThroughProxy()
    {
        using var client = new OpsgenieClient("api-key", OpsgenieRegion.Eu, new ApiClientOptions
        {
            Proxy = new WebProxy("http://proxy.example:8080"), // UseProxy = false: none at all
        });
        return client.ToString()!;
    }

    public static int WithCertificate(X509Certificate2 certificate)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.ClientCertificates = [certificate];
        using var client = new OpsgenieClient("api-key", OpsgenieRegion.Eu, new ApiClientOptions { Handler = handler });
        return handler.SslOptions.ClientCertificates.Count;
    }

    public static TimeSpan WithHttpClient()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }; // the client has limits
        using var client = new OpsgenieClient("api-key", OpsgenieRegion.Eu, new ApiClientOptions { HttpClient = http });
        return http.Timeout;
    }

    public static OpsgenieClient WithOptions(OpsgenieClient client)
    {
        OpsgenieClient patient = client.With(new ApiCallOptions
        {
            Timeout = TimeSpan.FromMinutes(10),
            Retry = new ApiRetryOptions { MaxRetries = 10 },
            Headers = new Dictionary<string, string> { ["X-Correlation-Id"] = "42" },
        });
        return patient;
    }

    public static async Task<ReadOnlyMemory<byte>?> RawBodyAsync(OpsgenieClient client)
    {
        OpsgenieClient keeping = client.With(new ApiCallOptions { KeepRawBody = true });
        ReadOnlyMemory<byte>? body = (await keeping.Policies.ListWithResponseAsync()).RawBody;
        return body;
    }

    public static async Task PagesAsync(OpsgenieClient client)
    {
        await foreach (ApiResponse<IReadOnlyList<PolicySummary>> page in ApiPages.EnumerateAsync(
            client.Policies.ListWithResponseAsync,
            page => page.Headers.GetLink("next")))
        {
            Console.WriteLine($"{page.Value.Count} policies");
        }
    }

    public static ApiFile Upload(Stream stream)
    {
        var file = new ApiFile(stream, "photo.png", "image/png");
        return file;
    }

    public static async Task<int> EmulateAsync()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);
        IReadOnlyList<PolicySummary> policies = await client.Policies.ListAsync();
        return policies.Count;
    }
}
