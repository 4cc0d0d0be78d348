namespace PixverseHarness.Cli.Edges;

/// <summary>A thread that sleeps until an instant and then calls back, itself.</summary>
internal sealed class FineTimer : ITimer
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private long? _due;
    private long? _sleepsUntil;
    private bool _isStarted;
    private bool _isDisposed;

    public FineTimer(TimeProvider clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
    }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return false;
            }

            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : InstantAfter(dueTime);
            if (!_isStarted && _due is not null)
            {
                _isStarted = true;
                new Thread(Run) { IsBackground = true, Name = "pixverse timer" }.Start();
            }
            else if (_due < (_sleepsUntil ?? long.MaxValue))
            {
                // Only for an earlier end: a thread that wakes up too soon goes to sleep again.
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run()
    {
        while (AwaitDue())
        {
            _callback(_state);
        }
    }

    private bool AwaitDue()
    {
        lock (_gate)
        {
            while (!_isDisposed)
            {
                _sleepsUntil = _due;
                if (_due is not { } due)
                {
                    Monitor.Wait(_gate);
                }
                else if (_clock.GetElapsedTime(_clock.GetTimestamp(), due) is var left && left > TimeSpan.Zero)
                {
                    Monitor.Wait(_gate, (int)Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue));
                }
                else
                {
                    _due = _period > TimeSpan.Zero ? due + Ticks(_period) : null;
                    _sleepsUntil = 0;
                    return true;
                }
            }

            return false;
        }
    }

    private long InstantAfter(TimeSpan time) => _clock.GetTimestamp() + Ticks(time);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _clock.TimestampFrequency);
}
