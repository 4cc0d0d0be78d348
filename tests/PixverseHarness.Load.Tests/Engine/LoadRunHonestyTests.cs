using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

/// <summary>The rules that keep numbers honest, each shown where a naive engine would lie.</summary>
public sealed class LoadRunHonestyTests
{
    [Fact]
    public void RunAsync_GeneratorStandsStill_CorrectedTimesMoveAndRawOnesDoNot()
    {
        var calm = Stalled(TimeSpan.Zero);
        var stalled = Stalled(Time.Seconds(3));

        var calmRaw = calm.Log.Submits.Max(static submit => submit.End - submit.Actual);
        Assert.Equal(calmRaw, stalled.Log.Submits.Max(static submit => submit.End - submit.Actual));
        Assert.Equal(calmRaw, calm.Log.Submits.Max(static submit => submit.End - submit.Intended));
        Assert.InRange(stalled.Log.Submits.Max(static submit => submit.End - submit.Intended) - calmRaw, Time.Seconds(2.8), Time.Seconds(3));

        // 3 s at 10 jobs a second: every one of them is still sent, and late ones do not move the others.
        Assert.Equal(calm.Log.Submits.Count(), stalled.Log.Submits.Count());
        Assert.InRange(stalled.Log.Submits.Count(static submit => submit.Actual > submit.Intended), 28, 31);
        Assert.Equal(calm.Log.Jobs.Select(static job => job.IntendedStart).Order(), stalled.Log.Jobs.Select(static job => job.IntendedStart).Order());
    }

    [Fact]
    public void RunAsync_GeneratorStandsStill_PollsAreLateOrMissedAndNeverSentInABurst()
    {
        var calm = Stalled(TimeSpan.Zero);
        var stalled = Stalled(Time.Seconds(3));

        Assert.Equal(0, calm.Result.MissedPolls);
        Assert.True(stalled.Result.MissedPolls > 0);
        Assert.InRange(stalled.Log.Polls.Max(static poll => poll.Actual - poll.Intended), Time.Seconds(2), Time.Seconds(3));

        var polls = stalled.Service.Calls.Where(static call => call.Step == "poll").GroupBy(static call => call.Ordinal);
        Assert.All(polls, static job => Assert.All(
            job.Zip(job.Skip(1), static (one, next) => next.At - one.At),
            static gap => Assert.True(gap > Time.Milliseconds(10), $"{gap} between two polls of a job")));
        Assert.All(polls, static job => Assert.True(job.Count() <= 6, $"{job.Count()} polls for a job of 9 s polled every 2 s"));
    }

    [Fact]
    public void RunAsync_TimersFireEarly_NothingIsSentBeforeItsTime()
    {
        var log = new SampleLog();
        var result = VirtualPump.Run(async clock =>
        {
            var hasty = new HastyClock(clock);
            return await new LoadRun(Played.OneASecond(50), new ModelledService(hasty, Time.Seconds(9.0004)), log, hasty).RunAsync();
        });

        Assert.Equal(50, result.Count(JobOutcome.Completed));
        Assert.All(log.Requests, static request => Assert.True(request.Actual >= request.Intended, $"{request}"));
        Assert.All(log.Requests, static request => Assert.True(request.Actual - request.Intended <= Time.Milliseconds(1), $"{request}"));
    }

