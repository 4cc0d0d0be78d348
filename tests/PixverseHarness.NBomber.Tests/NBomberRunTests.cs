using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Spending;
using PixverseHarness.Load.Tests;
using PixverseHarness.Load.Tests.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Tests;

public sealed class NBomberRunTests
{
    [Fact]
    public void RunAsync_CompletedJobs_TakeEveryStepAsAStepOfTheCopy()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), TwoASecond(10));

        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.Equal((10, 30, 10), (played.Host.Steps["submit"], played.Host.Steps["poll"], played.Host.Steps["result"]));
        Assert.Equal((StopReason.PlanDone, 10L, 10L, 30L), (played.Result.Reason, played.Result.Offered, played.Result.Submitted, played.Result.Polls));
        Assert.All(played.Host.Ends, end => Assert.Equal(JobOutcome.Completed, end.Outcome));
    }

    [Fact]
    public void RunAsync_TheSameService_GivesTheSamePhasesAsOurOwnEngine()
    {
        var ours = Played.Run(clock => Mixed(clock), TwoASecond(20));
        var theirs = PlayedOnNBomber.Run(clock => Mixed(clock), TwoASecond(20));

        Assert.Equal(ours.Result.Outcomes.AsEnumerable(), theirs.Result.Outcomes);
        Assert.Equal(ours.Result.PollErrorsSurvived, theirs.Result.PollErrorsSurvived);
        Assert.Equal(
            ours.Log.Jobs.OrderBy(static job => job.Ordinal).Select(Lasted), theirs.Log.Jobs.OrderBy(static job => job.Ordinal).Select(Lasted));

        static (JobOutcome, string?, int, TimeSpan) Lasted(JobSample job) => (job.Outcome, job.Cause, job.Polls, job.End - job.ActualStart!.Value);

        static ModelledService Mixed(TimeProvider clock) => new(clock, Time.Seconds(5))
        {
            OnSubmit = static ordinal => ordinal % 7 == 3 ? StepAnswer.Rejected("insufficient_credits", 406) : null,
            OnPoll = static job => job.Ordinal % 5 == 1 ? StepAnswer.Failed("moderation") : null,
            OnFetch = static job => job.Ordinal % 9 == 4 ? StepAnswer.Corrupt("missing_url") : null,
        };
    }

    [Fact]
    public void RunAsync_WhatNBomberCannotKnow_IsAbsentAndSaid()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), TwoASecond(10));

        Assert.All(played.Log.Submits, static submit => Assert.False(submit.HasPlan));
        Assert.All(played.Log.Polls, static poll => Assert.True(poll.HasPlan));
        Assert.Contains(played.Result.Remarks, static remark => remark.Trouble == "engine-nbomber" && remark.Weight == RemarkWeight.Note);
    }

    [Fact]
    public void RunAsync_NBomberStartsTooFew_DistrustsTheRun()
    {
        var late = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), TwoASecond(10), missed: 1);
        var whole = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), TwoASecond(10));

        Assert.Contains(late.Result.Remarks, static remark => remark is { Trouble: "generator-late", Weight: RemarkWeight.Distrust });
        Assert.DoesNotContain(whole.Result.Remarks, static remark => remark.Weight == RemarkWeight.Distrust);
    }

    [Fact]
    public void RunAsync_RateLimitRefusesASubmit_WaitsForItsEndAndSubmitsAgain()
    {
        var refused = false;
        var played = PlayedOnNBomber.Run(
            clock => new ModelledService(clock, Time.Seconds(5))
            {
                OnSubmit = ordinal =>
                {
                    if (ordinal != 0 || refused)
                    {
                        return null;
                    }

                    refused = true;
                    return StepAnswer.Throttled(clock.GetUtcNow() + Time.Seconds(3));
                },
            },
            TwoASecond(10));

        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(1, played.Result.ThrottledAnswers);
        Assert.True(played.Result.Throttled >= Time.Seconds(3), $"{played.Result.Throttled}");
        Assert.Equal(
            [Time.Seconds(0), Time.Seconds(3)], played.Service.Calls.Where(static call => call is { Step: "submit", Ordinal: 0 }).Select(static call => call.At));
    }

    [Fact]
    public void RunAsync_JobOutlivesItsTimeout_IsGivenUpThen()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Minutes(20)), TwoASecond(2) with { JobTimeout = Time.Seconds(30) });

        Assert.Equal(2, played.Result.Count(JobOutcome.TimedOut));
        Assert.All(played.Log.Jobs, static job => Assert.Equal(Time.Seconds(30), job.End - job.ActualStart));
    }

    [Fact]
    public void RunAsync_DrainIsOver_LeavesJobsUnfinished()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Minutes(20)), TwoASecond(2) with { Drain = Time.Seconds(10) });

        Assert.Equal(2, played.Result.Count(JobOutcome.Unfinished));
        Assert.All(played.Log.Jobs, static job => Assert.Equal("drain_over", job.Cause));
        Assert.False(played.Result.WasCutShort);
    }

    [Fact]
    public void Interrupt_Once_StopsTheCopiesAndFollowsTheJobs()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(20)), TwoASecond(100), async (clock, run) =>
        {
            await Task.Delay(Time.Seconds(4.5), clock);
            run.Interrupt();
        });

        Assert.Equal((StopReason.Interrupted, 10L, false), (played.Result.Reason, played.Result.Offered, played.Result.WasCutShort));
        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.NotEmpty(played.Host.Stops);
    }

    [Fact]
    public void Interrupt_Twice_StopsAtOnce()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Minutes(5)), TwoASecond(100), async (clock, run) =>
        {
            await Task.Delay(Time.Seconds(4.5), clock);
            run.Interrupt();
            run.Interrupt();
        });

        Assert.Equal((10, true), (played.Result.Count(JobOutcome.Unfinished), played.Result.WasCutShort));
        Assert.All(played.Log.Jobs, static job => Assert.Equal("stopped", job.Cause));
    }

    [Fact]
    public void RunAsync_BudgetIsSpent_ShedsTheNextJobAndStops()
    {
        var played = PlayedOnNBomber.Run(
            clock => new ModelledService(clock, Time.Seconds(5)) { Price = 400_000 }, TwoASecond(100) with { Spend = new SpendBudget(1_000_000, null) });

        Assert.Equal(StopReason.BudgetSpent, played.Result.Reason);
        Assert.Equal((2, 1), (played.Result.Count(JobOutcome.Completed), played.Result.Count(JobOutcome.Shed)));
    }

    [Fact]
    public void RunAsync_MoreJobsThanMayBeInFlight_AreShed()
    {
        var played = PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Minutes(1)), TwoASecond(10) with { MaxInFlight = 4 });

        Assert.Equal((4, 6), (played.Result.Count(JobOutcome.Completed), played.Result.Count(JobOutcome.Shed)));
        Assert.Equal(4, played.Result.MostInFlight);
    }

    [Fact]
    public void RunAsync_EverySubmit_IsInTheLedgerBeforeAndAfter()
    {
        using var text = new StringWriter();
        var ledger = new JsonLinesLedger(text, 1, append: false, commit: null);
        PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), TwoASecond(4) with { Ledger = ledger });

        var contents = LedgerContents.Read(new StringReader(text.ToString()));
        Assert.Empty(contents.Unresolved);
        Assert.Empty(contents.PossiblyBilled);
        Assert.Equal(4, contents.NextOrdinal);
    }

    [Fact]
    public void RunAsync_TheWorkloadBreaks_EndsTheRunWithItsFault()
    {
        var played = PlayedOnNBomber.Run(
            clock => new ModelledService(clock, Time.Seconds(5)) { OnPoll = static _ => throw new InvalidOperationException("broken") }, TwoASecond(100));

        Assert.Equal((StopReason.HarnessFault, "broken"), (played.Result.Reason, played.Result.Fault?.Message));
        Assert.InRange(played.Result.Offered, 1, 20);
    }

    [Fact]
    public void Constructor_WhatNBomberCannotDo_IsRefusedWithEveryFault()
    {
        var options = new LoadOptions
        {
            Schedule = LoadSchedule.Of([new IterationsForConstant(2, 5)]),
            Adopted = [new AdoptedJob(0, "id", DateTimeOffset.UnixEpoch, 0)],
        };

        var refused = Assert.Throws<ArgumentException>(() => PlayedOnNBomber.Run(clock => new ModelledService(clock, Time.Seconds(5)), options));

        Assert.Contains("iterations-for-constant", refused.Message, StringComparison.Ordinal);
        Assert.Contains("resume", refused.Message, StringComparison.Ordinal);
    }

    private static LoadOptions TwoASecond(int jobs) => new()
    {
        Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(2), Time.Seconds(jobs / 2.0))]),
        Polls = PollPolicies.Fixed(Time.Seconds(2)),
        JobTimeout = Time.Minutes(5),
    };
}
