using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Statistics;

/// <summary>One percentile with everything that is known against it.</summary>
/// <param name="Percent">The percentile, 0 to 100.</param>
/// <param name="Samples">Ended and censored jobs.</param>
/// <param name="SamplesNeeded">Least sample for an interval.</param>
/// <param name="Value">The estimate: exact, or the middle of the bounds; null if nothing was observed or it was not reached.</param>
/// <param name="BoundLow">What polling leaves open: the sample's percentile is at least this; null like <paramref name="Value"/>.</param>
/// <param name="BoundHigh">And at most this; null if jobs that outlived our watching leave it open.</param>
/// <param name="IntervalLow">Lower end of the 95 % confidence interval, bounds included; null if the sample is too small.</param>
/// <param name="IntervalHigh">Upper end; null if the sample is too small, or if censored jobs leave it open.</param>
public sealed record PercentileEstimate(
    double Percent,
    long Samples,
    long SamplesNeeded,
    long? Value = null,
    long? BoundLow = null,
    long? BoundHigh = null,
    long? IntervalLow = null,
    long? IntervalHigh = null)
{
    /// <summary>True if the sample is large enough for an interval. Smaller samples are not worth printing.</summary>
    [JsonIgnore]
    public bool IsSupported => Samples >= SamplesNeeded;

    /// <summary>True if there is data, and so much of it is censored that the percentile lies beyond what was watched.</summary>
    [JsonIgnore]
    public bool IsBeyondReach => Samples > 0 && Value is null;

    /// <summary>
    /// Estimates a percentile. Censored jobs count as still running: in the interval's lower end as ended at once, in its
    /// upper end as never ended, so the interval holds whatever made them outlive us.
    /// </summary>
    public static PercentileEstimate Of(CensoredDistribution sample, double percent)
    {
        var probability = percent / 100;
        var low = KaplanMeier.Quantile(sample.Lower, sample.Censored, probability);
        var high = KaplanMeier.Quantile(sample.Upper, sample.Censored, probability);
        var ranks = OrderStatistics.Ranks(sample.Count, probability);
        return new PercentileEstimate(
            percent,
            sample.Count,
            OrderStatistics.SamplesNeeded(probability),
            low is { } from && high is { } to ? from + ((to - from) / 2) : null,
            low,
            high,
            ranks is { } r ? sample.Lower.Merge(sample.Censored).AtRank(r.Lower) : null,
            ranks is { } s ? sample.Upper.AtRank(s.Upper) : null);
    }
}
