using PixverseHarness.Cli;
using PixverseHarness.Cli.Tests;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.NBomber.Tests.Package;

/// <summary>One scenario file, played by both engines over real HTTP, each on a twin of its own.</summary>
[Collection("NBomber")]
[Trait("Package", "NBomber")]
public sealed class SameBehaviourTests
{
    private const string Scenario = """
        {
          "name": "both",
          "purpose": "The same jobs by both engines.",
          "load": [{ "simulation": "inject", "rate": "24/s", "during": "6s" }],
          "polls": { "policy": "jittered", "every": "1s", "spread": 0.9 },
          "jobTimeout": "30s",
          "thresholds": ["jobs_completed: rate>99%"]
        }
        """;

    [Fact]
    public async Task Load_OneScenarioOnBothEngines_MakesTheSameJobsWithOverlappingPercentiles()
    {
        // At the same time, so that whatever else the machine does meets both.
        var runs = await Task.WhenAll(RunAsync("pixverse"), RunAsync("nbomber"));
        var (ours, theirs) = (runs[0], runs[1]);

        Assert.Equal((144, 144), (ours.Jobs, ours.Run.Measured!.Count(JobOutcome.Completed)));
        Assert.Equal((ours.Jobs, ours.Charged), (theirs.Jobs, theirs.Charged));
        Assert.Equal(ours.Run.Measured!.Count(JobOutcome.Completed), theirs.Run.Measured!.Count(JobOutcome.Completed));
        foreach (var percent in (int[])[50, 95])
        {
            var (one, other) = (Percentile(ours.Run, percent), Percentile(theirs.Run, percent));
            Assert.True(one.IntervalLow <= other.IntervalHigh && other.IntervalLow <= one.IntervalHigh, $"p{percent}: {one} and {other} do not overlap.");
        }

        Assert.Equal(144, ours.Run.Measured.Request(RequestOperation.Submit).Lateness.Count);
        Assert.Equal(0, theirs.Run.Measured.Request(RequestOperation.Submit).Lateness.Count);
        Assert.Contains(theirs.Run.Remarks, static remark => remark.Trouble == "nbomber-count" && remark.Sentence.Contains(" 144 jobs", StringComparison.Ordinal));
        Assert.DoesNotContain(theirs.Run.Remarks, static remark => remark.Trouble == "nbomber-miscount");
    }

    private static PercentileEstimate Percentile(RunDocument run, int percent) => PercentileEstimate.Of(
        run.Measured!.Durations(JobPhase.EndToEnd, MeasureSource.Uncorrected, static outcome => outcome == JobOutcome.Completed), percent);

    private static async Task<(int Jobs, long Charged, RunDocument Run)> RunAsync(string engine)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("both.json"), Scenario);
        await using var twin = await PixverseTwin.StartAsync(
            new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = TimeSpan.FromSeconds(2) } }, Pixverse.RealClock);
        var command = new Pixverse { Clock = Pixverse.RealClock };

        var ended = await command.RunAsync(
            "load", folder.File("both.json"), "--engine", engine, "--target", twin.Origin.GetLeftPart(UriPartial.Authority), "--out", folder.File("out"), "--seed", "5");

        // A busy machine may make a generator late, which a run says of itself; here only its jobs and their times count.
        Assert.True(ended.Code is ExitCodes.Ok or ExitCodes.Inconclusive, $"{engine}: {ended.Code} {ended.Error} {ended.Output}");
        var run = RunDocument.FromJson(await File.ReadAllTextAsync(folder.File("out/run.json")));
        return (twin.Jobs.Count, twin.Ledger.Sum(static line => line.Charged.Value), run);
    }
}
