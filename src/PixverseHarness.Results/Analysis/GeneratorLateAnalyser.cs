using System.Globalization;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Text;

namespace PixverseHarness.Results.Analysis;

/// <summary>
/// The generator fell behind its plan. Corrected latencies count its lateness, so they are true for the user of a late
/// generator and say little of the target.
/// </summary>
internal sealed class GeneratorLateAnalyser : IRunAnalyser
{
    /// <summary>Least share of due arrivals that must have been sent in the time of the plan.</summary>
    public const double LeastAchieved = 0.99;

    /// <summary>Greatest lateness (at the highest percentile that the sample supports) as a share of the median job. Both sides scale with a paced twin, so the pace cancels out.</summary>
    public const double MostLateShare = 0.01;

    /// <summary>Lateness below this is the timer's own grain and no sign of saturation, however short the jobs.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(20);

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        var run = input.Measured;
        // A rate limit that is obeyed delays arrivals, too; then only the lateness after it tells of the generator.
        if (run.Totals.ThrottledUs == 0 && Achieved(run) is < LeastAchieved and var achieved)
        {
            yield return new Remark("generator-late", RemarkWeight.Distrust, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {achieved:0.0 %} of the offered arrivals were sent in their time (limit {LeastAchieved:0 %}): the generator did not keep the rate. Lower it or free the machine, and run again."));
        }

        foreach (var operation in (RequestOperation[])[RequestOperation.Submit, RequestOperation.Poll])
        {
            if (Tail(run.Request(operation).Lateness.ToDistribution()) is var (percent, late)
                && late > Units.Microseconds(Grain)
                && run.Phase(JobPhase.EndToEnd)?.Percentiles[0].Value is { } median
                && late > MostLateShare * median)
            {
                yield return new Remark("generator-late", RemarkWeight.Distrust, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{operation} requests left late: p{percent} {DurationText.Format(late)}, more than {MostLateShare:0 %} of the median job ({DurationText.Format(median)}). Lower the rate or free the machine, and run again."));
            }
        }
    }

    /// <summary>
    /// Share of due arrivals sent while the plan still offered some, and in the bucket of the series after that: the last
    /// arrival may be due at a bucket's very end. Shed arrivals are another trouble and are left out on both sides. Null if
    /// nothing was due.
    /// </summary>
    private static double? Achieved(MeasuredDocument run)
    {
        var series = run.Series;
        var offered = series.Offered.Sum() - series.Shed.Sum();
        var buckets = series.Offered.Length;
        while (buckets > 0 && series.Offered[buckets - 1] == 0)
        {
            buckets--;
        }

        return offered > 0 ? Math.Min(1, (double)series.Sent.Take(buckets + 1).Sum() / offered) : null;
    }

    /// <summary>The highest percentile that the sample supports: of sixty submits p99 would be the single worst one.</summary>
    private static (double Percent, long Value)? Tail(Distribution lateness)
    {
        foreach (var percent in (double[])[99, 95, 90, 50])
        {
            if (lateness.Count >= OrderStatistics.SamplesNeeded(percent / 100)
                && KaplanMeier.Quantile(lateness, Distribution.Empty, percent / 100) is { } value)
            {
                return (percent, value);
            }
        }

        return null;
    }
}
