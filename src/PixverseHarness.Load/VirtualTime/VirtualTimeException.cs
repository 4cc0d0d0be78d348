using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.VirtualTime;

/// <summary>Code on virtual time did something that only works on real time.</summary>
public sealed class VirtualTimeException : InvalidOperationException
{
    private VirtualTimeException(string message)
        : base(message)
    {
    }

    internal static VirtualTimeException ForeignThread(string who) =>
        new($"Work for the virtual pump came from another thread (\"{who}\"), so the run would not repeat; keep the thread pool, real timers and sockets out of it.");

    internal static VirtualTimeException NothingLeft(TimeSpan elapsed) =>
        new($"At {DurationText.Format(elapsed)} of virtual time everything waits and no timer is left to end the wait; is something waiting for another thread?");
}
