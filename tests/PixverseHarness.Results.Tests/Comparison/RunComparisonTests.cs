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

        Assert.Equal(ComparisonState.Inconclusive, RunComparison.Of(Run(brief), Run(brief)).State);
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

    private static RunDocument Run(PlayedRunOptions options) => RunDocument.Conclude(
        new RunHeader { Kind = RunKind.Load, Name = "steady", Seed = 1, ToolVersion = "0.1.0", Target = TargetKind.Simulator },
        PlayedRun.Of(options).Measure(),
        []);
}
