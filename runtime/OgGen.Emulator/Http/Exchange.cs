using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OgGen.Emulator.Http;

/// <summary>One request and its answer on the wire: read, record, dispatch, write.</summary>
internal sealed class Exchange(Dispatcher dispatcher, RequestJournal journal, TimeProvider clock, Func<string> newRequestId)
{
    // Relaxed: the real service does not escape non-ASCII letters either.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(HttpContext context)
    {
        long start = clock.GetTimestamp();
        string requestId = newRequestId();
        Answer answer;
        try
        {
            (byte[] body, bool tooLarge) = await ReadBodyAsync(context).ConfigureAwait(false);
            IncomingRequest request = Describe(context, body, requestId);
            journal.Add(request);
            answer = tooLarge ? Answers.TooLarge() : dispatcher.Dispatch(request);
        }
        catch (Exception exception) when (exception is not (IOException or OperationCanceledException))
        {
            // A fault of the emulator itself. The test that met it must be able to see it.
            answer = Answers.EmulatorFault(exception);
        }

        await WriteAsync(context, answer, requestId, clock.GetElapsedTime(start)).ConfigureAwait(false);
    }

    private static async Task<(byte[] Body, bool TooLarge)> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], true);
        }

        return (buffer.ToArray(), false);
    }

    private static IncomingRequest Describe(HttpContext context, byte[] body, string requestId)
    {
        // The raw target: `context.Request.Path` is decoded and normalized already, so "a%2Fb" and "a/b" would be one path.
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int question = target.IndexOf('?', StringComparison.Ordinal);
        return new IncomingRequest(
            context.Request.Method,
            question < 0 ? target : target[..question],
            question < 0 ? "" : target[question..],
            context.Request.Headers,
            body,
            requestId);
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, string requestId, TimeSpan elapsed)
    {
        // Never 0, so that `took` is a fraction as in every sample, with a stopped clock too.
        double took = Math.Max(0.001, Math.Round(elapsed.TotalSeconds, 3));
        JsonObject body = answer.Body;
        body["took"] = took;
        body["requestId"] = requestId;

        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.Headers["X-Request-ID"] = requestId;
        response.Headers["X-Response-Time"] = took.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-State"] = "OK";
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            body.WriteTo(writer);
        }

        response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted).ConfigureAwait(false);
        }
    }
}
