namespace PixverseHarness.Simulator.Time;

/// <summary>
/// The one clock of a session. Its UTC time is an epoch plus the monotonic time of the provider below it, so that
/// instants and durations never disagree. It can be frozen and moved forward; timers follow it.
/// </summary>
public sealed class SessionClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _below;
    private readonly long _startTimestamp;
    private readonly PriorityQueue<(ClockTimer Timer, long Version), (long Due, long Order)> _timers = new();
    private readonly ITimer _alarm;
    private Setting _setting;
    private long _order;

    /// <summary>Starts at the current UTC time of <paramref name="below"/>.</summary>
    /// <param name="below">The clock that drives this one while it runs.</param>
    /// <param name="frozen">Whether it starts frozen.</param>
    public SessionClock(TimeProvider below, bool frozen)
    {
        _below = below;
        _startTimestamp = below.GetTimestamp();
        StartTicks = below.GetUtcNow().UtcTicks;
        _setting = new Setting(StartTicks, frozen);
        _alarm = below.CreateTimer(static clock => ((SessionClock)clock!).OnAlarm(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The farthest instant to which the clock can be moved: the year 9000. The calendar ends with the year 9999, and jobs need instants ahead of them.</summary>
    public static long Latest { get; } = new DateTime(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>UTC ticks at which this clock started.</summary>
    public long StartTicks { get; }

    /// <summary>The current instant in UTC ticks of 100 ns.</summary>
    public long NowTicks => Read(Volatile.Read(ref _setting));

    /// <summary>Whether time stands still until it is moved.</summary>
    public bool IsFrozen => Volatile.Read(ref _setting).IsFrozen;

    /// <summary>Instant of the next timer; null when nothing waits for this clock.</summary>
    public DateTimeOffset? NextTimerAt
    {
        get
        {
            lock (_gate)
            {
                while (_timers.TryPeek(out var entry, out var next))
                {
                    if (entry.Version == entry.Timer.Version)
                    {
                        return new DateTimeOffset(next.Due, TimeSpan.Zero);
                    }

                    _timers.Dequeue();
                }

                return null;
            }
        }
    }

    /// <summary>Ticks of 100 ns, so that a timestamp is an instant in UTC ticks.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => NowTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(NowTicks, TimeSpan.Zero);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Stops time. Freezing a frozen clock changes nothing.</summary>
    public void Freeze()
    {
        lock (_gate)
        {
            if (!_setting.IsFrozen)
            {
                Volatile.Write(ref _setting, new Setting(ReadLocked(), true));
            }

            SetAlarmLocked();
        }
    }

    /// <summary>Lets time run on from where it stands. Resuming a running clock changes nothing.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (_setting.IsFrozen)
            {
                Volatile.Write(ref _setting, new Setting(_setting.Base - ElapsedBelow(), false));
            }
        }

        OnAlarm();
    }

    /// <summary>Moves time forward; timers that fall due fire in order, each at its own instant when time is frozen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var now = NowTicks;
        AdvanceTo(by.Ticks > Latest - now ? Latest : now + by.Ticks);
    }

    /// <summary>Moves time forward to an instant in UTC ticks; an instant in the past changes nothing, one beyond <see cref="Latest"/> counts as that.</summary>
    public void AdvanceTo(long instant)
    {
        instant = Math.Min(instant, Latest);
        while (true)
        {
            ClockTimer? due = null;
            lock (_gate)
            {
                var now = ReadLocked();
                if (instant <= now)
                {
                    break;
                }

                if (_timers.TryPeek(out _, out var next) && next.Due <= instant)
                {
                    MoveLocked(Math.Max(next.Due, now));
                    due = TakeDueLocked();
                }
                else
                {
                    MoveLocked(instant);
                }
            }

            due?.Fire();
        }

        OnAlarm();
    }

    /// <summary>
    /// Waits until an instant in UTC ticks. Exact to the tick, which <see cref="Task.Delay(TimeSpan, TimeProvider)"/> is
    /// not: it cuts off what is below a millisecond, and would spin on a frozen clock.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task DelayUntilAsync(long instant, CancellationToken cancellationToken)
    {
        for (var left = instant - NowTicks; left > 0; left = instant - NowTicks)
        {
            var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var timer = CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), due, TimeSpan.FromTicks(left), Timeout.InfiniteTimeSpan);
            using var cancelled = cancellationToken.Register(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), due);
            await due.Task;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        var fireNow = false;
        lock (_gate)
        {
            timer.Version++;
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                fireNow = dueTime <= TimeSpan.Zero && period <= TimeSpan.Zero;
                if (!fireNow)
                {
                    _timers.Enqueue((timer, timer.Version), (ReadLocked() + dueTime.Ticks, _order++));
                    SetAlarmLocked();
                }
            }
        }

        if (fireNow)
        {
            timer.Fire();
        }
    }

    private void OnAlarm()
    {
        while (true)
        {
            ClockTimer? due;
            lock (_gate)
            {
                due = TakeDueLocked();
                if (due is null)
                {
                    SetAlarmLocked();
                    return;
                }
            }

            due.Fire();
        }
    }

    private ClockTimer? TakeDueLocked()
    {
        while (_timers.TryPeek(out var entry, out var key) && key.Due <= ReadLocked())
        {
            _timers.Dequeue();
            var timer = entry.Timer;
            if (entry.Version != timer.Version)
            {
                continue;
            }

            if (timer.Period > TimeSpan.Zero)
            {
                _timers.Enqueue(entry, (key.Due + timer.Period.Ticks, _order++));
            }

            return timer;
        }

        return null;
    }

    private void SetAlarmLocked()
    {
        if (_setting.IsFrozen || !_timers.TryPeek(out _, out var next))
        {
            _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // The clock below may fire early and counts in milliseconds at best: round up, and OnAlarm checks again.
        var wait = Math.Max(0, next.Due - ReadLocked());
        var milliseconds = Math.Min((wait + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, int.MaxValue);
        _alarm.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private long ReadLocked() => Read(_setting);

    private long Read(Setting setting) => setting.IsFrozen ? setting.Base : setting.Base + ElapsedBelow();

    private long ElapsedBelow() => _below.GetElapsedTime(_startTimestamp).Ticks;

    private void MoveLocked(long instant) =>
        Volatile.Write(ref _setting, _setting with { Base = _setting.Base + instant - ReadLocked() });

    // Replaced as a whole under the lock, so that readers need none: every poll reads the clock.
    private sealed record Setting(long Base, bool IsFrozen);
}
