using System.Runtime.InteropServices;

namespace PixverseHarness.Cli.Edges;

/// <summary>
/// Turns SIGINT (Ctrl-C) and SIGTERM into a request to stop. The first one asks; from then on the signals have their
/// usual effect again, so that the second one ends the process, unless a verb has taken that one over.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly CancellationTokenSource _second = new();
    private int _asked;
    private volatile bool _secondIsTaken;

    /// <summary>Starts to listen.</summary>
    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, Receive))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Takes the second signal over; the token is cancelled by it.</summary>
    public CancellationToken TakeSecond()
    {
        _secondIsTaken = true;
        return _second.Token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
        _second.Dispose();
    }

    private void Receive(PosixSignalContext signal)
    {
        switch (Interlocked.Increment(ref _asked))
        {
            case 1:
                signal.Cancel = true;
                _stop.Cancel();
                break;
            case 2 when _secondIsTaken:
                signal.Cancel = true;
                _second.Cancel();
                break;
        }
    }
}
