using System.Runtime.InteropServices;

namespace PixverseHarness.Cli.Edges;

/// <summary>
/// Turns SIGINT (Ctrl-C) and SIGTERM into a request to stop. The first one asks; from then on the signals have their
/// usual effect again, so that the second one ends the process.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _asked;

    /// <summary>Starts to listen.</summary>
    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, Receive))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Receive(PosixSignalContext signal)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
        {
            signal.Cancel = true;
            _stop.Cancel();
        }
    }
}
