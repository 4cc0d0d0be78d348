namespace PixverseHarness.Load.Tests.Engine;

/// <summary>A clock whose timers count whole milliseconds and fire early, as real ones do.</summary>
internal sealed class HastyClock(TimeProvider exact) : TimeProvider
{
    public override long TimestampFrequency => exact.TimestampFrequency;

    public override long GetTimestamp() => exact.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => exact.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(exact.CreateTimer(callback, state, Hasten(dueTime), period));

    private static TimeSpan Hasten(TimeSpan dueTime) =>
        dueTime < Time.Milliseconds(2) ? dueTime : TimeSpan.FromMilliseconds(Math.Floor(dueTime.TotalMilliseconds - 0.7));

    private sealed class HastyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hasten(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
