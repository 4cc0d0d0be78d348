using Microsoft.AspNetCore.Connections;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>Counts open connections, and those that have a request under way.</summary>
internal sealed class ConnectionCount
{
    private int _open;
    private int _busy;

    /// <summary>Open connections.</summary>
    public long Open => Volatile.Read(ref _open);

    /// <summary>Open connections without a request.</summary>
    public long Idle => Math.Max(0, Volatile.Read(ref _open) - Volatile.Read(ref _busy));

    /// <summary>Counts the connections that come through here.</summary>
    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _open);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    };

    /// <summary>A request begins.</summary>
    public void Begin() => Interlocked.Increment(ref _busy);

    /// <summary>A request has ended.</summary>
    public void End() => Interlocked.Decrement(ref _busy);
}
