using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>How long every request took as the web server of this process itself measured it.</summary>
internal sealed class ServerTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Method, TimeSpan Took)> _requests = new();

    /// <summary>Starts to listen.</summary>
    public ServerTimes()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: "http.server.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "http.request.method")
                {
                    _requests.Enqueue(((string)value!, TimeSpan.FromSeconds(seconds)));
                }
            }
        });
        _listener.Start();
    }

    /// <summary>The longest requests of a method, so many.</summary>
    public TimeSpan[] Longest(string method, int count) =>
        [.. _requests.Where(r => r.Method == method).Select(static r => r.Took).OrderDescending().Take(count)];

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
