using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests.Edges;

/// <summary>The timer keeps real time, so the tests hold it to an order of instants and never to a length of time.</summary>
public sealed class FineTimerTests
{
    private static readonly TimeProvider Clock = SystemEdges.Open(CancellationToken.None).Clock;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private readonly TaskCompletionSource<long> _calledAt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1.7)]
    [InlineData(25)]
    public async Task Change_DueTime_CallsBackWhenItIsOverAndNotBefore(double milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        await using var timer = NewTimer();
        var start = Clock.GetTimestamp();

        timer.Change(time, Timeout.InfiniteTimeSpan);

        Assert.True(Clock.GetElapsedTime(start, await CalledAtAsync()) >= time - TimeSpan.FromTicks(1));
    }

    [Fact]
    public async Task Change_EarlierThanTheThreadSleeps_WakesIt()
    {
        await using var timer = NewTimer();
        timer.Change(Long, Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);

        await CalledAtAsync();
    }

    [Fact]
    public async Task Change_AfterItWasSwitchedOff_StartsItAgain()
    {
        await using var timer = NewTimer();
        timer.Change(Long, Timeout.InfiniteTimeSpan);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Assert.False(_calledAt.Task.IsCompleted);

        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await CalledAtAsync();
    }

    [Fact]
    public async Task Change_Period_CallsBackAgainAndAgain()
    {
        var calls = 0;
        await using var timer = new FineClock(Clock).CreateTimer(
            _ =>
            {
                if (Interlocked.Increment(ref calls) == 3)
                {
                    _calledAt.TrySetResult(0);
                }
            },
            state: null,
            TimeSpan.FromMilliseconds(1),
            TimeSpan.FromMilliseconds(1));

        await CalledAtAsync();

        Assert.True(Volatile.Read(ref calls) >= 3);
    }

    [Fact]
    public async Task Change_FromItsOwnCallback_SetsTheNextCall()
    {
        var calls = 0;
        ITimer? timer = null;
        timer = new FineClock(Clock).CreateTimer(
            _ =>
            {
                if (++calls == 2)
                {
                    _calledAt.SetResult(0);
                }
                else
                {
                    timer!.Change(TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                }
            },
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await CalledAtAsync();

        Assert.Equal(2, calls);
        await timer.DisposeAsync();
    }

    [Fact]
    public void Change_Disposed_IsRefused()
    {
        var timer = NewTimer();
        timer.Dispose();

        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    private ITimer NewTimer() => new FineClock(Clock).CreateTimer(
        _ => _calledAt.TrySetResult(Clock.GetTimestamp()), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private Task<long> CalledAtAsync() => _calledAt.Task.WaitAsync(Patience, Clock);
}
