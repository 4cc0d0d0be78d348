using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class RankTestTests
{
    [Fact]
    public void PValue_SameSample_IsOne() => Assert.Equal(1, RankTest.PValue(Exact(Draw(1, 50, 0)), Exact(Draw(1, 50, 0))).GetValueOrDefault(), 6);

    [Fact]
    public void PValue_ShiftedSample_IsSmallAndSymmetric()
    {
        var (left, right) = (Exact(Draw(1, 100, 0)), Exact(Draw(2, 100, 400)));

        var there = RankTest.PValue(left, right).GetValueOrDefault();

        Assert.InRange(there, 0, 1e-6);
        Assert.Equal(there, RankTest.PValue(right, left).GetValueOrDefault(), 12);
    }

    [Fact]
    public void PValue_EqualSources_FallsBelowFivePercentInFivePercent()
    {
        const int repetitions = 2000;
        var alarms = Enumerable.Range(0, repetitions)
            .Count(seed => RankTest.PValue(Exact(Draw(2 * seed, 60, 0)), Exact(Draw((2 * seed) + 1, 80, 0))) < 0.05);

        // One standard error of the share is 0.005.
        Assert.InRange((double)alarms / repetitions, 0.035, 0.065);
    }

    [Fact]
    public void PValue_TextbookSample_AgreesWithTheRankSum()
    {
        // 20 values 1..20 against 21..40: U = 0, mean 200, sd sqrt(20*20*41/12) = 36.968; z = 199.5/36.968 = 5.3966.
        var chance = RankTest.PValue(Exact(Range(1)), Exact(Range(21))).GetValueOrDefault();

        Assert.InRange(chance, 6.7e-8, 6.9e-8);
    }

    [Fact]
    public void PValue_FewSamples_IsUnknown() => Assert.Null(RankTest.PValue(Exact(Draw(1, 19, 0)), Exact(Draw(2, 100, 0))));

    [Fact]
    public void PValue_MoreJobsThatNeverEnd_AreALongerSample()
    {
        var values = Distribution.Of(Draw(3, 100, 0));
        var hanging = new CensoredDistribution(values, values, Distribution.Of(Enumerable.Repeat(1L, 50)));

        Assert.InRange(RankTest.PValue(Exact(Draw(4, 100, 0)), hanging).GetValueOrDefault(), 0, 1e-4);
    }

    private static IEnumerable<long> Range(int from) => Enumerable.Range(from, 20).Select(value => (long)value);

    private static long[] Draw(int seed, int count, int shift)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(0, 1000) + shift)];
    }

    private static CensoredDistribution Exact(IEnumerable<long> values)
    {
        var distribution = Distribution.Of(values);
        return new CensoredDistribution(distribution, distribution, Distribution.Empty);
    }
}
