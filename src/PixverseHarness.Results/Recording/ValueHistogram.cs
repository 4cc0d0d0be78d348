using System.Collections.Immutable;
using HdrHistogram;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Recording;

/// <summary>
/// A histogram that many threads record into without locks. About 94 KB, however many values it takes. A distribution
/// taken while others record may miss the values of that moment, never invent one.
/// </summary>
internal sealed class ValueHistogram
{
    private readonly IntConcurrentHistogram _counts = new(1, HistogramLayout.Highest, HistogramLayout.Digits);
    private long _sum;
    private long _minimum = long.MaxValue;
    private long _maximum;

    /// <summary>Records a value in the histogram's unit; below 0 counts as 0, beyond the layout as its highest.</summary>
    public void Record(long value)
    {
        var kept = Math.Clamp(value, 0, HistogramLayout.Highest);
        _counts.RecordValue(kept);
        Interlocked.Add(ref _sum, kept);
        LowerTo(ref _minimum, kept);
        RaiseTo(ref _maximum, kept);
    }

    /// <summary>Records a duration in microseconds.</summary>
    public void Record(TimeSpan duration) => Record(duration.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>What has been recorded so far.</summary>
    public Distribution ToDistribution()
    {
        var lows = ImmutableArray.CreateBuilder<long>();
        var counts = ImmutableArray.CreateBuilder<long>();
        var (minimum, maximum) = (Volatile.Read(ref _minimum), Volatile.Read(ref _maximum));

        // By value and not by the library's enumerator, which throws when somebody records meanwhile.
        for (var low = HistogramLayout.Low(minimum); low <= maximum; low += HistogramLayout.Width(low))
        {
            if (_counts.GetCountAtValue(low) is > 0 and var count)
            {
                lows.Add(low);
                counts.Add(count);
            }
        }

        return lows.Count == 0
            ? Distribution.Empty
            : new Distribution(
                lows.DrainToImmutable(),
                counts.DrainToImmutable(),
                minimum,
                maximum,
                Volatile.Read(ref _sum));
    }

    private static void RaiseTo(ref long target, long value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var before && before == seen ? value : before;
        }
    }

    private static void LowerTo(ref long target, long value)
    {
        for (var seen = Volatile.Read(ref target); value < seen;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var before && before == seen ? value : before;
        }
    }
}
