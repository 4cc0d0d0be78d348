using System.Collections.Concurrent;

namespace PixverseHarness.Load.VirtualTime;

/// <summary>The queue of a <see cref="VirtualPump"/>. A post from a foreign thread is kept as a failure and thrown on the pump's own thread.</summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private readonly ConcurrentQueue<string> _intruders = new();
    private readonly Thread _owner = Thread.CurrentThread;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == _owner)
        {
            _ready.Enqueue((d, state));
        }
        else
        {
            _intruders.Enqueue(d.Method.DeclaringType?.FullName ?? d.Method.Name);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Blocking calls have no place in virtual time; await instead.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs everything that is ready, and what that makes ready.</summary>
    public void RunAll()
    {
        ThrowIfIntruded();
        while (_ready.TryDequeue(out var work))
        {
            work.Callback(work.State);
            ThrowIfIntruded();
        }
    }

    /// <summary>Throws if a foreign thread has posted.</summary>
    public void ThrowIfIntruded()
    {
        if (_intruders.TryPeek(out var who))
        {
            throw VirtualTimeException.ForeignThread(who);
        }
    }
}
