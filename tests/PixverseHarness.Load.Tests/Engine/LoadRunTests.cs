using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

public sealed class LoadRunTests
{
    [Fact]
    public void RunAsync_HealthyService_CarriesEveryJobThroughItsSteps()
    {
        var played = Played.Run(clock => new ModelledService(clock, Time.Seconds(9)), Played.OneASecond(10));

        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(10, played.Result.Offered);
        Assert.Equal(10, played.Result.Submitted);
        Assert.Equal(StopReason.PlanDone, played.Result.Reason);

        // 9 s of work polled every 2 s: seen at 10 s by the fifth poll.
        Assert.All(played.Log.Jobs, static job =>
        {
            Assert.Equal(Time.Seconds(10), job.End - job.IntendedStart);
            Assert.Equal(5, job.Polls);
            Assert.Equal(new ObservedInterval(job.IntendedStart + Time.Seconds(8), job.IntendedStart + Time.Seconds(10)), job.Finished);
            Assert.Equal(job.IntendedStart, job.ActualStart);
            Assert.Equal(Time.Seconds(9), job.StatedRun);
        });
        Assert.Equal(Time.Seconds(19), played.Result.Elapsed);
        Assert.All(played.Log.Requests, static request => Assert.Equal(request.Intended, request.Actual));
    }

