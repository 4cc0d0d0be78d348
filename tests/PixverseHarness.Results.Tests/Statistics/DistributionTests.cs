using CsCheck;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class DistributionTests
{
    private static readonly Gen<long[]> Values = Gen.Long[0, HistogramLayout.Highest].Array[0, 50];

    [Fact]
    public void Merge_TwoParts_EqualsTheWholeRecordedAtOnce() => Gen.Select(Values, Values).Sample((left, right) =>
        Stored(Distribution.Of(left).Merge(Distribution.Of(right))) == Stored(Distribution.Of(left.Concat(right))));

    [Fact]
    public void Since_AnEarlierState_IsWhatCameBetween() => Gen.Select(Values, Values).Sample((early, late) =>
        Distribution.Of(early.Concat(late)).Since(Distribution.Of(early)) is var between
        && between.Count == late.Length
        && between.Sum == late.Sum()
        && Stored(between).Buckets == Stored(Distribution.Of(late)).Buckets);

    [Fact]
    public void ToDistribution_HdrHistogram_HasTheLayoutThatWeCompute() => Values.Sample(values =>
    {
        var histogram = new ValueHistogram();
        foreach (var value in values)
        {
            histogram.Record(value);
        }

        return Stored(histogram.ToDistribution()) == Stored(Distribution.Of(values));
    });

    [Fact]
    public void ToDocument_AndBack_LosesNothing() => Values.Sample(values =>
        Stored(Distribution.Of(values)) is var stored && Stored(stored.ToDistribution()) == stored);

    [Fact]
    public void AtRank_AnyValue_IsWithinAThousandth() => Gen.Long[1, HistogramLayout.Highest].Sample(value =>
    {
        // Two far values keep minimum and maximum from giving the answer away.
        var found = Distribution.Of([0, value, HistogramLayout.Highest]).AtRank(2).GetValueOrDefault();
        return Math.Abs(found - value) <= value / 1000.0;
    });

    [Fact]
    public void Record_FromManyThreads_LosesNothing()
    {
        var histogram = new ValueHistogram();

        Parallel.For(0, 8, thread =>
        {
            for (var value = 0; value < 10_000; value++)
            {
                histogram.Record((value * 8) + thread);
            }
        });

        var distribution = histogram.ToDistribution();
        Assert.Equal(80_000, distribution.Count);
        Assert.Equal((0, 79_999, 79_999L * 40_000), (distribution.Minimum, distribution.Maximum, distribution.Sum));
    }

    private static DistributionDocument Stored(Distribution distribution) => DistributionDocument.Of(distribution);
}
