namespace PixverseHarness.Load.VirtualTime;

/// <summary>A timer of a <see cref="VirtualClock"/>. Every change makes it another version, which outdates what the clock still holds of it.</summary>
internal sealed class VirtualTimer : ITimer
{
    private readonly VirtualClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimeSpan _period;

    public VirtualTimer(VirtualClock clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
    }

    public long Version { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Version++;
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _clock.Schedule(this, dueTime);
        }

        return true;
    }

    public void Fire()
    {
        Version++;
        if (_period > TimeSpan.Zero)
        {
            _clock.Schedule(this, _period);
        }

        _callback(_state);
    }

    public void Dispose() => Version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
