using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Spending;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

public sealed class LoadRunStopTests
{
    [Fact]
    public void Interrupt_Once_StopsSubmittingAndDrains()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            Played.OneASecond(100),
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(30.5), clock);
                run.Interrupt();
            });

        Assert.Equal(StopReason.Interrupted, played.Result.Reason);
        Assert.Equal(31, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(31, played.Result.Offered);
        Assert.Equal(Time.Seconds(30.5), played.Result.DrainedFrom);
        Assert.Equal(Time.Seconds(50), played.Result.Elapsed);
        Assert.False(played.Result.WasCutShort);
    }

    [Fact]
    public void Interrupt_Twice_StopsAndRecordsWhatIsInFlightAsUnfinished()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            Played.OneASecond(100),
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(30.5), clock);
                run.Interrupt();
                await Task.Delay(Time.Seconds(5), clock);
                run.Interrupt();
            });

        Assert.Equal(16, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(15, played.Result.Count(JobOutcome.Unfinished));
        Assert.True(played.Result.WasCutShort);
        Assert.Equal(Time.Seconds(35.5), played.Result.Elapsed);
    }

    [Fact]
    public void RunAsync_CancelledToken_StopsAtOnce()
    {
        var played = PixverseHarness.Load.VirtualTime.VirtualPump.Run(async clock =>
        {
            var log = new SampleLog();
            var service = new ModelledService(clock, Time.Seconds(20)) { PollTime = Time.Seconds(1) };
            using var source = new CancellationTokenSource(Time.Seconds(12.5), clock);
            return new Played(await new LoadRun(Played.OneASecond(100), service, log, clock).RunAsync(source.Token), log, service);
        });

        Assert.Equal(13, played.Result.Count(JobOutcome.Unfinished));
        Assert.Equal(StopReason.Interrupted, played.Result.Reason);
        Assert.Equal(Time.Seconds(12.5), played.Result.Elapsed);
    }

    [Fact]
    public void Drain_ByAThreshold_KeepsItsReason()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            Played.OneASecond(100),
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(9.5), clock);
                run.Drain(StopReason.Aborted, "job_duration: p(95)<5s");
                run.Drain(StopReason.Interrupted);
            });

        Assert.Equal((StopReason.Aborted, "job_duration: p(95)<5s"), (played.Result.Reason, played.Result.ReasonText));
        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void Interrupt_OnceWhileAThresholdDrains_LetsItDrain()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            Played.OneASecond(100),
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(9.5), clock);
                run.Drain(StopReason.Aborted);
                await Task.Delay(Time.Seconds(1), clock);
                run.Interrupt();
            });

        Assert.Equal((StopReason.Aborted, false), (played.Result.Reason, played.Result.WasCutShort));
        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void Interrupt_TwiceWhileAThresholdDrains_Stops()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            Played.OneASecond(100),
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(9.5), clock);
                run.Drain(StopReason.Aborted);
                run.Interrupt();
                run.Interrupt();
            });

        Assert.True(played.Result.WasCutShort);
        Assert.Equal(10, played.Result.Count(JobOutcome.Unfinished));
    }

    [Fact]
    public void RunAsync_BudgetIsSpent_NeverOneJobOverAndTheRestDrains()
    {
        var budget = new SpendBudget(5_000_000);
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(60)) { Price = 375_000 },
            Played.OneASecond(100) with { Spend = budget });

        Assert.Equal(StopReason.BudgetSpent, played.Result.Reason);
        Assert.Equal(13, played.Result.Submitted);
        Assert.Equal(13, played.Result.Count(JobOutcome.Completed));
        Assert.Equal("budget", Assert.Single(played.Log.Jobs, static job => job.Outcome == JobOutcome.Shed).Cause);
        Assert.Equal((13 * 375_000L, 0L), (budget.SpentMicroDollars, budget.ReservedMicroDollars));
    }

    [Fact]
    public void RunAsync_RefusedAndFailedJobs_GiveTheirReservationBackAndDoubtfulOnesDoNot()
    {
        var budget = new SpendBudget(null);
        Played.Run(
            clock => new ModelledService(clock, Time.Seconds(5))
            {
                Price = 100,
                OnSubmit = static ordinal => ordinal switch
                {
                    0 => StepAnswer.Rejected("bad_gateway", 502),
                    1 => StepAnswer.NoAnswer("connection_reset"),
                    _ => null,
                },
                OnPoll = static job => job.Ordinal switch
                {
                    2 => StepAnswer.Failed("moderation"),
                    3 => StepAnswer.Done(costMicroDollars: 40),
                    _ => null,
                },
            },
            Played.OneASecond(5) with { Spend = budget });

        // Possibly billed 100, stated 40, completed without a statement 100.
        Assert.Equal((240L, 0L), (budget.SpentMicroDollars, budget.ReservedMicroDollars));
    }

    [Fact]
    public void RunAsync_WorkloadThrows_EndsTheRunWithTheFaultAndEveryJobRecorded()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20))
            {
                OnPoll = static job => job.Ordinal == 5 ? throw new InvalidDataException("broken") : null,
            },
            Played.OneASecond(100));

        Assert.Equal(StopReason.HarnessFault, played.Result.Reason);
        Assert.IsType<InvalidDataException>(played.Result.Fault);
        Assert.Equal(played.Result.Offered, played.Log.Jobs.Count);
    }

    [Fact]
    public void RunAsync_AnswerThatFitsNoStep_IsAFaultOfTheWorkload()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)) { OnPoll = static _ => StepAnswer.Accepted("again") },
            Played.OneASecond(3));

        Assert.Equal("A workload answered a poll with \"Accepted\", which is no answer to that step.", played.Result.Fault?.Message);
    }
}
