namespace PixverseHarness.Load.Engine;

/// <summary>Wishes to stop, from any thread; the engine's loop obeys them.</summary>
internal sealed class StopRequests
{
    private readonly Lock _lock = new();
    private (StopReason Reason, string? Text)? _drain;
    private bool _now;
    private bool _isInterrupted;

    /// <summary>The wish to drain; null if there is none. The first reason stays.</summary>
    public (StopReason Reason, string? Text)? Drain
    {
        get
        {
            lock (_lock)
            {
                return _drain;
            }
        }
    }

    /// <summary>Whether the drain is to be cut short, too.</summary>
    public bool Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public void RequestDrain(StopReason reason, string? text)
    {
        lock (_lock)
        {
            _drain ??= (reason, text);
        }
    }

    public void RequestNow(StopReason reason, string? text)
    {
        lock (_lock)
        {
            _drain ??= (reason, text);
            _now = true;
        }
    }

    /// <summary>The first interruption drains, the next one stops.</summary>
    public void Interrupt()
    {
        lock (_lock)
        {
            // Not the first wish to drain counts but the first interruption: whoever sent it was told that a second one stops.
            _now |= _isInterrupted;
            _isInterrupted = true;
            _drain ??= (StopReason.Interrupted, null);
        }
    }
}
