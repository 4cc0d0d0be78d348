using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace PixverseHarness.Results.Statistics;

/// <summary>
/// Do two runs differ, where jobs of one run resemble their neighbours? Both runs are cut into the same number of stretches; what
/// one differs from the other by is compared stretch by stretch, so that what the plan does at that moment cancels out, and a t-test
/// on those few differences needs no independent jobs, only independent stretches (Ibragimov and Müller, 2010). Whether they are is
/// measured: stretches are lengthened until hardly anything carries over from one to the next. Where a queue grows without end,
/// everything carries over, however long they are; then the steps from one difference to the next are tested in their place.
/// </summary>
internal static class StretchTest
{
    /// <summary>Least number of stretches.</summary>
    public const int Least = 12;

    // Of equal runs on a service at or beyond its limit, short ones and long ones, this lets fewer than 4 % through at a significance of
    // 0.05/6. Half the limit costs a third of the changes that are seen, and with fewer stretches a walk looks like noise too often.
    private const double MostCarriedOver = 0.2;

    // The means of a walk's stretches take steps that are alike by a quarter, although those of the walk itself are independent.
    private const double OfAveraging = 0.25;

    // Differences and their steps are two chances of a false alarm.
    private const double Ways = 2;

    private static readonly ImmutableArray<int> Tried = [32, 20, Least];

    /// <summary>Tests some figures of two runs over the same stretches, which must be independent in all of them.</summary>
    public static StretchResult Of(params ReadOnlySpan<(TimeSums Before, TimeSums After)> figures)
    {
        double? carriedOver = null;
        foreach (var isDrift in (bool[])[false, true])
        {
            foreach (var count in Tried)
            {
                var tests = new List<(double Chance, double CarriedOver)>();
                foreach (var (before, after) in figures)
                {
                    double[] differences = [.. before.Means(count).Zip(after.Means(count), static (left, right) => right - left).OfType<double>()];
                    if (differences.Length >= Least)
                    {
                        tests.Add(isDrift
                            ? Test([.. differences.Zip(differences.Skip(1), static (one, next) => next - one)], OfAveraging)
                            : Test(differences, 0));
                    }
                }

                if (tests.Count < figures.Length)
                {
                    continue;
                }

                var most = tests.Max(static test => test.CarriedOver);
                if (most <= MostCarriedOver + (isDrift ? OfAveraging : 0))
                {
                    return new StretchResult([.. tests.Select(static test => Math.Min(1, test.Chance * Ways))], count, isDrift, carriedOver ?? most);
                }

                carriedOver = isDrift ? carriedOver : most;
            }
        }

        return new StretchResult([], 0, false, carriedOver);
    }

    /// <summary>Two-sided p-value for a mean of 0, and the correlation of neighbours, at least <paramref name="known"/>, by which it is corrected.</summary>
    private static (double Chance, double CarriedOver) Test(double[] values, double known)
    {
        var count = values.Length;
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        if (squares <= 0)
        {
            return (mean == 0 ? 1 : 0, known);
        }

        // Taking the mean off makes neighbours look opposed by about one in so many.
        var neighbours = values.Zip(values.Skip(1), (left, right) => (left - mean) * (right - mean)).Sum();
        var correlation = Math.Max(known, (neighbours / squares) + (1.0 / count));
        var error = Math.Sqrt(squares / (count - 1) / count * (1 + (2 * correlation)));
        return (2 * StudentT.CDF(0, 1, count - 1, -Math.Abs(mean) / error), correlation);
    }
}
