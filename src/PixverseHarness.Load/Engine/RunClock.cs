namespace PixverseHarness.Load.Engine;

/// <summary>Instants of a run as offsets from its start, on the injected clock.</summary>
internal sealed class RunClock
{
    private readonly TimeProvider _clock;
    private readonly long _start;

    public RunClock(TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        StartedAt = clock.GetUtcNow();
    }

    /// <summary>The wall-clock instant of the start: a label, and the anchor for instants that a service names.</summary>
    public DateTimeOffset StartedAt { get; }

    public TimeSpan Now => _clock.GetElapsedTime(_start);

    public DateTimeOffset UtcNow => StartedAt + Now;

    /// <summary>The offset of a wall-clock instant; negative if it lies before the start.</summary>
    public TimeSpan OffsetOf(DateTimeOffset instant) => instant - StartedAt;
}
