using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Recording;

public sealed class ValueHistogramTests
{
    [Fact]
    public async Task ToDistribution_WhileOthersRecord_HoldsWhatWasRecordedAndNeverThrows()
    {
        const int Values = 300_000;
        var histogram = new ValueHistogram();
        var recording = Task.Run(() =>
        {
            for (var value = 1; value <= Values; value++)
            {
                histogram.Record(value * 7L);
            }
        });

        long seen = 0;
        var looks = 0;
        do
        {
            var count = histogram.ToDistribution().Count;
            Assert.InRange(count, seen, Values);
            seen = count;
            looks++;
        }
        while (!recording.IsCompleted);
        await recording;

        Assert.Equal(Values, histogram.ToDistribution().Count);
        Assert.True(looks > 1, "it was never looked at while somebody recorded");
    }

    [Fact]
    public void ToDistribution_ValuesOfEverySize_FallIntoTheBucketsOfTheLayout()
    {
        long[] values = [0, 1, 2047, 2048, 2049, 4095, 4096, 999_999, 44_000_000, 7_199_999_999, HistogramLayout.Highest, long.MaxValue];
        var histogram = new ValueHistogram();
        foreach (var value in values)
        {
            histogram.Record(value);
        }

        var distribution = histogram.ToDistribution();

        Assert.Equal(values.Select(v => HistogramLayout.Low(Math.Min(v, HistogramLayout.Highest))).Distinct(), distribution.Lows);
        Assert.Equal((values.Length, 0L, HistogramLayout.Highest), (distribution.Count, distribution.Minimum, distribution.Maximum));
    }
}
