using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace OgGen.Runtime.Tests;

/// <summary>A hand-written client of the shape that the generator gives clients.</summary>
internal sealed class TestClient : ApiClient
{
    public const string Key = "k3y-CANARY-7f2a9c";

    private static readonly ApiClientDescriptor s_descriptor = new("TestClient", "1.0 beta (ü)");

    public TestClient(Uri baseAddress, ApiClientOptions? options = null)
        : this(baseAddress, ApiCredential.Http("key", "GenieKey", Key), options)
    {
    }

    public TestClient(Uri baseAddress, ApiCredential? credential, ApiClientOptions? options = null)
        : base(s_descriptor, baseAddress, credential, options)
    {
    }

    public TestClient()
    {
    }

    private TestClient(TestClient original, ApiCallOptions options)
        : base(original, options)
    {
    }

    public ApiPipeline Pipe => Pipeline;

    public TestClient With(ApiCallOptions options) => new(this, options);

    public Task<ApiResponse<Pet>> SendAsync(string method, Action<ApiRequest>? build = null, CancellationToken cancellationToken = default)
        => Pipe.SendAsync<Pet, PetCodec>(Operations.Request(method, build), cancellationToken);

    public Task<ApiResponse<Pet>> GetAsync(CancellationToken cancellationToken = default) => SendAsync("GET", null, cancellationToken);
}

internal static class Operations
{
    /// <summary>A message without the method and the address, which differs from run to run.</summary>
    public static string WithoutAddress(this Exception e)
        => System.Text.RegularExpressions.Regex.Replace(e.Message, @" \([A-Z]+ https?://[^ ]+/pets/\{petId\}\)", "");

    public static ApiOperation Pet(string method) => new("Pets_Do", method, "/pets/{petId}")
    {
        RequestIdHeader = "X-Request-ID",
        RetryAfterHeader = "X-RateLimit-Period-In-Sec",
        Security = [["key"]],
        Errors =
        [
            ApiErrorReader.Create<Problem, ProblemCodec>(400, 499),
            ApiErrorReader.Create<string, MessageCodec>(409),
            ApiErrorReader.Create<Problem, ProblemCodec>(),
        ],
        Poll = new ApiPollRule(404, "X-Errortype", "NotYet"),
    };

    /// <summary>A string that may be no text: wrong data, of which JsonElement says that the program is wrong.</summary>
    public static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is not valid.", e);
        }
    }

    public static ApiRequest Request(string method, Action<ApiRequest>? build = null)
    {
        var request = new ApiRequest(Pet(method));
        if (build is null)
        {
            request.AddPathLiteral("/pets/7");
        }
        else
        {
            build(request);
        }

        return request;
    }
}

internal sealed record Pet(string Name);

internal sealed record Problem(string Message);

/// <summary>The codecs of these tests are by hand, so that they test nothing but HTTP.</summary>
internal readonly struct PetCodec : IJsonCodec<Pet>
{
    public static Pet Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("name", out JsonElement name)
            ? new Pet(Operations.Text(name))
            : throw new JsonException("'name' is missing.");
    }

    public static void Write(Utf8JsonWriter writer, Pet value, JsonWriteMode mode)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteString("mode", mode.ToString());
        writer.WriteEndObject();
    }
}

internal readonly struct ProblemCodec : IJsonCodec<Problem>
{
    public static Problem Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("message", out JsonElement message)
            ? new Problem(Operations.Text(message))
            : throw new JsonException("'message' is missing.");
    }

    public static void Write(Utf8JsonWriter writer, Problem value, JsonWriteMode mode) => throw new NotSupportedException();
}

internal readonly struct MessageCodec : IJsonCodec<string>
{
    public static string Read(ref Utf8JsonReader reader, ref bool isInexact) => ProblemCodec.Read(ref reader, ref isInexact).Message;

    public static void Write(Utf8JsonWriter writer, string value, JsonWriteMode mode) => throw new NotSupportedException();
}

/// <summary>Answers and options that many tests use.</summary>
internal static class Given
{
    public static string Pet { get; } = RawServer.Answer(200, """{"name":"Rex"}""");

    /// <summary>Time stands still and nothing is limited: every timer that is made is a wait between attempts.</summary>
    public static ApiClientOptions Untimed(ManualTimeProvider time) => new()
    {
        TimeProvider = time,
        Timeout = Timeout.InfiniteTimeSpan,
        AttemptTimeout = Timeout.InfiniteTimeSpan,
    };

    public static ApiClientOptions NoRetry() => new() { Retry = new ApiRetryOptions { Enabled = false } };
}
