using MathNet.Numerics.Distributions;

namespace PixverseHarness.Results.Statistics;

/// <summary>
/// Confidence intervals for quantiles that assume nothing about the distribution: the number of values below the true
/// p-quantile is binomial(n, p), so two ranks enclose it with at least the stated confidence.
/// </summary>
internal static class OrderStatistics
{
    /// <summary>Two-sided confidence of every interval in a report.</summary>
    public const double Confidence = 0.95;

    private const double Tail = (1 - Confidence) / 2;

    /// <summary>Least sample for which the interval has both ends: 6, 36, 72 and 368 for p50, p90, p95 and p99.</summary>
    public static long SamplesNeeded(double probability)
    {
        var rarer = Math.Max(probability, 1 - probability);
        return rarer is 0 or 1 ? long.MaxValue : (long)Math.Ceiling(Math.Log(Tail) / Math.Log(rarer));
    }

    /// <summary>Ranks (1 is the least) that enclose the quantile; null if the sample is too small for an interval.</summary>
    public static (long Lower, long Upper)? Ranks(long count, double probability)
    {
        if (count < SamplesNeeded(probability))
        {
            return null;
        }

        // Least k with CDF(k) > Tail: ranks 1..k are each missed with at most that chance.
        var lower = FirstWhere(count, k => Cumulative(probability, count, k) > Tail);
        var upper = FirstWhere(count, k => Cumulative(probability, count, k) >= 1 - Tail) + 1;
        return (Math.Max(1, lower), Math.Min(count, upper));
    }

    private static double Cumulative(double probability, long count, long k) => Binomial.CDF(probability, checked((int)count), k);

    private static long FirstWhere(long count, Func<long, bool> holds)
    {
        long low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
