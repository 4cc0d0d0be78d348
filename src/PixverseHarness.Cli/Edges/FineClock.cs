namespace PixverseHarness.Cli.Edges;

/// <summary>
/// The system's clock with timers that are late by a millisecond at most, each on a thread of its own: for the engine's one
/// timer. Those of the runtime read a coarse clock and come in steps of it, four milliseconds on many kernels.
/// </summary>
internal sealed class FineClock : TimeProvider
{
    private readonly TimeProvider _system;

    /// <param name="system">Tells the time.</param>
    public FineClock(TimeProvider system) => _system = system;

    /// <inheritdoc/>
    public override long TimestampFrequency => _system.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _system.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => _system.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _system.GetUtcNow();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FineTimer(_system, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
