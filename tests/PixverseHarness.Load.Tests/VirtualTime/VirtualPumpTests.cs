using PixverseHarness.Load.VirtualTime;

namespace PixverseHarness.Load.Tests.VirtualTime;

public sealed class VirtualPumpTests
{
    [Fact]
    public void Run_LongDelays_JumpFromOneToTheNext()
    {
        var order = new List<string>();

        VirtualPump.Run(async clock =>
        {
            await Task.WhenAll(Say("late", Time.Hours(24)), Say("early", Time.Hours(1)), Say("too", Time.Hours(24)));
            Assert.Equal(Time.Hours(24), clock.Elapsed);

            async Task Say(string word, TimeSpan after)
            {
                await Task.Delay(after, clock);
                order.Add(word);
            }
        });

        Assert.Equal(["early", "late", "too"], order);
    }

    [Fact]
    public void Run_PeriodicTimer_FiresUntilItIsDisposed()
    {
        var fired = new List<TimeSpan>();

        VirtualPump.Run(async clock =>
        {
            var timer = clock.CreateTimer(_ => fired.Add(clock.Elapsed), null, Time.Seconds(1), Time.Seconds(2));
            await Task.Delay(Time.Seconds(6), clock);
            await timer.DisposeAsync();
            await Task.Delay(Time.Seconds(6), clock);
        });

        Assert.Equal([Time.Seconds(1), Time.Seconds(3), Time.Seconds(5)], fired);
    }

    [Fact]
    public void Run_Stall_FiresWhatFellDueLate()
    {
        var at = VirtualPump.Run(async clock =>
        {
            var waiting = Task.Delay(Time.Seconds(1), clock);
            clock.Stall(Time.Seconds(3));
            await waiting;
            return clock.Elapsed;
        });

        Assert.Equal(Time.Seconds(3), at);
    }

    [Fact]
    public void Run_PostFromAnotherThread_FailsTheRun()
    {
        var thrown = Assert.Throws<VirtualTimeException>(() => VirtualPump.Run(static async clock =>
        {
            var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var thread = new Thread(() => answer.SetResult());
            var waiting = Wait(answer.Task);
            thread.Start();
            thread.Join();
            await Task.Delay(Time.Seconds(1), clock);
            await waiting;
        }));

        Assert.Contains("came from another thread", thrown.Message, StringComparison.Ordinal);

        static async Task Wait(Task task) => await task;
    }

    [Fact]
    public void Run_NothingLeftToWaitFor_SaysWhen()
    {
        var thrown = Assert.Throws<VirtualTimeException>(() => VirtualPump.Run(static async clock =>
        {
            await Task.Delay(Time.Minutes(90), clock);
            await new TaskCompletionSource().Task;
        }));

        Assert.Contains("At 1h30m of virtual time", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PlayThrows_ThrowsTheSame() =>
        Assert.Throws<InvalidDataException>(() => VirtualPump.Run(static async clock =>
        {
            await Task.Delay(Time.Seconds(1), clock);
            throw new InvalidDataException();
        }));

    [Fact]
    public void Run_Afterwards_PutsTheCallersContextBack()
    {
        var before = SynchronizationContext.Current;

        VirtualPump.Run(static clock => Task.Delay(Time.Seconds(1), clock));

        Assert.Same(before, SynchronizationContext.Current);
    }
}