    [Fact]
    public void RunAsync_OpenModel_KeepsLittlesLaw()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(44)),
            new LoadOptions { Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(2), Time.Minutes(10))]) });

        // 2 jobs a second, each 44 s and seen at once because 44 is a multiple of 2.
        Assert.Equal(88, played.Result.MostInFlight);
        Assert.Equal(1200, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(0, played.Log.InFlightChanges[^1].Jobs);
    }

    [Fact]
    public void RunAsync_SlowPollAnswers_DelayCountsFromTheAnswer()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(5)) { PollTime = Time.Milliseconds(500) },
            Played.OneASecond(1));

        Assert.Equal([2, 4.5], played.Log.Polls.Select(static poll => poll.Actual.TotalSeconds));
    }

    [Fact]
    public void RunAsync_PollGrain_PollsAtItsMultiplesNeverEarlyAndSubmitsAtTheirOwnInstants()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(5)),
            Played.OneASecond(10) with { Polls = PollPolicies.Fixed(Time.Milliseconds(1001)), PollGrain = Time.Milliseconds(4) });

        Assert.All(played.Log.Jobs, static job => Assert.Equal(job.IntendedStart, job.ActualStart));
        Assert.All(played.Log.Polls, static poll =>
        {
            Assert.Equal(0, poll.Actual.Ticks % Time.Milliseconds(4).Ticks);
            Assert.InRange(poll.Actual - poll.Intended, TimeSpan.Zero, Time.Milliseconds(4) - TimeSpan.FromTicks(1));
        });
        Assert.Contains(played.Log.Polls, static poll => poll.Actual > poll.Intended);
        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void RunAsync_ClosedModel_KeepsItsCopiesInFlight()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(10)),
            new LoadOptions { Schedule = LoadSchedule.Of([new KeepConstant(3, Time.Seconds(60))]) });

        Assert.Equal(3, played.Result.MostInFlight);
        Assert.Equal(18, played.Result.Offered);
        Assert.Equal(18, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(Time.Seconds(60), played.Result.Elapsed);
    }

    [Fact]
    public void RunAsync_ClosedRamp_AddsAndRetiresCopies()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(2)),
            new LoadOptions
            {
                Schedule = LoadSchedule.Of([new RampingConstant(4, Time.Seconds(40)), new RampingConstant(0, Time.Seconds(40))]),
            });

        Assert.Equal(4, played.Result.MostInFlight);
        Assert.Equal(played.Result.Offered, played.Result.Count(JobOutcome.Completed));
        Assert.InRange(played.Result.Elapsed, Time.Seconds(78), Time.Seconds(82));
    }

    [Fact]
    public void RunAsync_IterationsForConstant_StartsExactlyThatMany()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(2)),
            new LoadOptions
            {
                Schedule = LoadSchedule.Of([new KeepConstant(2, Time.Seconds(10)), new IterationsForConstant(3, 25)]),
            });

        Assert.Equal(25, played.Log.Jobs.Count(static job => job.CohortIndex == 1));
        Assert.Equal(10, played.Log.Jobs.Count(static job => job.CohortIndex == 0));
        Assert.Equal(3, played.Result.MostInFlight);
    }

    [Fact]
    public void RunAsync_BlockingWorkflow_CompletesInOneStep()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(44)) { Steps = JobSteps.Blocking },
            Played.OneASecond(5));

        Assert.Equal(5, played.Result.Count(JobOutcome.Completed));
        Assert.Empty(played.Log.Polls);
        Assert.All(played.Log.Jobs, static job =>
        {
            Assert.Equal(new ObservedInterval(job.ActualStart!.Value, job.SubmitEnd!.Value), job.Finished);
            Assert.Equal(job.SubmitEnd, job.FetchEnd);
            Assert.Equal(Time.Seconds(44), job.End - job.IntendedStart);
        });
    }

    [Fact]
    public void RunAsync_PollOnly_SubmitsAndFetchesNothing()
    {
        var ledger = new StringWriter();
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(3)) { Steps = JobSteps.PollOnly, OnSubmit = static _ => null },
            Played.OneASecond(4) with { Ledger = new PixverseHarness.Load.Ledger.JsonLinesLedger(ledger, 1) });

        Assert.Equal(4, played.Result.Count(JobOutcome.Completed));
        Assert.Empty(played.Log.Submits);
        Assert.DoesNotContain("fetch", played.Service.Calls.Select(static call => call.Step));
        Assert.DoesNotContain("intent", ledger.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void RunAsync_Cohorts_HoldTheJobsSubmittedInThem()
    {
        var options = new LoadOptions
        {
            Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(1), Time.Minutes(2)), new Inject(Rate.PerSecond(2), Time.Minutes(1))]),
            CohortWindow = Time.Minutes(1),
        };
        var played = Played.Run(clock => new ModelledService(clock, Time.Seconds(44)), options);

        Assert.Equal(["step1.1", "step1.2", "step2"], options.Cohorts.Select(static cohort => cohort.Name));
        Assert.Equal([1.0, 1.0, 2.0], options.Cohorts.Select(static cohort => cohort.JobsPerSecond!.Value));
        Assert.Equal([60, 60, 120], options.Cohorts.Select(cohort => played.Log.Jobs.Count(job => job.CohortIndex == cohort.Index)));
    }

    [Fact]
    public void RunAsync_Progress_ComesAtItsCadenceWithTheRightPhase()
    {
        var seen = new List<LoadSnapshot>();
        Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20)),
            new LoadOptions
            {
                Schedule = LoadSchedule.Of([new RampingInject(Rate.PerSecond(2), Time.Seconds(30)), new Inject(Rate.PerSecond(2), Time.Seconds(30))]),
                Progress = seen.Add,
                ProgressEvery = Time.Seconds(10),
            });

        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 79.5], seen.Select(static snapshot => snapshot.Elapsed.TotalSeconds));
        Assert.Equal([LoadPhase.Ramp, LoadPhase.Ramp, LoadPhase.Steady, LoadPhase.Steady, LoadPhase.Steady], seen.Take(5).Select(static snapshot => snapshot.Phase));
        Assert.Equal(LoadPhase.Drain, seen[^1].Phase);
        Assert.Equal(2, seen[4].OfferedPerSecond, precision: 1);
        Assert.Equal(40, seen[4].InFlight);
        Assert.Equal(90, seen[^1].Count(JobOutcome.Completed));
        Assert.Equal(20_000_000, seen[^1].EndToEndP50.Value!.Value, 20_000_000 * 0.001);
        Assert.Equal(TimeSpan.Zero, seen[4].LatenessP99);
    }

    [Fact]
    public void RunAsync_SecondTime_IsRefused() => Played.Run(
        clock => new ModelledService(clock, Time.Seconds(1)),
        Played.OneASecond(1),
        static async (_, run) => await Assert.ThrowsAsync<InvalidOperationException>(() => run.RunAsync()));

    [Fact]
    public void Constructor_FaultyOptions_NamesEveryFault()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Played.Run(
            clock => new ModelledService(clock, Time.Seconds(1)),
            new LoadOptions
            {
                Schedule = LoadSchedule.Of([new KeepConstant(5, Time.Seconds(1))]),
                JobTimeout = TimeSpan.Zero,
                MaxInFlight = 4,
                FetchAttempts = 0,
            }));

        Assert.Contains("jobTimeout: \"0s\"", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("maxInFlight: \"4\" is below the 5 copies", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("fetchAttempts: \"0\"", thrown.Message, StringComparison.Ordinal);
    }
}
