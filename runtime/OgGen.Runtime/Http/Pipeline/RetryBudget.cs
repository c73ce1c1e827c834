namespace OgGen;

/// <summary>
/// The repetitions that all calls of a client share (a token bucket), so that a service that is down gets little more
/// traffic than one that is up.
/// </summary>
internal sealed class RetryBudget(int capacity)
{
    // In tenths: a repetition costs ten, a success gives one back.
    private const int Cost = 10;

    private readonly int _capacity = (int)Math.Min(capacity * (long)Cost, int.MaxValue);
    private int _tokens = (int)Math.Min(capacity * (long)Cost, int.MaxValue);

    public bool TryTake()
    {
        while (true)
        {
            int tokens = Volatile.Read(ref _tokens);
            if (tokens < Cost)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _tokens, tokens - Cost, tokens) == tokens)
            {
                return true;
            }
        }
    }

    public void Refill()
    {
        int tokens = Volatile.Read(ref _tokens);
        while (tokens < _capacity)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, tokens + 1, tokens);
            if (seen == tokens)
            {
                return;
            }

            tokens = seen;
        }
    }
}
