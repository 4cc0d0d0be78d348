namespace PixverseHarness.Simulator.Time;

/// <summary>A timer of a <see cref="SessionClock"/>. A change makes queued entries of earlier versions void.</summary>
internal sealed class ClockTimer(SessionClock clock, TimerCallback callback, object? state) : ITimer
{
    public long Version { get; set; }

    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Schedule(this, dueTime, period);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
