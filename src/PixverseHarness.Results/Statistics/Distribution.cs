using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PixverseHarness.Results.Statistics;

/// <summary>
/// What a histogram held at one moment: sorted buckets with their counts, and the exact count, sum, least and greatest
/// value. Merging two of them is exact; quantiles are exact to the bucket (better than 0.1 %).
/// </summary>
public sealed class Distribution
{
    /// <summary>No value at all.</summary>
    public static readonly Distribution Empty = new([], [], 0, 0, 0);

    internal Distribution(ImmutableArray<long> lows, ImmutableArray<long> counts, long minimum, long maximum, long sum)
    {
        Lows = lows;
        Counts = counts;
        Minimum = minimum;
        Maximum = maximum;
        Sum = sum;
        Count = counts.Sum();
    }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>Least value; 0 if there is none.</summary>
    public long Minimum { get; }

    /// <summary>Greatest value; 0 if there is none.</summary>
    public long Maximum { get; }

    /// <summary>Sum of the values before they were put into buckets.</summary>
    public long Sum { get; }

    /// <summary>Arithmetic mean; 0 if there is no value.</summary>
    public double Mean => Count == 0 ? 0 : (double)Sum / Count;

    /// <summary>Starts of the filled buckets, ascending.</summary>
    internal ImmutableArray<long> Lows { get; }

    /// <summary>Count of each filled bucket, each more than 0.</summary>
    internal ImmutableArray<long> Counts { get; }

    /// <summary>Puts values into buckets, as recording them one by one would.</summary>
    public static Distribution Of(IEnumerable<long> values)
    {
        var lows = new List<long>();
        long minimum = long.MaxValue, maximum = 0, sum = 0;
        foreach (var value in values)
        {
            var kept = Math.Clamp(value, 0, HistogramLayout.Highest);
            lows.Add(HistogramLayout.Low(kept));
            (minimum, maximum, sum) = (Math.Min(minimum, kept), Math.Max(maximum, kept), sum + kept);
        }

        return lows.Count == 0 ? Empty : OfBuckets(CollectionsMarshal.AsSpan(lows), minimum, maximum, sum);
    }

    /// <summary>The distribution that one histogram fed with both sets of values would hold.</summary>
    public Distribution Merge(Distribution other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        return Combine(other, sign: 1, Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));
    }

    /// <summary>
    /// What was recorded since <paramref name="earlier"/>, an older state of the same histogram. Least and greatest value
    /// are known to the bucket only.
    /// </summary>
    public Distribution Since(Distribution earlier)
    {
        var rest = Combine(earlier, sign: -1, 0, 0);
        return rest.Count == 0
            ? Empty
            : new Distribution(rest.Lows, rest.Counts, rest.Lows[0], HistogramLayout.Middle(rest.Lows[^1]), rest.Sum);
    }

    /// <summary>The value of the given rank (1 is the least), to the bucket; null if there are fewer values.</summary>
    public long? AtRank(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        for (var index = 0; index < Lows.Length; index++)
        {
            rank -= Counts[index];
            if (rank <= 0)
            {
                return Value(index);
            }
        }

        return null;
    }

    /// <summary>How many values lie at or below <paramref name="limit"/>, to the bucket.</summary>
    public long CountAtOrBelow(long limit)
    {
        long count = 0;
        for (var index = 0; index < Lows.Length && Value(index) <= limit; index++)
        {
            count += Counts[index];
        }

        return count;
    }

    /// <summary>The value that stands for the bucket at <paramref name="index"/>.</summary>
    internal long Value(int index) => Math.Clamp(HistogramLayout.Middle(Lows[index]), Minimum, Maximum);

    // One pass over the sorted starts counts each bucket; a running load asks for this once a second.
    private static Distribution OfBuckets(Span<long> lows, long minimum, long maximum, long sum)
    {
        lows.Sort();
        var starts = ImmutableArray.CreateBuilder<long>();
        var counts = ImmutableArray.CreateBuilder<long>();
        while (!lows.IsEmpty)
        {
            var next = lows.IndexOfAnyExcept(lows[0]);
            var count = next < 0 ? lows.Length : next;
            starts.Add(lows[0]);
            counts.Add(count);
            lows = lows[count..];
        }

        return new Distribution(starts.DrainToImmutable(), counts.DrainToImmutable(), minimum, maximum, sum);
    }

    private Distribution Combine(Distribution other, int sign, long minimum, long maximum)
    {
        var lows = ImmutableArray.CreateBuilder<long>(Lows.Length + other.Lows.Length);
        var counts = ImmutableArray.CreateBuilder<long>(Lows.Length + other.Lows.Length);
        for (int own = 0, its = 0; own < Lows.Length || its < other.Lows.Length;)
        {
            var low = Math.Min(own < Lows.Length ? Lows[own] : long.MaxValue, its < other.Lows.Length ? other.Lows[its] : long.MaxValue);
            var count = 0L;
            if (own < Lows.Length && Lows[own] == low)
            {
                count += Counts[own++];
            }

            if (its < other.Lows.Length && other.Lows[its] == low)
            {
                count += sign * other.Counts[its++];
            }

            if (count != 0)
            {
                lows.Add(low);
                counts.Add(count);
            }
        }

        return new Distribution(lows.DrainToImmutable(), counts.DrainToImmutable(), minimum, maximum, Sum + (sign * other.Sum));
    }
}
