using System.Text.Json.Nodes;
using PixverseHarness.Results.Comparison;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Tests.Played;

namespace PixverseHarness.Results.Tests.Comparison;

public sealed class RunComparisonTests
{
    private static readonly PlayedRunOptions Steady = new() { Rates = [1.5], StepLength = TimeSpan.FromMinutes(4), FailedByService = 0.03 };

    [Fact]
    public void Of_EqualRunsWithOtherSeeds_RaisesFalseAlarmsAtMostAtTheStatedRate()
    {
        const int pairs = 200;
        var alarms = Enumerable.Range(0, pairs).Count(pair =>
            RunComparison.Of(Run(Steady with { Seed = 2 * pair }), Run(Steady with { Seed = (2 * pair) + 1 })).State is not ComparisonState.Same);

        Assert.InRange(alarms, 0, (int)(pairs * new ComparisonOptions().FalseAlarmRate));
    }

    [Fact]
    public void Of_EqualRunsAtTheKnee_AreNotTakenForAChange()
    {
        // 68 workers for 66 jobs at work on average: waits of one run resemble each other, and those of two runs do not.
        const int pairs = 60;
        var knee = Steady with { Workers = 68 };
        var comparisons = Enumerable.Range(0, pairs)
            .Select(pair => RunComparison.Of(Run(knee with { Seed = 2 * pair }), Run(knee with { Seed = (2 * pair) + 1 })))
            .ToArray();

        var alarms = comparisons.Count(comparison => comparison.State is ComparisonState.Regressed or ComparisonState.Improved);

        Assert.InRange(alarms, 0, (int)(pairs * new ComparisonOptions().FalseAlarmRate));
        Assert.Contains(comparisons, comparison => comparison.Notes.Any(note => note.Contains("queued behind each other", StringComparison.Ordinal)));
        Assert.All(comparisons, comparison => Assert.Equal(comparison.State == ComparisonState.Inconclusive, comparison.Notes.Any(note => note.Contains("times within each run", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(20, 68)]
    [InlineData(20, 60)]
    [InlineData(60, 74)]
    public void Of_EqualRunsWhoseJobsQueue_RaiseFalseAlarmsAtMostAtTheStatedRate(int minutes, int workers)
    {
        const int pairs = 40;
        var queued = Queued(workers, minutes);
        var alarms = Enumerable.Range(0, pairs).Count(pair =>
            RunComparison.Of(Run(queued with { Seed = 2 * pair }), Run(queued with { Seed = (2 * pair) + 1 })).State is ComparisonState.Regressed or ComparisonState.Improved);

        Assert.InRange(alarms, 0, (int)(pairs * new ComparisonOptions().FalseAlarmRate));
    }

    [Theory]
    [InlineData(1.15, ComparisonState.Regressed)]
    [InlineData(0.85, ComparisonState.Improved)]
    public void Of_ServiceChangesWhereEachJobWaitsForItself_EndToEndIsJudged(double change, ComparisonState expected)
    {
        var waiting = Steady with { OwnWait = TimeSpan.FromSeconds(6) };

        var comparison = RunComparison.Of(Run(waiting), Run(waiting with { Seed = 5, MeanRun = waiting.MeanRun * change }));

        var row = comparison.Rows.Single(row => row.Figure == "end_to_end");
        Assert.Equal(expected, row.State);
        Assert.InRange(row.PValue.GetValueOrDefault(1), 0, 0.05 / 6);
        Assert.Contains(comparison.Notes, note => note.Contains("stretches of the runs", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_QueueGrowsWithoutEndAndTheRunsAreLongEnough_EndToEndAndWaitRegress()
    {
        // 66 jobs at work on average: 74 workers hold them, 60 do not.
        for (var pair = 0; pair < 5; pair++)
        {
            var comparison = RunComparison.Of(Run(Queued(74, 60) with { Seed = 2 * pair }), Run(Queued(60, 60) with { Seed = (2 * pair) + 1 }));

            Assert.Equal(ComparisonState.Regressed, comparison.Rows.Single(row => row.Figure == "end_to_end").State);
            Assert.Equal(ComparisonState.Regressed, comparison.Rows.Single(row => row.Figure == "queue_wait").State);
            Assert.Equal(ComparisonState.Same, comparison.Rows.Single(row => row.Figure == "run").State);
        }
    }

    [Fact]
    public void Of_WaitsGrowInRunsTooShortToTell_IsInconclusiveAndSaysHowLongToRun()
    {
        var comparison = RunComparison.Of(Run(Steady with { Workers = 70 }), Run(Steady with { Workers = 66, Seed = 5 }));

        Assert.Equal(ComparisonState.Inconclusive, comparison.Rows.Single(row => row.Figure == "queue_wait").State);
        Assert.Contains(comparison.Notes, note => note.Contains("times within each run", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RunThatKeptNoTimesAlongIt_SaysThatItMustBeRunAgain()
    {
        var old = JsonNode.Parse(Run(Steady with { Workers = 74 }).ToJson())!;
        foreach (var column in (string[])["endToEndJobs", "endToEndUs", "queueWaitJobs", "queueWaitUs"])
        {
            Assert.True(old["measured"]!["series"]!.AsObject().Remove(column));
        }

        var comparison = RunComparison.Of(RunDocument.FromJson(old.ToJsonString()), Run(Steady with { Workers = 60, Seed = 5 }));

        Assert.Equal(ComparisonState.Inconclusive, comparison.Rows.Single(row => row.Figure == "end_to_end").State);
        Assert.Contains(comparison.Notes, note => note.Contains("run it again", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RunItself_IsTheSame() => Assert.Equal(ComparisonState.Same, RunComparison.Of(Run(Steady), Run(Steady)).State);

    [Fact]
    public void Of_TenPercentSlowerService_IsARegressionOfTheRunPhase()
    {
        var comparison = RunComparison.Of(Run(Steady), Run(Steady with { Seed = 5, MeanRun = TimeSpan.FromSeconds(48.4) }));

        Assert.Equal(ComparisonState.Regressed, comparison.State);
        Assert.Equal(ComparisonState.Regressed, comparison.Rows.Single(row => row.Figure == "run").State);
        Assert.Equal(ComparisonState.Same, comparison.Rows.Single(row => row.Figure == "fetch").State);
    }

    [Fact]
    public void Of_FasterService_IsAnImprovement() => Assert.Equal(
        ComparisonState.Improved,
        RunComparison.Of(Run(Steady), Run(Steady with { Seed = 5, MeanRun = TimeSpan.FromSeconds(38) })).State);

    [Fact]
    public void Of_SignificantAndTinyChange_IsTheSame()
    {
        var many = Steady with { Rates = [20] };

        var comparison = RunComparison.Of(Run(many), Run(many with { Seed = 5, MeanRun = TimeSpan.FromSeconds(45) }));

        Assert.InRange(comparison.Rows.Single(row => row.Figure == "run").PValue.GetValueOrDefault(), 0, 0.001);
        Assert.Equal(ComparisonState.Same, comparison.State);
    }

    [Fact]
    public void Of_MoreJobsFail_IsARegression() => Assert.Equal(
        ComparisonState.Regressed,
        RunComparison.Of(Run(Steady), Run(Steady with { Seed = 5, FailedByService = 0.15 })).Rows.Single(row => row.Figure == "not_completed").State);

    [Fact]
    public void Of_ShortRuns_AreInconclusive()
    {
        var brief = Steady with { StepLength = TimeSpan.FromSeconds(5) };

        var comparison = RunComparison.Of(Run(brief), Run(brief));

        Assert.Equal(ComparisonState.Inconclusive, comparison.State);
        Assert.Contains(comparison.Notes, note => note.Contains("20 needed in each run", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_GeneratorFellBehind_IsInconclusiveAndSaysWhy()
    {
        var comparison = RunComparison.Of(Run(Steady), Run(Steady with { SubmitLateness = TimeSpan.FromSeconds(9) }));

        Assert.Equal(ComparisonState.Inconclusive, comparison.State);
        Assert.Contains(comparison.Notes, note => note.Contains("not to be trusted", StringComparison.Ordinal));
    }

    [Fact]
    public void ToJson_Comparison_NamesItsFalseAlarmRate() =>
        Assert.Contains("\"falseAlarmRate\": 0.05", RunComparison.Of(Run(Steady), Run(Steady)).ToJson(), StringComparison.Ordinal);

    private static PlayedRunOptions Queued(int workers, int minutes) => Steady with
    {
        Workers = workers, StepLength = TimeSpan.FromMinutes(minutes), PollInterval = TimeSpan.FromSeconds(10), Drain = TimeSpan.FromMinutes(15), FailedByService = 0,
    };

    private static RunDocument Run(PlayedRunOptions options) => RunDocument.Conclude(
        new RunHeader { Kind = RunKind.Load, Name = "steady", Seed = 1, ToolVersion = "0.1.0", Target = TargetKind.Simulator },
        PlayedRun.Of(options).Measure(),
        []);
}
