using PixverseHarness.Simulator.Hosting;
using PixverseHarness.Simulator.Metrics;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>What all sessions of a twin share: the bound on held calls, what the host says of itself, and who counts.</summary>
internal sealed class SharedState(int maxHeldCalls)
{
    private int _heldCalls;
    private long _refusedCalls;
    private long _refusedSessions;

    /// <summary>Who counts; null while nobody does.</summary>
    public TwinMeter? Meter { get; set; }

    /// <summary>What serves the twin.</summary>
    public HostFacts Host { get; set; } = HostFacts.InProcess;

    /// <summary>Blocking calls that wait for their job.</summary>
    public int HeldCalls => Volatile.Read(ref _heldCalls);

    /// <summary>Blocking calls that were refused because too many were waiting.</summary>
    public long RefusedCalls => Interlocked.Read(ref _refusedCalls);

    /// <summary>Requests that were refused because they would have opened a session too many.</summary>
    public long RefusedSessions => Interlocked.Read(ref _refusedSessions);

    /// <summary>Takes a place for a blocking call; false when none is left.</summary>
    public bool TryHold()
    {
        if (Interlocked.Increment(ref _heldCalls) <= maxHeldCalls)
        {
            return true;
        }

        Interlocked.Decrement(ref _heldCalls);
        Interlocked.Increment(ref _refusedCalls);
        return false;
    }

    /// <summary>Gives the place back.</summary>
    public void Release() => Interlocked.Decrement(ref _heldCalls);

    /// <summary>Counts a session that was refused.</summary>
    public void RefuseSession() => Interlocked.Increment(ref _refusedSessions);
}
