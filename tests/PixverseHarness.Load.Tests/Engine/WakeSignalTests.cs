using PixverseHarness.Load.Engine;
using PixverseHarness.TestKit;

namespace PixverseHarness.Load.Tests.Engine;

public sealed class WakeSignalTests
{
    private readonly MovedClock _clock = new();
    private readonly WakeSignal _signal;

    public WakeSignalTests() => _signal = new WakeSignal(new RunClock(_clock), _clock);

    [Fact]
    public void RingAndRun_SomebodyWaits_RunsItsRestBeforeItReturns()
    {
        var thread = 0;
        var waiter = WaitAsync();

        _signal.RingAndRun();

        Assert.True(waiter.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);

        async Task WaitAsync()
        {
            await _signal.WaitUntilAsync(null).ConfigureAwait(false);
            thread = Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public void RingAndRun_NobodyWaits_SparesTheNextWait()
    {
        _signal.RingAndRun();

        Assert.True(_signal.WaitUntilAsync(null).IsCompleted);
        Assert.False(_signal.WaitUntilAsync(null).IsCompleted);
    }

    [Fact]
    public void RingAndRun_InsideTheWaitersRest_DoesNotNest()
    {
        var (depth, deepest, rounds) = (0, 0, 0);
        var waiter = WaitAsync();

        _signal.RingAndRun();

        Assert.True(waiter.IsCompletedSuccessfully);
        Assert.Equal(1, deepest);

        async Task WaitAsync()
        {
            for (; rounds < 5; rounds++)
            {
                await _signal.WaitUntilAsync(null).ConfigureAwait(false);
                deepest = Math.Max(deepest, ++depth);
                _signal.RingAndRun();
                depth--;
            }
        }
    }

    [Fact]
    public async Task Ring_SomebodyWaits_LeavesItsRestToThePool()
    {
        var gate = new Lock();
        Task waiter;
        lock (gate)
        {
            waiter = WaitAsync();

            // Were its rest to run here, it would enter the lock that this thread holds, and be done.
            _signal.Ring();
            Assert.False(waiter.IsCompleted);
        }

        await waiter;

        async Task WaitAsync()
        {
            await _signal.WaitUntilAsync(null).ConfigureAwait(false);
            lock (gate)
            {
            }
        }
    }

    [Fact]
    public void WaitUntilAsync_DueTimePasses_Returns()
    {
        var waiter = _signal.WaitUntilAsync(TimeSpan.FromSeconds(3)).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(waiter.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(waiter.IsCompletedSuccessfully);
    }
}
