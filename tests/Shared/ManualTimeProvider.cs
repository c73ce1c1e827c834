namespace OgGen.Tests.Shared;

/// <summary>Time that stands still until a test moves it; its timers fire while it is moved.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2026, 11, 22, 13, 14, 15, TimeSpan.Zero);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The waits that <see cref="DriveAsync{T}"/> let pass.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _ticks;
        }
    }

    /// <summary>Sets the wall clock alone, as an administrator does; the monotonic clock goes on.</summary>
    public void SetWallClock(DateTimeOffset now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

    /// <summary>Moves both clocks and fires what is due on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        long end = GetTimestamp() + by.Ticks;
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
                Move(due?.Due ?? end);
                if (due is not null)
                {
                    _timers.Remove(due);
                }
            }

            if (due is null)
            {
                return;
            }

            due.Fire();
        }
    }

    /// <summary>Waits until a timer is pending, and says how long it still has to run.</summary>
    public async Task<TimeSpan> WaitForTimerAsync(Func<TimeSpan, bool>? matches = null)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                foreach (ManualTimer timer in _timers)
                {
                    var left = TimeSpan.FromTicks(timer.Due - _ticks);
                    if (matches is null || matches(left))
                    {
                        return left;
                    }
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Lets every timer fire at once until the call has ended; the waits are in <see cref="Waits"/>.</summary>
    public async Task<T> DriveAsync<T>(Task<T> call)
    {
        using var ended = new CancellationTokenSource();
        while (true)
        {
            Task<TimeSpan> timer = WaitForTimerAsync();
            if (await Task.WhenAny(call, timer) == call)
            {
                _ = timer.ContinueWith(static t => t.Exception, TaskScheduler.Default);
                return await call;
            }

            TimeSpan wait = await timer;
            Waits.Add(wait);
            Advance(wait);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Move(long ticks)
    {
        _now += TimeSpan.FromTicks(ticks - _ticks);
        _ticks = ticks;
    }

    private void Changed()
    {
        TaskCompletionSource changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public long Due { get; private set; }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._lock)
            {
                owner._timers.Remove(this);
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = owner._ticks + dueTime.Ticks;
                    owner._timers.Add(this);
                    owner.Changed();
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
