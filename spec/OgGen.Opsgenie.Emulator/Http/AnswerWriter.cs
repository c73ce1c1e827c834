using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>Writes the answer to one request, whole or as a fault leaves it.</summary>
internal sealed class AnswerWriter(HttpContext context, string requestId, TimeSpan elapsed)
{
    // Relaxed: the real service does not escape non-ASCII letters either.
    private static readonly JsonWriterOptions s_writerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Never 0, so that `took` is a fraction as in every sample, with a stopped clock too.
    private readonly double _took = Math.Max(0.001, Math.Round(elapsed.TotalSeconds, 3));

    public Task WriteAsync(Answer answer) => WriteAsync(answer, Serialize(answer));

    public Task WriteAsync(Answer answer, byte[] body) => WriteAsync(answer.Status, answer.Headers, body, body.Length);

    public Task WriteAsync(FaultKind.StatusFault fault)
    {
        byte[] body = fault.Body is { } text
            ? Encoding.UTF8.GetBytes(text)
            : Serialize(new Answer(fault.Code, new JsonObject { ["message"] = $"Injected fault: status {fault.Code}." }));
        return WriteAsync(fault.Code, fault.Headers, body, body.Length);
    }

    public Task WriteTruncatedAsync(Answer answer, int afterBytes)
    {
        byte[] body = Serialize(answer);
        return WriteAsync(answer.Status, answer.Headers, body, Math.Min(afterBytes, body.Length - 1));
    }

    public Task Reset()
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private byte[] Serialize(Answer answer)
    {
        JsonObject body = answer.Body;
        body["took"] = _took;
        body["requestId"] = requestId;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_writerOptions))
        {
            body.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>Sends so many bytes of a body whose whole length is announced; Kestrel closes the connection after fewer.</summary>
    private async Task WriteAsync(int status, IReadOnlyDictionary<string, string> headers, byte[] body, int bytesToSend)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers["X-Request-ID"] = requestId;
        response.Headers["X-Response-Time"] = _took.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-State"] = "OK";
        foreach ((string name, string value) in headers)
        {
            response.Headers[name] = value;
        }

        // An answer that has no body by its status must not announce one.
        bool hasBody = status is not (204 or 205 or 304);
        if (hasBody)
        {
            response.ContentLength = body.Length;
        }

        if (hasBody && !HttpMethods.IsHead(context.Request.Method))
        {
            if (bytesToSend == 0)
            {
                await response.StartAsync(context.RequestAborted).ConfigureAwait(false);
            }

            await response.Body.WriteAsync(body.AsMemory(0, bytesToSend), context.RequestAborted).ConfigureAwait(false);
        }
    }
}
