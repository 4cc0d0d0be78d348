using PixverseHarness.Simulator.Time;
using PixverseHarness.TestKit;

namespace PixverseHarness.Simulator.Tests.Time;

public sealed class SessionClockTests
{
    private readonly MovedClock _below = new();

    [Fact]
    public void Advance_AgainAndAgain_StopsAtTheYear9000AndTheTwinStillAnswers()
    {
        var twin = new TwinUnderTest(new TwinOptions { ManualClock = true });

        for (var decade = 0; decade < 1_000; decade++)
        {
            twin.Core.Clock.Advance(TimeSpan.FromDays(3650));
        }

        twin.Core.Clock.Advance(TimeSpan.MaxValue);

        Assert.Equal(9000, twin.Core.Clock.GetUtcNow().Year);
        Assert.Equal(200, TwinUnderTest.StatusOf(twin.Status(twin.SubmitId())));
        Assert.Equal(200, TwinUnderTest.StatusOf(twin.Get("/__admin/jobs")));
    }

    [Fact]
    public void NowTicks_Running_FollowsTheClockBelow()
    {
        var clock = new SessionClock(_below, frozen: false);

        _below.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(clock.StartTicks + TimeSpan.FromSeconds(90).Ticks, clock.NowTicks);
        Assert.Equal(_below.GetUtcNow(), clock.GetUtcNow());
        Assert.Equal(clock.NowTicks, clock.GetTimestamp());
    }

    [Fact]
    public void Freeze_ThenResume_GoesOnFromWhereItStood()
    {
        var clock = new SessionClock(_below, frozen: false);
        _below.Advance(TimeSpan.FromSeconds(10));

        clock.Freeze();
        _below.Advance(TimeSpan.FromHours(1));
        var stood = clock.NowTicks - clock.StartTicks;
        clock.Resume();
        _below.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(10).Ticks, stood);
        Assert.Equal(TimeSpan.FromSeconds(15).Ticks, clock.NowTicks - clock.StartTicks);
    }

    [Fact]
    public void Advance_Frozen_FiresTimersInOrderEachAtItsInstant()
    {
        var clock = new SessionClock(_below, frozen: true);
        var fired = new List<double>();
        foreach (var due in new[] { 30, 10, 20, 60 })
        {
            clock.CreateTimer(_ => fired.Add(TimeSpan.FromTicks(clock.NowTicks - clock.StartTicks).TotalSeconds), null, TimeSpan.FromSeconds(due), Timeout.InfiniteTimeSpan);
        }

        clock.Advance(TimeSpan.FromSeconds(45));

        Assert.Equal([10.0, 20.0, 30.0], fired);
    }

    [Fact]
    public void Advance_Running_JumpsAndRunsOn()
    {
        var clock = new SessionClock(_below, frozen: false);
        var delay = Task.Delay(TimeSpan.FromMinutes(5), clock);

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(delay.IsCompleted);
        _below.Advance(TimeSpan.FromMinutes(1));

        Assert.True(delay.IsCompleted);
        Assert.Equal(TimeSpan.FromMinutes(5).Ticks, clock.NowTicks - clock.StartTicks);
    }

    [Fact]
    public void Advance_Negative_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionClock(_below, frozen: true).Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Timer_Periodic_FiresOnceAPeriod()
    {
        var clock = new SessionClock(_below, frozen: false);
        var count = 0;
        using var timer = clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        for (var second = 0; second < 10; second++)
        {
            _below.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, count);
    }

    [Fact]
    public void Timer_ChangedOrDisposed_ForgetsItsEarlierInstants()
    {
        var clock = new SessionClock(_below, frozen: true);
        var fired = new List<string>();
        var changed = clock.CreateTimer(_ => fired.Add("changed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var disposed = clock.CreateTimer(_ => fired.Add("disposed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        disposed.Dispose();

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(fired);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["changed"], fired);
    }

    [Fact]
    public void Freeze_WhileWaiting_StopsTheWait()
    {
        var clock = new SessionClock(_below, frozen: false);
        var delay = Task.Delay(TimeSpan.FromSeconds(10), clock);
        clock.Freeze();

        _below.Advance(TimeSpan.FromHours(1));
        Assert.False(delay.IsCompleted);
        clock.Resume();
        _below.Advance(TimeSpan.FromSeconds(10));

        Assert.True(delay.IsCompleted);
    }

    [Fact]
    public void DelayUntil_BelowAMillisecondOnAFrozenClock_EndsAtItsTick()
    {
        var clock = new SessionClock(_below, frozen: true);
        var delay = clock.DelayUntilAsync(clock.NowTicks + 7, CancellationToken.None);

        clock.Advance(TimeSpan.FromTicks(6));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(SpinWait.SpinUntil(() => delay.IsCompletedSuccessfully, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task DelayUntil_Cancelled_EndsAsCancelled()
    {
        var clock = new SessionClock(_below, frozen: true);
        using var source = new CancellationTokenSource();
        var delay = clock.DelayUntilAsync(clock.NowTicks + 7, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delay);
    }
}
