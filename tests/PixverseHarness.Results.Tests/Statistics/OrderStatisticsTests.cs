using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class OrderStatisticsTests
{
    [Theory]
    [InlineData(0.50, 6)]
    [InlineData(0.90, 36)]
    [InlineData(0.95, 72)]
    [InlineData(0.99, 368)]
    public void SamplesNeeded_Percentile_IsWhereAnIntervalBeginsToExist(double probability, long needed)
    {
        Assert.Equal(needed, OrderStatistics.SamplesNeeded(probability));
        Assert.Null(OrderStatistics.Ranks(needed - 1, probability));
        Assert.NotNull(OrderStatistics.Ranks(needed, probability));
    }

    [Theory]
    [InlineData(6, 0.5, 1, 6)]
    [InlineData(100, 0.5, 40, 61)]
    public void Ranks_KnownCases_AgreeWithPublishedTables(long count, double probability, long lower, long upper) =>
        Assert.Equal((lower, upper), OrderStatistics.Ranks(count, probability));

    [Theory]
    [InlineData(40, 0.5)]
    [InlineData(100, 0.9)]
    [InlineData(200, 0.95)]
    public void Ranks_RepeatedSamples_CoverTheTrueQuantileAtLeastAsOftenAsStated(int count, double probability)
    {
        const int repetitions = 4000;
        var random = new Random(7);
        var (lower, upper) = OrderStatistics.Ranks(count, probability).GetValueOrDefault();

        var covered = 0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var sorted = Enumerable.Range(0, count).Select(_ => random.NextDouble()).Order().ToArray();
            covered += sorted[(int)lower - 1] <= probability && probability <= sorted[(int)upper - 1] ? 1 : 0;
        }

        // One standard error of the share is 0.0034.
        Assert.InRange((double)covered / repetitions, 0.94, 0.99);
    }
}
