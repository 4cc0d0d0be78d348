using MathNet.Numerics;

namespace PixverseHarness.Results.Statistics;

/// <summary>
/// The rank test of Mann and Whitney (1947) on stored distributions: do values of one run tend to be greater than those of
/// another? Assumes no shape, only that jobs are independent. Values that share a bucket are ties; jobs that outlived
/// their run rank above all others.
/// </summary>
internal static class RankTest
{
    /// <summary>Least size of each sample for the normal approximation.</summary>
    public const long LeastSamples = 20;

    /// <summary>
    /// Two-sided p-value, with the correction for ties; null if a sample is too small. Equal samples give 1.
    /// </summary>
    public static double? PValue(CensoredDistribution left, CensoredDistribution right)
    {
        double n = left.Count, m = right.Count;
        if (n < LeastSamples || m < LeastSamples)
        {
            return null;
        }

        double below = 0, rankSum = 0, ties = 0;
        foreach (var (inLeft, inRight) in Groups(left, right))
        {
            var size = inLeft + inRight;
            rankSum += inLeft * (below + ((size + 1) / 2));
            ties += (size * size * size) - size;
            below += size;
        }

        var total = n + m;
        var variance = n * m / 12 * (total + 1 - (ties / (total * (total - 1))));
        var distance = Math.Abs(rankSum - (n * (total + 1) / 2));
        return variance <= 0 ? 1 : SpecialFunctions.Erfc(Math.Max(0, distance - 0.5) / Math.Sqrt(2 * variance));
    }

    private static IEnumerable<(double Left, double Right)> Groups(CensoredDistribution left, CensoredDistribution right)
    {
        int i = 0, j = 0;
        var (a, b) = (left.Upper, right.Upper);
        while (i < a.Lows.Length || j < b.Lows.Length)
        {
            var low = Math.Min(i < a.Lows.Length ? a.Lows[i] : long.MaxValue, j < b.Lows.Length ? b.Lows[j] : long.MaxValue);
            yield return (
                i < a.Lows.Length && a.Lows[i] == low ? a.Counts[i++] : 0,
                j < b.Lows.Length && b.Lows[j] == low ? b.Counts[j++] : 0);
        }

        yield return (left.Censored.Count, right.Censored.Count);
    }
}
