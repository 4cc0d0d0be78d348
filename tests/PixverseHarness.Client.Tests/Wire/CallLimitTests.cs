using PixverseHarness.TestKit;

namespace PixverseHarness.Client.Tests.Wire;

public sealed class CallLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly MovedClock _clock = new();
    private readonly CallLimit _limit;

    public CallLimitTests() => _limit = new CallLimit(_clock);

    [Fact]
    public void Token_TimeOver_IsCancelledAtItsEnd()
    {
        _limit.Begin(CancellationToken.None);
        _limit.Arm(Limit);

        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.False(_limit.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(_limit.Token.IsCancellationRequested);
        Assert.False(_limit.TryEnd());
    }

    [Fact]
    public void Token_CallerGivesUp_IsCancelled()
    {
        using var caller = new CancellationTokenSource();
        _limit.Begin(caller.Token);

        caller.Cancel();

        Assert.True(_limit.IsOver);
        Assert.False(_limit.TryEnd());
    }

    [Fact]
    public void TryEnd_CallerGivesUpAfterwards_LeavesTheNextCallAlone()
    {
        using var first = new CancellationTokenSource();
        _limit.Begin(first.Token);
        Assert.True(_limit.TryEnd());
        _limit.Begin(CancellationToken.None);

        first.Cancel();

        Assert.False(_limit.IsOver);
    }

    [Fact]
    public void Arm_NextCall_HasTheWholeTimeToItself()
    {
        _limit.Begin(CancellationToken.None);
        _limit.Arm(Limit);
        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.True(_limit.TryEnd());
        _limit.Begin(CancellationToken.None);

        _limit.Arm(Limit);

        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.False(_limit.IsOver);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_limit.IsOver);
    }

    [Fact]
    public void Arm_ASecondTimeInOneCall_LeavesTheEndWhereItWas()
    {
        _limit.Begin(CancellationToken.None);
        _limit.Arm(Limit);
        _clock.Advance(TimeSpan.FromSeconds(20));

        _limit.Arm(Limit);

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(_limit.IsOver);
    }

    [Fact]
    public void Token_TimerOfAnEndedCallFiresLate_LeavesTheNextCallAlone()
    {
        var stray = new StrayTimers(_clock);
        var limit = new CallLimit(stray);
        limit.Begin(CancellationToken.None);
        limit.Arm(Limit);
        Assert.True(limit.TryEnd());
        stray.Fire();
        limit.Begin(CancellationToken.None);
        limit.Arm(Limit);

        stray.Fire();

        Assert.False(limit.IsOver);
    }

    // Timers that fire when they are told to, not when they are due.
    private sealed class StrayTimers(TimeProvider clock) : TimeProvider
    {
        private Action _fire = static () => { };

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire += () => callback(state);
            return new Still();
        }

        public void Fire() => _fire();

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
