namespace OgGen;

/// <summary>
/// A limiter that learns the service's rate from its 429s: it sends evenly, faster and faster while callers wait and nothing is refused; a
/// 429 stops everybody for as long as the service asks, and goes on at seven tenths of the rate, growing slowly from there.
/// </summary>
/// <remarks>Callers are served in order. The rate grows only while somebody waits: what was never tried is not learned.</remarks>
public sealed class ApiRateLimiter : IApiRateLimiter
{
    private const double Slowest = 0.1;
    private const double Fastest = 10_000;
    private const double Decrease = 0.7;

    // Of each success, in permits per second: doubles the rate in a second until the first 429, then adds 5 % in a second.
    private const double FirstIncrease = 1;
    private const double LaterIncrease = 0.05;

    private static readonly TimeSpan s_defaultPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private double _rate;
    private double _increase = FirstIncrease;
    private double _permits = 1;
    private TimeSpan _countedAt;
    private TimeSpan _pausedUntil;
    private bool _serving;

    /// <summary>Creates a limiter.</summary>
    /// <param name="permitsPerSecond">The rate to start with, until a 429 or its absence teaches another. 10 by default.</param>
    /// <param name="timeProvider">What measures time; tests replace it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 0.1 and 10,000.</exception>
    public ApiRateLimiter(double permitsPerSecond = 10, TimeProvider? timeProvider = null)
    {
        if (permitsPerSecond is not (>= Slowest and <= Fastest))
        {
            throw new ArgumentOutOfRangeException(
                nameof(permitsPerSecond), permitsPerSecond, "A rate is between 0.1 and 10,000 per second.");
        }

        _rate = permitsPerSecond;
        _time = timeProvider ?? TimeProvider.System;
        _origin = _time.GetTimestamp();
    }

    /// <summary>The rate that was learned until now.</summary>
    public double PermitsPerSecond
    {
        get
        {
            lock (_waiting)
            {
                return _rate;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        TaskCompletionSource turn;
        lock (_waiting)
        {
            if (_waiting.Count == 0 && TryTake())
            {
                return default;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            if (!_serving)
            {
                _serving = true;

                // It serves all callers and should hold on to none's context.
                using (ExecutionContext.SuppressFlow())
                {
                    _ = ServeAsync();
                }
            }
        }

        return new ValueTask(WaitForAsync(turn, cancellationToken));
    }

    /// <inheritdoc/>
    public void ReportThrottled(TimeSpan? retryAfter)
    {
        TimeSpan pause = retryAfter is { } asked && asked > TimeSpan.Zero ? asked : s_defaultPause;
        lock (_waiting)
        {
            TimeSpan now = Now;
            if (now >= _pausedUntil)
            {
                // The first 429 is enough; the others are responses to what was under way with it.
                _rate = Math.Max(Slowest, _rate * Decrease);
                _increase = LaterIncrease;
            }

            TimeSpan until = now + (pause < s_longestPause ? pause : s_longestPause);
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
            _permits = 0;
            _countedAt = _pausedUntil;
        }
    }

    /// <inheritdoc/>
    public void ReportSuccess()
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0 && Now >= _pausedUntil)
            {
                Count();
                _rate = Math.Min(Fastest, _rate + _increase);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    private static async Task WaitForAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token), turn);
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Lets one after the other go, until nobody waits.</summary>
    private async Task ServeAsync()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_waiting)
            {
                LetGo();
                if (_waiting.Count == 0)
                {
                    _serving = false;
                    return;
                }

                wait = UntilNextPermit();
            }

            await Task.Delay(wait, _time).ConfigureAwait(false);
        }
    }

    private void LetGo()
    {
        while (_waiting.TryPeek(out TaskCompletionSource? turn))
        {
            // Who was cancelled takes no permit.
            if (!turn.Task.IsCompleted)
            {
                if (!TryTake())
                {
                    return;
                }

                if (!turn.TrySetResult())
                {
                    _permits++;
                }
            }

            _waiting.Dequeue();
        }
    }

    private bool TryTake()
    {
        Count();
        if (_permits < 1 || Now < _pausedUntil)
        {
            return false;
        }

        _permits--;
        return true;
    }

    private void Count()
    {
        TimeSpan now = Now;
        if (now > _countedAt)
        {
            // A tenth of a second's permits may be used at once, or timers would be the limit at high rates.
            _permits = Math.Min(Math.Max(1, _rate / 10), _permits + (_rate * (now - _countedAt).TotalSeconds));
            _countedAt = now;
        }
    }

    private TimeSpan UntilNextPermit()
    {
        TimeSpan due = _countedAt + TimeSpan.FromSeconds(Math.Max(0, 1 - _permits) / _rate);
        TimeSpan wait = (due > _pausedUntil ? due : _pausedUntil) - Now;

        // Timers count whole milliseconds and drop the rest.
        return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
    }
}
