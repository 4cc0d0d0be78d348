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

    /// <summary>Greatest p99 lateness as a share of the median job. Both sides scale with a paced twin, so the pace cancels out.</summary>
    public const double MostLateShare = 0.01;

    /// <summary>Lateness below this is the timer's own grain and no sign of saturation, however short the jobs.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(20);

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        var run = input.Measured;
        if (Achieved(run) is < LeastAchieved and var achieved)
        {
            yield return new Remark("generator-late", RemarkWeight.Distrust, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {achieved:0.0 %} of the offered arrivals were sent in their time (limit {LeastAchieved:0 %}): the generator did not keep the rate."));
        }

        foreach (var operation in (RequestOperation[])[RequestOperation.Submit, RequestOperation.Poll])
        {
            if (Lateness(run, operation) is { } late
                && late > Units.Microseconds(Grain)
                && Median(run) is { } median
                && late > MostLateShare * median)
            {
                yield return new Remark("generator-late", RemarkWeight.Distrust, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{operation} requests left late: p99 {DurationText.Format(late)}, more than {MostLateShare:0 %} of the median job ({DurationText.Format(median)})."));
            }
        }
    }

    /// <summary>
    /// Share of due arrivals sent while the plan still offered some: the last bucket with an offer ends the count. Shed
    /// arrivals are another trouble and are left out on both sides. Null if nothing was due.
    /// </summary>
    internal static double? Achieved(MeasuredDocument run)
    {
        var last = run.Series.Offered.LastIndexOf(run.Series.Offered.LastOrDefault(count => count > 0));
        var offered = run.Series.Offered.Sum() - run.Series.Shed.Sum();
        return offered > 0 && last >= 0 ? Math.Min(1, (double)run.Series.Sent.Take(last + 1).Sum() / offered) : null;
    }

    internal static long? Lateness(MeasuredDocument run, RequestOperation operation) =>
        KaplanMeier.Quantile(run.Request(operation).Lateness.ToDistribution(), Distribution.Empty, 0.99);

    private static long? Median(MeasuredDocument run) => run.Phase(JobPhase.EndToEnd)?.Percentiles[0].Value;
}
