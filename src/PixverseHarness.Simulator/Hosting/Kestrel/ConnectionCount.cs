using Microsoft.AspNetCore.Connections;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>Counts open connections, and those that have a request under way.</summary>
internal sealed class ConnectionCount
{
    private int _open;
    private long _refused;
    private int _busy;

    /// <summary>Open connections.</summary>
    public long Open => Volatile.Read(ref _open);

    /// <summary>Open connections without a request.</summary>
    public long Idle => Math.Max(0, Volatile.Read(ref _open) - Volatile.Read(ref _busy));

    /// <summary>Connections that were closed because too many were open.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>Counts a new connection, or one that is refused because <paramref name="most"/> are open.</summary>
    public bool TryOpen(long most)
    {
        if (Interlocked.Increment(ref _open) <= most)
        {
            return true;
        }

        Interlocked.Decrement(ref _open);
        Interlocked.Increment(ref _refused);
        return false;
    }

    /// <summary>Notices when the connections that were let in come to their end.</summary>
    public ConnectionDelegate UntilClosed(ConnectionDelegate next) => async connection =>
    {
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
