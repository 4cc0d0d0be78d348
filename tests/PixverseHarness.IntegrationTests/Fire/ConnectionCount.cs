using System.Diagnostics.Metrics;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>How many connections Kestrel holds open on a port, by its own count.</summary>
internal sealed class ConnectionCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _open;
    private long _changes;

    public ConnectionCount(int port)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "kestrel.active_connections", Meter.Name: "Microsoft.AspNetCore.Server.Kestrel" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "server.port" && tag.Value is int number && number == port)
                {
                    Interlocked.Add(ref _open, change);
                    Interlocked.Increment(ref _changes);
                }
            }
        });
        _listener.Start();
    }

    /// <summary>Connections open now.</summary>
    public long Open => Interlocked.Read(ref _open);

    /// <summary>How often a connection was opened or closed: 0 means that nothing was counted at all.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public void Dispose() => _listener.Dispose();
}
