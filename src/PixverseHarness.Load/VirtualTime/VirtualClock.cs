namespace PixverseHarness.Load.VirtualTime;

/// <summary>
/// A clock that stands still while code runs and jumps to the next timer when nothing is left to run, so that hours pass in
/// seconds. <see cref="VirtualPump"/> moves it; it belongs to the pump's thread.
/// </summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly PriorityQueue<(VirtualTimer Timer, long Version), (long Due, long Sequence)> _timers = new();
    private readonly DateTimeOffset _start;
    private long _ticks;
    private long _sequence;

    /// <summary>Starts at midnight UTC on 1 January 2027.</summary>
    public VirtualClock()
        : this(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at <paramref name="start"/>.</summary>
    public VirtualClock(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <summary>How much time has passed on this clock.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_ticks);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long GetTimestamp() => _ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Lets time pass while the caller is busy, as a stopped process or a blocking call would: nothing fires meanwhile, and
    /// what fell due fires late.
    /// </summary>
    public void Stall(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        _ticks += duration.Ticks;
    }

    /// <summary>Asks for <paramref name="timer"/> to fire after <paramref name="dueTime"/>; timers due together fire in the order of asking.</summary>
    internal void Schedule(VirtualTimer timer, TimeSpan dueTime) =>
        _timers.Enqueue((timer, timer.Version), (_ticks + dueTime.Ticks, _sequence++));

    /// <summary>Moves to the next instant at which a timer is due and fires it; false if none is waiting.</summary>
    internal bool FireNext()
    {
        while (_timers.TryDequeue(out var entry, out var key))
        {
            if (entry.Timer.Version == entry.Version)
            {
                _ticks = Math.Max(_ticks, key.Due);
                entry.Timer.Fire();
                return true;
            }
        }

        return false;
    }
}
