using System.Threading.Tasks.Sources;

namespace PixverseHarness.Load.Engine;

/// <summary>
/// What the engine's loop sleeps on: one timer for everything that is due, and a bell that any thread may ring. One waiter,
/// no allocation per wait.
/// </summary>
internal sealed class WakeSignal : IValueTaskSource, IDisposable
{
    // Real timers count whole milliseconds and fire up to one early; a second try with less than one would spin.
    private static readonly TimeSpan LeastRetry = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private const int Quiet = 0;
    private const int Rung = 1;
    private const int Waiting = 2;

    private readonly RunClock _clock;
    private readonly ITimer _timer;
    private ManualResetValueTaskSourceCore<bool> _source;
    private int _state;
    private TimeSpan? _armedFor;
    private volatile bool _fired;

    public WakeSignal(RunClock clock, TimeProvider time)
    {
        _clock = clock;
        _timer = time.CreateTimer(static state => ((WakeSignal)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the waiter on a thread of the pool, or spares the next one its wait.</summary>
    public void Ring() => Ring(runHere: false);

    /// <summary>
    /// Lets the waiter run on inside this call, or spares the next one its wait: a hop to another thread, once a poll, costs
    /// more than the engine itself. While it runs, a ring only spares it its next wait, so rings never nest.
    /// </summary>
    public void RingAndRun() => Ring(runHere: true);

    /// <summary>Waits for the bell, or roughly until <paramref name="due"/>: timers fire early, so the caller looks at the clock again.</summary>
    public ValueTask WaitUntilAsync(TimeSpan? due)
    {
        var wait = due - _clock.Now;
        if (wait <= TimeSpan.Zero)
        {
            return ValueTask.CompletedTask;
        }

        Arm(due, wait);
        _source.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Quiet) == Quiet)
        {
            return new ValueTask(this, _source.Version);
        }

        Volatile.Write(ref _state, Quiet);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _timer.Dispose();

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private void Ring(bool runHere)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state == Rung)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _state, state == Waiting ? Quiet : Rung, state) == state)
            {
                if (state == Waiting)
                {
                    _source.RunContinuationsAsynchronously = !runHere;
                    _source.SetResult(true);
                }

                return;
            }
        }
    }

    private void Arm(TimeSpan? due, TimeSpan? wait)
    {
        if (due == _armedFor && !_fired)
        {
            return;
        }

        var least = due == _armedFor ? LeastRetry : TimeSpan.Zero;
        _armedFor = due;
        _fired = false;
        var time = wait is not { } exact ? Timeout.InfiniteTimeSpan : exact < least ? least : exact > LongestWait ? LongestWait : exact;
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        _fired = true;
        RingAndRun();
    }
}
