namespace OgGen;

/// <summary>How an attempt ended: with a response, whatever its status, or with an exception.</summary>
internal readonly struct Outcome
{
    private Outcome(ReceivedResponse? result, Exception? exception)
    {
        Result = result;
        Exception = exception;
    }

    public ReceivedResponse? Result { get; }

    public Exception? Exception { get; }

    public static Outcome FromResult(ReceivedResponse result) => new(result, null);

    public static Outcome FromException(Exception exception) => new(null, exception);
}
