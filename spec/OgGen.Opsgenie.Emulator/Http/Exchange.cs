using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>One request and its answer on the wire: read, record, dispatch, write, with the faults that strike it.</summary>
internal sealed class Exchange(
    Dispatcher dispatcher, EmulatorFaults faults, RequestJournal journal, TimeProvider clock, Func<string> newRequestId)
{
    public async Task RunAsync(HttpContext context)
    {
        long start = clock.GetTimestamp();
        string requestId = newRequestId();
        var strike = Strike.None;
        Answer answer;
        try
        {
            (byte[] body, bool tooLarge) = await ReadBodyAsync(context).ConfigureAwait(false);
            IncomingRequest request = Describe(context, body, requestId);
            journal.Add(request);
            strike = faults.Choose(dispatcher.OperationOf(request));
            await WaitAsync(strike.WaitBefore, context.RequestAborted).ConfigureAwait(false);
            answer = strike is { Kind: not null, IsBeforeEffect: true } ? new Answer(200, [])
                : tooLarge ? Answers.TooLarge()
                : dispatcher.Dispatch(request);
            await WaitAsync(strike.WaitAfter, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (IOException or OperationCanceledException))
        {
            // A fault of the emulator itself. The test that met it must be able to see it.
            answer = Answers.EmulatorFault(exception);
        }

        var writer = new AnswerWriter(context, requestId, clock.GetElapsedTime(start));
        await (strike.Kind switch
        {
            null => writer.WriteAsync(answer),
            FaultKind.StatusFault status => writer.WriteAsync(status),
            FaultKind.RateLimitFault limit => writer.WriteAsync(Answers.TooManyRequests(limit.PeriodInSeconds)),
            FaultKind.GarbageFault garbage => writer.WriteAsync(answer, garbage.Body),
            FaultKind.TruncateFault truncate => writer.WriteTruncatedAsync(answer, truncate.AfterBytes),
            _ => writer.Reset(),
        }).ConfigureAwait(false);
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, clock, cancellationToken) : Task.CompletedTask;

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

        return buffer.Length > LoopbackServer.MaxBodyBytes ? ([], true) : (buffer.ToArray(), false);
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
}
