using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OgGen.Benchmarks.Json;
using Opsgenie;

namespace OgGen.Benchmarks.Calls;

/// <summary>
/// One GET with an answer of 212 bytes, without a network: what the client itself costs, its default retries and time limits on.
/// </summary>
[Config(typeof(InProcessConfig))]
[MemoryDiagnoser]
public class GetBenchmarks
{
    private const string Id = "2b228902-cc04-4f8a-b64f-a381f1289c9b";

    private static readonly byte[] s_answer = Encoding.UTF8.GetBytes(
        $$$"""{"data":{"type":"auto-close","id":"{{{Id}}}","name":"close","enabled":true,"duration":{"timeAmount":"""
            + """10,"timeUnit":"minutes"}},"took":0.1,"requestId":"9ae63dd7ed004c8186f0c4ffd33142c9"}""");

    private readonly HttpClient _http = new(new Answering()) { BaseAddress = new Uri("https://api.opsgenie.com") };
    private readonly HttpMessageInvoker _invoker = new(new Answering());
    private readonly OpsgenieClient _client = new("key", OpsgenieRegion.Us, new ApiClientOptions { Handler = new Answering() });

    [GlobalSetup]
    public async Task Check()
    {
        if (s_answer.Length != 212
            || (await OgGen()).Name != "close"
            || (await HandWritten())!.Name != "close"
            || (await Bare())!.Name != "close")
        {
            throw new InvalidOperationException($"{s_answer.Length} bytes");
        }
    }

    /// <summary>
    /// The shortest code that sends the key, checks the status and reads the body; no retries, no rate limit, no typed errors.
    /// </summary>
    [Benchmark(Baseline = true)]
    public async Task<object?> HandWrittenCall() => await HandWritten();

    [Benchmark]
    public async Task<object> OgGenCall() => await OgGen();

    /// <summary>The limit: the same with the transport of .NET alone, without what HttpClient adds.</summary>
    [Benchmark]
    public async Task<object?> BareCall() => await Bare();

    [GlobalCleanup]
    public void Close()
    {
        _http.Dispose();
        _invoker.Dispose();
        _client.Dispose();
    }

    private async Task<TwinPolicy?> HandWritten()
    {
        using HttpRequestMessage request = Request("/v1/policies/");
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        return await ReadAsync(response).ConfigureAwait(false);
    }

    private async Task<TwinPolicy?> Bare()
    {
        using HttpRequestMessage request = Request("https://api.opsgenie.com/v1/policies/");
        using HttpResponseMessage response = await _invoker.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        return await ReadAsync(response).ConfigureAwait(false);
    }

    private static HttpRequestMessage Request(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address + Uri.EscapeDataString(Id));
        request.Headers.Authorization = new AuthenticationHeaderValue("GenieKey", "key");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private static async ValueTask<TwinPolicy?> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using Stream body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(body, TwinContext.Default.TwinPolicyResponse).ConfigureAwait(false))?.Data;
    }

    private Task<Policy> OgGen() => _client.Policies.GetAsync(Id);

    /// <summary>Answers at once.</summary>
    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(s_answer);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = content });
        }
    }
}
