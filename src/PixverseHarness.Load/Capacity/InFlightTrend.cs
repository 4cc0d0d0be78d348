using MathNet.Numerics.Distributions;

namespace PixverseHarness.Load.Capacity;

/// <summary>
/// Whether jobs in flight grow: a straight line through their number over time. A service that keeps up has none, whatever the
/// rate; one that does not grows by the excess.
/// </summary>
/// <param name="PerSecond">Jobs per second by which they grow; negative if they shrink.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Freedom">Degrees of freedom of that error, 1 or more.</param>
public readonly record struct InFlightTrend(double PerSecond, double StandardError, double Freedom)
{
    private const int Points = 200;

    // A step is looked at some twenty times: all looks together raise a false alarm in about one of 500 steps.
    private const double Confidence = 0.9999;

    /// <summary>Whether the growth is beyond chance (Student's t, one-sided, 99.99 %) and more than <paramref name="share"/> of the offered <paramref name="rate"/> (jobs per second).</summary>
    public bool IsGrowth(double rate, double share) => PerSecond > share * rate && PerSecond > StudentT.InvCDF(0, 1, Freedom, Confidence) * StandardError;

    /// <summary>
    /// Fits the line to the changes between two instants. Neighbouring values are the same jobs, so only one value per
    /// <paramref name="memory"/> counts as new evidence.
    /// </summary>
    /// <param name="changes">The number of jobs from each instant on, in order.</param>
    /// <param name="from">Where the fit begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="memory">How long a value remembers: twice a job's time.</param>
    public static InFlightTrend Of(IReadOnlyList<(TimeSpan At, int Jobs)> changes, TimeSpan from, TimeSpan to, TimeSpan memory)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (to <= from || changes.Count == 0)
        {
            return new InFlightTrend(0, double.PositiveInfinity, 1);
        }

        var values = MeansOfSlices(changes, from, to);
        var slice = (to - from).TotalSeconds / Points;
        double slopeSum = 0;
        double spread = 0;
        var mean = values.Average();
        for (var point = 0; point < Points; point++)
        {
            var x = (point - ((Points - 1) / 2.0)) * slice;
            slopeSum += x * (values[point] - mean);
            spread += x * x;
        }

        var slope = slopeSum / spread;
        double residuals = 0;
        for (var point = 0; point < Points; point++)
        {
            var residual = values[point] - mean - (slope * (point - ((Points - 1) / 2.0)) * slice);
            residuals += residual * residual;
        }

        var evidence = Math.Clamp((to - from) / memory, 3, Points);
        return new InFlightTrend(slope, Math.Sqrt(residuals / spread / (evidence - 2)), evidence - 2);
    }

    private static double[] MeansOfSlices(IReadOnlyList<(TimeSpan At, int Jobs)> changes, TimeSpan from, TimeSpan to)
    {
        var means = new double[Points];
        var next = 0;
        var jobs = 0;
        for (var slice = 0; slice < Points; slice++)
        {
            var begin = from + ((to - from) * (slice / (double)Points));
            var end = from + ((to - from) * ((slice + 1) / (double)Points));
            var at = begin;
            double jobTicks = 0;
            while (next < changes.Count && changes[next].At < end)
            {
                if (changes[next].At > at)
                {
                    jobTicks += jobs * (double)(changes[next].At - at).Ticks;
                    at = changes[next].At;
                }

                jobs = changes[next++].Jobs;
            }

            means[slice] = (jobTicks + (jobs * (double)(end - at).Ticks)) / (end - begin).Ticks;
        }

        return means;
    }
}
