using PixverseHarness.Cli.Load;
using PixverseHarness.Load.Engine;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class CutRunTests
{
    private static readonly PlanDocument Hour = new() { Jobs = 7200, DurationUs = 3_600_000_000 };

    [Theory]
    [InlineData(StopReason.Interrupted, "The run was interrupted at 7m50s of 1h: 940 of 7200 jobs were submitted, and the plan was not carried out.")]
    [InlineData(StopReason.BudgetSpent, "The budget was spent at 7m50s of 1h: 940 of 7200 jobs were submitted, and the plan was not carried out.")]
    [InlineData(StopReason.HarnessFault, "A fault of ours ended the run at 7m50s of 1h: 940 of 7200 jobs were submitted, and the plan was not carried out.")]
    public void Remarks_PlanWasNotCarriedOut_TheRunProvesNothing(StopReason reason, string sentence)
    {
        var remark = Assert.Single(CutRun.Remarks(Result(reason, 940), Hour));

        Assert.Equal((RemarkWeight.ProvesNothing, sentence), (remark.Weight, remark.Sentence));
    }

    [Fact]
    public void Remarks_NobodyKnowsHowManyJobs_SaysHowManyWereSubmitted() => Assert.Equal(
        "The run was interrupted at 7m50s: 940 jobs were submitted, and the plan was not carried out.",
        Assert.Single(CutRun.Remarks(Result(StopReason.Interrupted, 940), new PlanDocument())).Sentence);

    [Theory]
    [InlineData(StopReason.PlanDone, false)]
    [InlineData(StopReason.Aborted, false)]
    [InlineData(StopReason.Interrupted, false)]
    public void Remarks_EveryJobWasSubmittedAndFollowedOrAThresholdSaidEnough_AreNone(StopReason reason, bool cutShort) =>
        Assert.Empty(CutRun.Remarks(Result(reason, 7200, cutShort), Hour));

    [Fact]
    public void Remarks_StoppedWhileTheLastJobsWereInFlight_ProvesNothing() =>
        Assert.Single(CutRun.Remarks(Result(StopReason.Interrupted, 7200, cutShort: true), Hour));

    private static LoadResult Result(StopReason reason, long jobs, bool cutShort = false) => new()
    {
        StartedAt = default,
        Elapsed = TimeSpan.FromSeconds(480),
        DrainedFrom = TimeSpan.FromSeconds(470.2),
        Reason = reason,
        WasCutShort = cutShort,
        Cohorts = [],
        Offered = jobs,
        Submitted = jobs,
        Adopted = 0,
        Outcomes = [],
        MostInFlight = 0,
        Polls = 0,
        MissedPolls = 0,
        PollErrorsSurvived = 0,
        ThrottledAnswers = 0,
        Throttled = TimeSpan.Zero,
        LateAcceptances = 0,
    };
}
