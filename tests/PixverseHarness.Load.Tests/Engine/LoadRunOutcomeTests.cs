using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

public sealed class LoadRunOutcomeTests
{
    public static TheoryData<string, JobOutcome, string> SubmitAnswers => new()
    {
        { nameof(StepAnswer.Rejected), JobOutcome.Rejected, "insufficient_credits" },
        { nameof(StepAnswer.Invalid), JobOutcome.Invalid, "bad_request" },
        { nameof(StepAnswer.Unreachable), JobOutcome.Unreachable, "connection_refused" },
        { nameof(StepAnswer.NoAnswer), JobOutcome.PossiblyBilled, "connection_reset" },
    };

    [Theory]
    [MemberData(nameof(SubmitAnswers))]
    public void RunAsync_SubmitIsNotAccepted_EndsWithItsOutcomeAndCause(string answer, JobOutcome outcome, string cause)
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4))
            {
                OnSubmit = _ => answer switch
                {
                    nameof(StepAnswer.Rejected) => StepAnswer.Rejected(cause, 406),
                    nameof(StepAnswer.Invalid) => StepAnswer.Invalid(cause),
                    nameof(StepAnswer.Unreachable) => StepAnswer.Unreachable(cause),
                    _ => StepAnswer.NoAnswer(cause),
                },
            },
            Played.OneASecond(5));

        Assert.Equal(5, played.Result.Count(outcome));
        Assert.All(played.Log.Jobs, job => Assert.Equal(cause, job.Cause));
        Assert.All(played.Log.Submits, request => Assert.Equal(request.Status is null ? cause : null, request.Error));
        Assert.Empty(played.Log.Polls);
    }

    [Fact]
    public void RunAsync_ServiceSaysFailed_IsFailedByServiceWithoutAFetch()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)) { OnPoll = static job => job.Ordinal == 1 ? StepAnswer.Failed("moderation") : null },
            Played.OneASecond(3));

        var failed = Assert.Single(played.Log.Jobs, static job => job.Outcome == JobOutcome.FailedByService);
        Assert.Equal(("moderation", 1L), (failed.Cause, failed.Ordinal));
        Assert.NotNull(failed.Finished);
        Assert.Null(failed.FetchStart);
        Assert.Equal(2, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void RunAsync_AcceptedJobIsUnknownLater_IsLost()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(9)) { OnPoll = static job => job.Ordinal == 0 ? StepAnswer.NotFound() : null },
            Played.OneASecond(2));

        Assert.Equal(1, played.Result.Count(JobOutcome.Lost));
        Assert.Equal(1, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void RunAsync_FlakyPolls_AreSurvivedAndCounted()
    {
        var polls = 0;
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(9))
            {
                OnPoll = _ => ++polls % 3 == 0 ? StepAnswer.Rejected("bad_gateway", 502) : null,
            },
            Played.OneASecond(30));

        Assert.Equal(30, played.Result.Count(JobOutcome.Completed));
        Assert.True(played.Result.PollErrorsSurvived > 30);
        Assert.Equal(played.Log.Polls.Count(static poll => poll.Status == 502), played.Result.PollErrorsSurvived);
        Assert.Equal(played.Log.Polls.Count(), played.Result.Polls);
    }

    [Fact]
    public void RunAsync_ResultIsBad_IsCorruptAndAFlakyFetchIsTriedAgain()
    {
        var flaky = 0;
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(3))
            {
                OnFetch = job => job.Ordinal switch
                {
                    0 => StepAnswer.Corrupt("not_an_mp4"),
                    1 => StepAnswer.NotFound(),
                    2 => StepAnswer.Queued(),
                    3 => StepAnswer.NoAnswer("connection_reset"),
                    4 when flaky++ < 2 => StepAnswer.Rejected("bad_gateway", 502),
                    _ => null,
                },
            },
            Played.OneASecond(6));

        Assert.Equal(
            ["not_an_mp4", "result_missing", "contradicts_status", "fetch_failed", null, null],
            played.Log.Jobs.OrderBy(static job => job.Ordinal).Select(static job => job.Cause));
        Assert.Equal(4, played.Result.Count(JobOutcome.ResultCorrupt));
        Assert.Equal(5, played.Service.Calls.Count(static call => call is ("fetch", 3, _)));
        Assert.Equal(3, played.Service.Calls.Count(static call => call is ("fetch", 4, _)));
    }

    [Fact]
    public void RunAsync_SameIdTwice_IsADuplicateAndTheFirstJobGoesOn()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(9)) { OnSubmit = static ordinal => ordinal == 2 ? StepAnswer.Accepted("job-1") : null },
            Played.OneASecond(4));

        Assert.Equal(2, Assert.Single(played.Log.Jobs, static job => job.Outcome == JobOutcome.Duplicate).Ordinal);
        Assert.Equal(3, played.Result.Count(JobOutcome.Completed));
    }

    [Fact]
    public void RunAsync_StateNeverMoves_IsStuckLongBeforeTheTimeout()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Hours(2)),
            Played.OneASecond(2) with { StuckAfter = Time.Seconds(60) });

        Assert.Equal(2, played.Result.Count(JobOutcome.Stuck));
        Assert.InRange(played.Result.Elapsed, Time.Seconds(60), Time.Seconds(65));
    }

    [Fact]
    public void RunAsync_DeadTarget_ClosedCopiesRestBetweenTries()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)) { OnSubmit = static _ => StepAnswer.Unreachable("connection_refused") },
            new LoadOptions { Schedule = LoadSchedule.Of([new KeepConstant(5, Time.Seconds(60))]) });

        Assert.Equal(300, played.Result.Count(JobOutcome.Unreachable));
        Assert.Equal(Time.Seconds(60), played.Result.Elapsed);
    }

    [Fact]
    public void RunAsync_TargetDiesHalfway_TellsTheTruthAboutEveryJob()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(20))
            {
                OnSubmit = ordinal => ordinal >= 30 ? StepAnswer.Unreachable("connection_refused") : null,
                OnPoll = job => clock.Elapsed >= Time.Seconds(30) ? StepAnswer.NoAnswer("connection_refused") : null,
            },
            Played.OneASecond(60));

        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.Equal(30, played.Result.Count(JobOutcome.Unreachable));
        Assert.Equal(20, played.Result.Count(JobOutcome.TimedOut));
        Assert.All(
            played.Log.Jobs.Where(static job => job.Outcome == JobOutcome.TimedOut),
            static job => Assert.Equal("connection_refused", job.Cause));
        Assert.Equal(60, played.Result.Outcomes.Sum());
    }

    [Fact]
    public void RunAsync_SubmitIsNeverAnswered_IsPossiblyBilledAtTheTimeout()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)) { SubmitTime = Time.Hours(5) },
            Played.OneASecond(2) with { JobTimeout = Time.Seconds(30) });

        Assert.Equal(2, played.Result.Count(JobOutcome.PossiblyBilled));
        Assert.All(played.Log.Jobs, static job => Assert.Equal("job_timeout", job.Cause));
        Assert.Equal(Time.Seconds(31), played.Result.Elapsed);
    }

    [Fact]
    public void RunAsync_PollIsNeverAnswered_TimesOutAtTheDeadline()
    {
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)) { PollTime = Time.Hours(5) },
            Played.OneASecond(2) with { JobTimeout = Time.Seconds(30) });

        Assert.Equal(2, played.Result.Count(JobOutcome.TimedOut));
        Assert.Equal(Time.Seconds(31), played.Result.Elapsed);
    }
}
