using System.Net;
using Microsoft.AspNetCore.Connections;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>
/// Sockets that are closed as they come once too many are open, before anything else is done for them. Kestrel's own limit lets
/// every one in and closes it later, on the pool: a rush of them takes all the descriptors of the process, and with them its life.
/// </summary>
/// <param name="inner">Listens.</param>
/// <param name="connections">Counts.</param>
/// <param name="most">Most connections at a time.</param>
internal sealed class BoundedTransport(IConnectionListenerFactory inner, ConnectionCount connections, long most) : IConnectionListenerFactory
{
    /// <inheritdoc/>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await inner.BindAsync(endpoint, cancellationToken), connections, most);

    private sealed class Listener(IConnectionListener inner, ConnectionCount connections, long most) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await inner.AcceptAsync(cancellationToken) is { } connection)
            {
                if (connections.TryOpen(most))
                {
                    return connection;
                }

                connection.Abort();
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
