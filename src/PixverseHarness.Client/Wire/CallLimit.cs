namespace PixverseHarness.Client;

/// <summary>
/// The time limit of a call: a token that is cancelled by the caller, or once the time is over. Used again by later calls as
/// long as neither happened, because sources, registrations and timers would be a good part of what a poll allocates. It is not
/// disposed: a source without a timer of its own holds nothing, and its cancellation may be under way when the call ends.
/// </summary>
internal sealed class CallLimit
{
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMilliseconds(1);
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource source = new();
    private CancellationTokenRegistration caller;
    private ITimer? timer;
    private bool isArmed;
    private long due;

    public CallLimit(TimeProvider clock) => this.clock = clock;

    public CancellationToken Token => source.Token;

    public bool IsOver => source.IsCancellationRequested;

    /// <summary>Follows the caller's token.</summary>
    public void Begin(CancellationToken token) =>
        caller = token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);

    /// <summary>Sets the end, unless it is set already.</summary>
    public void Arm(TimeSpan left)
    {
        if (isArmed)
        {
            return;
        }

        isArmed = true;
        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        Volatile.Write(ref due, Math.Max(1, clock.GetTimestamp() + (long)(left.TotalSeconds * clock.TimestampFrequency)));
        timer ??= clock.CreateTimer(static limit => ((CallLimit)limit!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the call's use; whether another call may use it.</summary>
    public bool TryEnd()
    {
        var wasLeft = caller == default || caller.Unregister();
        caller = default;
        if (isArmed)
        {
            // A timer that fires all the same finds no end to reach, or another call's, which it does not reach.
            wasLeft &= Interlocked.Exchange(ref due, 0) != 0;
            timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            isArmed = false;
        }

        return wasLeft && !source.IsCancellationRequested;
    }

    // Timers may fire early, and one that an ended call had set may fire during the next: only the clock says whether it is time.
    private void OnTimer()
    {
        var end = Volatile.Read(ref due);
        if (end == 0)
        {
            return;
        }

        var left = clock.GetElapsedTime(clock.GetTimestamp(), end);
        if (left > TimeSpan.Zero)
        {
            timer!.Change(left > ShortestRetry ? left : ShortestRetry, Timeout.InfiniteTimeSpan);
        }
        else if (Interlocked.CompareExchange(ref due, 0, end) == end)
        {
            source.Cancel();
        }
    }
}
