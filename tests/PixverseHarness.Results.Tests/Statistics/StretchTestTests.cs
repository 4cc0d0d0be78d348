using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class StretchTestTests
{
    private const int Buckets = 120;

    // As a comparison of six figures uses it.
    private const double Significance = 0.05 / 6;
    private const double MostAlarms = 0.05;
    private const int Pairs = 1000;

    [Fact]
    public void Of_IndependentBuckets_RaisesFalseAlarmsAtMostAtItsRate() =>
        Assert.InRange(Alarms(static (_, noise) => noise), 0, (int)(Pairs * Significance));

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Of_BucketsThatResembleTheirNeighbours_RaisesFewerFalseAlarmsThanAComparisonMay(double memory) =>
        Assert.InRange(Alarms((before, noise) => (memory * before) + noise), 0, (int)(Pairs * MostAlarms));

    [Fact]
    public void Of_SameRampInBothAndASmallChange_SeesTheChange()
    {
        var (before, after) = (Series(1, static (_, noise) => noise, static bucket => 10 * bucket), Series(2, static (_, noise) => noise, static bucket => 2 + (10 * bucket)));

        var result = StretchTest.Of((before, after));

        Assert.InRange(Assert.Single(result.Chances), 0, 0.001);
        Assert.Equal((32, false), (result.Stretches, result.IsDrift));
    }

    [Fact]
    public void Of_OneThatGrowsWithoutEnd_SeesTheDrift()
    {
        var (before, after) = (Series(1, static (_, noise) => noise), Series(2, static (before, noise) => before + (0.1 * noise), static bucket => bucket));

        var result = StretchTest.Of((before, after));

        Assert.InRange(Assert.Single(result.Chances), 0, 0.001);
        Assert.True(result.IsDrift);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(0)]
    public void Of_FewerBucketsThanStretches_SaysNothing(int buckets)
    {
        var sums = new TimeSums([.. Enumerable.Repeat(1L, buckets)], [.. Enumerable.Range(0, buckets).Select(static bucket => (long)bucket)]);

        var result = StretchTest.Of((sums, sums));

        Assert.Empty(result.Chances);
        Assert.Null(result.CarriedOver);
    }

    [Fact]
    public void Of_TheSameRun_IsNoChange()
    {
        var run = Series(1, static (_, noise) => noise);

        Assert.Equal(1, Assert.Single(StretchTest.Of((run, run)).Chances));
    }

    private static int Alarms(Func<double, double, double> next) => Enumerable.Range(0, Pairs).Count(pair =>
        StretchTest.Of((Series(2 * pair, next), Series((2 * pair) + 1, next))).Chances is [< Significance]);

    /// <summary>A series whose values follow from the one before and noise of variance 1.</summary>
    private static TimeSums Series(int seed, Func<double, double, double> next, Func<int, double>? ramp = null)
    {
        var random = new Random(seed);
        double value = 0;
        var sums = new long[Buckets];
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            value = next(value, Math.Sqrt(12) * (random.NextDouble() - 0.5));
            sums[bucket] = (long)(1000 * (value + (ramp?.Invoke(bucket) ?? 0)));
        }

        return new TimeSums([.. Enumerable.Repeat(1L, Buckets)], [.. sums]);
    }
}
