using Microsoft.Extensions.DependencyInjection;

namespace OgGen.Extensions.Tests;

[TestClass]
public class LoggingTests
{
    [TestMethod]
    public async Task Logs_have_the_method_the_route_the_status_and_the_duration()
    {
        var time = new ManualTimeProvider();
        await using var server = new RawServer(exchange =>
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            return exchange.SendAsync(exchange.Number == 0 ? Given.Failure(503) : Given.Policy);
        });

        IReadOnlyList<string> lines = await LogAsync(server, time);

        const string Route = "/v1/actions/channels/{channelId}";
        string[] texts =
        [
            .. lines.Where(static l => l.Contains("OgGen.Client", StringComparison.Ordinal))
                .Select(static l => l[..l.IndexOf(" [", StringComparison.Ordinal)]),
        ];
        CollectionAssert.AreEqual(
            new[]
            {
                $"Debug OgGen.Client 5: ActionChannels_Get: GET {Route} attempt 1 ended with 503 in 250.0 ms",
                "Trace OgGen.Client 6: ActionChannels_Get: headers of the response: Content-Length: 57; Content-Type: application/json",
                $"Warning OgGen.Client 4: ActionChannels_Get: GET {Route} attempt 1 ended with 503; the next one follows in 0 ms",
                $"Debug OgGen.Client 5: ActionChannels_Get: GET {Route} attempt 2 ended with 200 in 250.0 ms",
                "Trace OgGen.Client 6: ActionChannels_Get: headers of the response: Content-Length: 111; Content-Type: application/json; "
                    + "X-RateLimit-State: OK; X-Request-ID: request-77",
                $"Information OgGen.Client 1: ActionChannels_Get: GET {Route} answered 200 after 2 attempts in 500.0 ms",
            },
            texts,
            string.Join('\n', texts));
    }

    [TestMethod]
    public async Task No_log_has_a_key_or_a_value_although_the_wire_has_them()
    {
        await using var server = new RawServer(Given.Failure(503), Given.Policy);

        IReadOnlyList<string> lines = await LogAsync(server, null);

        RawRequest request = server.Requests[0];
        StringAssert.Contains(request.Target, Given.PathValue);
        StringAssert.Contains(request.Target, Given.QueryValue);
        StringAssert.Contains(request.Header("Authorization")!, Given.Key);
        Assert.IsNotEmpty(lines);
        Assert.DoesNotContain("CANARY", string.Join('\n', lines));
    }

    [TestMethod]
    public async Task The_canary_would_be_found()
    {
        await using var server = new RawServer(Given.Failure(503), Given.Policy);

        // The loggers of IHttpClientFactory, which the registration takes out, and a header that is not on the list.
        IReadOnlyList<string> lines = await LogAsync(
            server, null, builder => builder.LogHeaders("X-Internal").HttpClient.AddDefaultLogger());

        string all = string.Join('\n', lines);
        StringAssert.Contains(all, Given.PathValue);
        StringAssert.Contains(all, "header-CANARY-3");
    }

    [TestMethod]
    public async Task A_key_that_the_service_echoes_is_not_logged()
    {
        await using var server = new RawServer(RawServer.Answer(401, """{"message":"no"}""", $"X-Request-ID: bad key {Given.Key}\r\n"));
        var record = new LogRecord();
        await using ServiceProvider provider = Provider(server, record);

        await Assert.ThrowsAsync<ApiException>(() => provider.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1"));

        string all = string.Join('\n', record.Lines);
        StringAssert.Contains(all, "X-Request-ID: bad key ***");
        StringAssert.Contains(all, "answered 401");
        Assert.DoesNotContain("CANARY", all);
    }

    [TestMethod]
    public async Task A_failure_without_an_answer_is_a_warning_and_a_cancelled_call_is_not()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new RawServer(async exchange =>
        {
            if (exchange.Request.Target.EndsWith("reset", StringComparison.Ordinal))
            {
                exchange.Reset();
                return;
            }

            await stop.CancelAsync();
            await exchange.HangAsync();
        });
        var record = new LogRecord();
        await using ServiceProvider provider = Provider(server, record, configuration => configuration.Options.Retry.Enabled = false);
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Policies.GetAsync("reset"));
        await Assert.ThrowsAsync<OperationCanceledException>(() => client.Policies.GetAsync("1", stop.Token));

        string[] lines =
        [
            .. record.Lines.Where(
                static l => l.Contains("OgGen.Client", StringComparison.Ordinal) && !l.Contains("attempt 1", StringComparison.Ordinal)),
        ];
        Assert.HasCount(2, lines, string.Join('\n', record.Lines));
        StringAssert.StartsWith(
            lines[0], "Warning OgGen.Client 2: Policies_Get: GET /v1/policies/{identifier} failed with response_ended after 1 attempts");
        StringAssert.StartsWith(lines[1], "Debug OgGen.Client 3: Policies_Get: GET /v1/policies/{identifier} was cancelled");
    }

    private static ServiceProvider Provider(
        RawServer server, LogRecord record, Action<ApiClientConfiguration>? configure = null, Action<ApiClientBuilder>? build = null)
    {
        ServiceCollection services = Given.Services(record);
        ApiClientBuilder builder = services.AddApiClient<OpsgenieClient>(configuration =>
        {
            configuration.At(server.Address).Options.Retry.BaseDelay = TimeSpan.Zero;
            configure?.Invoke(configuration);
        });
        build?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    /// <summary>A call whose first attempt fails, with a canary in every place.</summary>
    private static async Task<IReadOnlyList<string>> LogAsync(RawServer server, TimeProvider? time, Action<ApiClientBuilder>? build = null)
    {
        var record = new LogRecord();
        await using ServiceProvider provider = Provider(
            server,
            record,
            configuration => configuration.Options.TimeProvider = time ?? TimeProvider.System,
            builder =>
            {
                builder.LogHeaders("X-RateLimit-State");
                build?.Invoke(builder);
            });
        await provider.GetRequiredService<OpsgenieClient>().ActionChannels.GetAsync(Given.PathValue, Given.QueryValue);
        return record.Lines;
    }
}
