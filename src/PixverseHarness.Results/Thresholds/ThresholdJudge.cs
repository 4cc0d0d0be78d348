using System.Globalization;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Text;

namespace PixverseHarness.Results.Thresholds;

/// <summary>Judges thresholds against what a run measured.</summary>
public static class ThresholdJudge
{
    /// <summary>Judges one threshold over the whole run.</summary>
    public static ThresholdResult Judge(Threshold threshold, MeasuredDocument run)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        ArgumentNullException.ThrowIfNull(run);
        return Judge(threshold, Read(threshold, run), Missing(threshold, run));
    }

    internal static MetricReading Read(Threshold threshold, MeasuredDocument run) => threshold.Metric.Read(run, threshold.TagSet);

    internal static ThresholdResult Judge(Threshold threshold, MetricReading reading, string? missing = null)
    {
        if (reading.Observations <= 0)
        {
            var passes = threshold.OnNoData == NoDataMeaning.Pass;
            return Result(threshold, passes ? ThresholdState.Kept : ThresholdState.NoData, null, 0, missing ?? "no data");
        }

        var value = Value(threshold, reading);
        var shown = $"{Show(threshold, value)} (n={Units.Text(reading.Observations)})";
        if (reading.Observations < threshold.MinSamples)
        {
            return Result(
                threshold, ThresholdState.TooFewSamples, value, reading.Observations, $"{shown}, needs n>={Units.Text(threshold.MinSamples)}");
        }

        var state = Holds(value, threshold.Operator, threshold.Limit) ? ThresholdState.Kept : ThresholdState.Crossed;
        return Result(threshold, state, value, reading.Observations, shown);
    }

    private static ThresholdResult Result(Threshold threshold, ThresholdState state, double? value, long samples, string seen) => new()
    {
        Threshold = threshold.Text,
        State = state,
        Value = value is { } number && double.IsFinite(number) ? number : null,
        Limit = threshold.Limit,
        Samples = samples,
        Sentence = $"{threshold.Text}: {seen}",
    };

    private static string? Missing(Threshold threshold, MeasuredDocument run) =>
        threshold.TagSet.Cohort is { } cohort && !run.Cohorts.Any(entry => string.Equals(entry.Name, cohort, StringComparison.Ordinal))
            ? $"no data: the run has no cohort \"{cohort}\".{Nearest.Hint(cohort, [.. run.Cohorts.Select(entry => entry.Name)])}"
            : null;

    private static double Value(Threshold threshold, MetricReading reading)
    {
        var sample = reading.Sample;
        var adverse = threshold.Operator[0] == '<' ? sample.Upper : sample.Lower;
        return threshold.Aggregate switch
        {
            ThresholdAggregate.Percentile => KaplanMeier.Quantile(adverse, sample.Censored, threshold.Percent / 100) ?? double.PositiveInfinity,
            ThresholdAggregate.Average when threshold.Metric.Kind == MetricKind.Level => reading.Count / reading.Whole,
            ThresholdAggregate.Maximum when threshold.Metric.Kind == MetricKind.Level => reading.Maximum,
            ThresholdAggregate.Average or ThresholdAggregate.Maximum when sample.Censored.Count > 0 => double.PositiveInfinity,
            ThresholdAggregate.Average => adverse.Mean,
            ThresholdAggregate.Maximum => adverse.Maximum,
            ThresholdAggregate.Minimum => adverse.Count > 0 ? adverse.Minimum : double.PositiveInfinity,
            ThresholdAggregate.Rate => reading.Whole > 0 ? reading.Count / reading.Whole : 0,
            ThresholdAggregate.Count when threshold.Metric.Kind is MetricKind.Duration or MetricKind.Number => sample.Count,
            _ => reading.Count,
        };
    }

    private static bool Holds(double value, string comparison, double limit) => comparison switch
    {
        "<" => value < limit,
        "<=" => value <= limit,
        ">" => value > limit,
        ">=" => value >= limit,
        "==" => value.Equals(limit),
        _ => !value.Equals(limit),
    };

    private static string Show(Threshold threshold, double value)
    {
        if (double.IsPositiveInfinity(value))
        {
            return "not reached, too many jobs outlived the run";
        }

        var counts = threshold.Aggregate == ThresholdAggregate.Count;
        return threshold.Metric.Kind switch
        {
            MetricKind.Duration when !counts => DurationText.Format(value),
            MetricKind.Share when !counts => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.###} %"),
            MetricKind.Counter when !counts => string.Create(CultureInfo.InvariantCulture, $"{value:0.####}/s"),
            _ => value.ToString("0.####", CultureInfo.InvariantCulture),
        };
    }
}
