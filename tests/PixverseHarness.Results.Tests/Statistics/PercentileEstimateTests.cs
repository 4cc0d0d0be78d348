using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Tests.Played;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class PercentileEstimateTests
{
    [Fact]
    public void Of_ServerStatesNothing_TrueRunTimesLieInTheReportedBoundsForEverySeed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var run = PlayedRun.Of(new PlayedRunOptions
            {
                Seed = seed, ServerStatesTimes = false, StepLength = TimeSpan.FromMinutes(2), Rates = [0.8], Workers = 30,
            });
            var truth = Distribution.Of(run.TrueRuns.Select(value => Units.Microseconds(value)));

            var phase = run.Measure().Phase(JobPhase.Run)!;

            foreach (var estimate in phase.Percentiles.Where(estimate => estimate.Percent is 50 or 95))
            {
                var expected = KaplanMeier.Quantile(truth, Distribution.Empty, estimate.Percent / 100).GetValueOrDefault();
                Assert.True(
                    estimate.BoundLow <= expected * 1.001 && estimate.BoundHigh >= expected * 0.999,
                    $"seed {seed}: p{estimate.Percent} of {expected} outside [{estimate.BoundLow}, {estimate.BoundHigh}]");
            }
        }
    }

    [Fact]
    public void Of_ConstantRunsPolledEveryTwoSeconds_MiddleOfTheMedianIsUnbiased()
    {
        var random = new Random(3);
        var lower = new List<long>();
        var upper = new List<long>();
        const long truth = 30_200_000, interval = 2_000_000;
        for (var job = 0; job < 1000; job++)
        {
            var seen = truth + (long)(random.NextDouble() * interval);
            lower.Add(seen - interval);
            upper.Add(seen);
        }

        var estimate = PercentileEstimate.Of(new CensoredDistribution(Distribution.Of(lower), Distribution.Of(upper), Distribution.Empty), 50);

        Assert.InRange(estimate.Value.GetValueOrDefault(), truth - 100_000, truth + 100_000);
        Assert.InRange(truth, estimate.BoundLow.GetValueOrDefault(), estimate.BoundHigh.GetValueOrDefault());
    }

    [Fact]
    public void Of_TenPercentNeverEnd_UpperPercentilesAreOpenAndNeverSmall()
    {
        var run = PlayedRun.Of(new PlayedRunOptions { NeverEnds = 0.10 }).Measure();

        var jobs = run.Phase(JobPhase.EndToEnd)!;
        var p95 = jobs.Percentiles.Single(estimate => estimate.Percent == 95);

        Assert.True(p95.IsBeyondReach);
        Assert.Null(p95.IntervalHigh);
        Assert.NotNull(p95.IntervalLow);
        Assert.NotNull(jobs.Percentiles.Single(estimate => estimate.Percent == 50).Value);
    }

    [Fact]
    public void Of_TooSmallASample_HasAValueAndNoInterval()
    {
        var sample = Distribution.Of([1, 2, 3, 4, 5]);

        var estimate = PercentileEstimate.Of(new CensoredDistribution(sample, sample, Distribution.Empty), 50);

        Assert.False(estimate.IsSupported);
        Assert.Equal((3, null, null), (estimate.Value, estimate.IntervalLow, estimate.IntervalHigh));
    }
}
