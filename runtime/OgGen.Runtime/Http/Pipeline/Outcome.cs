namespace OgGen;

/// <summary>How an attempt ended: with an answer, whatever its status, or with an exception.</summary>
internal readonly struct Outcome
{
    private Outcome(ApiReply? result, Exception? exception)
    {
        Result = result;
        Exception = exception;
    }

    public ApiReply? Result { get; }

    public Exception? Exception { get; }

    public static Outcome FromResult(ApiReply result) => new(result, null);

    public static Outcome FromException(Exception exception) => new(null, exception);
}