    [Fact]
    public void RunAsync_SomeJobsNeverFinish_TheyAreCensoredAndNotDropped()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, TimeSpan.Zero) { Service = static ordinal => ordinal % 10 == 0 ? Time.Hours(9) : Time.Seconds(9) },
            Played.OneASecond(100));

        Assert.Equal(90, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(10, played.Result.Count(JobOutcome.TimedOut));
        Assert.All(played.Log.Jobs.Where(static job => job.Outcome == JobOutcome.TimedOut), static job =>
        {
            Assert.True(job.Outcome.IsCensored());
            Assert.Equal(Time.Minutes(5), job.End - job.IntendedStart);
            Assert.Equal(Time.Seconds(298), job.LastSeenAlive - job.IntendedStart);
            Assert.Null(job.Finished);
        });
    }

    [Fact]
    public void RunAsync_DrainShorterThanTheJobs_LeavesThemUnfinishedAndSaysWhenItBegan()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Minutes(1)),
            Played.OneASecond(20) with { Drain = Time.Seconds(45) });

        Assert.Equal(Time.Seconds(19), played.Result.DrainedFrom);
        Assert.Equal(Time.Seconds(64), played.Result.Elapsed);
        Assert.Equal(5, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(15, played.Result.Count(JobOutcome.Unfinished));
        Assert.Equal((StopReason.PlanDone, false), (played.Result.Reason, played.Result.WasCutShort));
        Assert.Equal(0, played.Log.InFlightChanges[^1].Jobs);
    }

    [Fact]
    public void RunAsync_BeyondMaxInFlight_ShedsVisiblyAndCounts()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(30)),
            Played.OneASecond(60) with { MaxInFlight = 10 });

        Assert.Equal(60, played.Result.Offered);
        Assert.Equal(60, played.Log.Jobs.Count);
        Assert.Equal(40, played.Result.Count(JobOutcome.Shed));
        Assert.Equal(10, played.Result.MostInFlight);
        Assert.All(played.Log.Jobs.Where(static job => job.Outcome == JobOutcome.Shed), static job =>
        {
            Assert.Equal("in_flight_cap", job.Cause);
            Assert.Null(job.ActualStart);
        });
    }

    [Fact]
    public void RunAsync_RateLimitNamesAnInstant_NothingIsSubmittedBeforeItAndTheWaitIsNoLatency()
    {
        // Five a minute, as a fixed window: a wall for one job a second.
        var start = new VirtualClock().GetUtcNow();
        var admitted = new Dictionary<int, int>();
        VirtualClock? clock = null;
        var played = Played.Run(
            virtualClock => new ModelledService(clock = virtualClock, Time.Seconds(4))
            {
                OnSubmit = _ =>
                {
                    var minute = (int)clock!.Elapsed.TotalMinutes;
                    var count = admitted[minute] = admitted.GetValueOrDefault(minute) + 1;
                    return count <= 5 ? null : StepAnswer.Throttled(start + Time.Minutes(minute + 1));
                },
            },
            Played.OneASecond(30));

        Assert.Equal(30, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(30, played.Result.Submitted);
        var submits = played.Service.Calls.Where(static call => call.Step == "submit").Select(static call => call.At).ToArray();
        for (var minute = 0; minute < 6; minute++)
        {
            // After the refusal in each minute, silence until the next; waves of 1, 2, 4 meet a full limit with two requests too many at most.
            Assert.InRange(submits.Count(at => (int)at.TotalMinutes == minute), 5, 7);
        }

        Assert.Equal(played.Log.Jobs.Sum(static job => job.Throttled.TotalSeconds), played.Result.Throttled.TotalSeconds, precision: 6);
        Assert.True(played.Result.Throttled > Time.Minutes(30));
        Assert.All(played.Log.Jobs, static job =>
        {
            Assert.Equal(job.Throttled, job.ThrottledBeforeSubmit);
            Assert.Equal(Time.Seconds(4), job.End - job.DueStart);
            Assert.Equal(TimeSpan.Zero, job.ActualStart!.Value - job.DueStart);
        });
        Assert.Equal(played.Log.Submits.Count(static submit => submit.Status == 429), played.Result.ThrottledAnswers);
    }

    [Fact]
    public void RunAsync_RateLimitNeverOpens_JobsEndRejectedOrShedAndTheRunEnds()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)) { OnSubmit = static _ => StepAnswer.Throttled(null) },
            Played.OneASecond(10) with { JobTimeout = Time.Seconds(30) });

        Assert.Equal(10, played.Result.Count(JobOutcome.Rejected) + played.Result.Count(JobOutcome.Shed));
        Assert.All(played.Log.Jobs, static job => Assert.Equal("rate_limited", job.Cause));
        Assert.True(played.Result.ThrottledAnswers < 60, $"{played.Result.ThrottledAnswers} refusals in 40 s");
    }

    [Fact]
    public void RunAsync_PollsAreRateLimited_TheyWaitForTheInstant()
    {
        var refused = 0;
        var start = new VirtualClock().GetUtcNow();
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(9))
            {
                OnPoll = _ => ++refused == 3 ? StepAnswer.Throttled(start + Time.Seconds(60)) : null,
            },
            Played.OneASecond(5));

        Assert.Equal(5, played.Result.Count(JobOutcome.Completed));
        var polls = played.Service.Calls.Where(static call => call.Step == "poll").Select(static call => call.At).ToArray();
        Assert.Equal(3, polls.Count(static at => at < Time.Seconds(60)));
        Assert.Equal(5, polls.Count(static at => at == Time.Seconds(60)));
        Assert.All(played.Log.Polls, static poll => Assert.Equal(poll.Intended, poll.Actual));
        Assert.All(played.Log.Jobs, static job => Assert.True(job.Throttled > TimeSpan.Zero));
    }

    private static Played Stalled(TimeSpan stall) => Played.Run(
        clock => new ModelledService(clock, Time.Seconds(9)) { SubmitTime = Time.Milliseconds(20), PollTime = Time.Milliseconds(10) },
        new LoadOptions { Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(10), Time.Seconds(60))]) },
        async (clock, _) =>
        {
            await Task.Delay(Time.Seconds(30.05), clock);
            clock.Stall(stall);
        });
}
