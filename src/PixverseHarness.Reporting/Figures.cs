using System.Globalization;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Text;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting;

/// <summary>How every report writes its figures: invariant, with unit, and refusing what the sample does not support.</summary>
internal static class Figures
{
    /// <summary>Stands where there is nothing to say.</summary>
    public const string None = "–";

    /// <summary>What a remark does, in words.</summary>
    public static string Name(RemarkWeight weight) => weight == RemarkWeight.ProvesNothing ? "proves nothing" : weight.ToString().ToLowerInvariant();

    public static string Duration(double? microseconds) => microseconds is { } value ? DurationText.Format(value) : None;

    /// <summary>Thousands are set apart by a narrow no-break space, so that no culture reads them as decimals.</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    public static string Share(long part, long whole) => whole > 0 ? Share((double)part / whole) : None;

    public static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.###}/s");

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Dollars(long microDollars) =>
        (microDollars / 1_000_000m).ToString("$#,0.00##", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    /// <summary>The percentile itself, or why there is none.</summary>
    public static string Percentile(PercentileEstimate estimate) => estimate switch
    {
        { Samples: 0 } => None,
        { IsSupported: false } => $"n<{Count(estimate.SamplesNeeded)}",
        { Value: null } => "not reached",
        _ => Duration(estimate.Value),
    };

    /// <summary>The 95 % interval in brackets; empty if the sample supports none.</summary>
    public static string Interval(PercentileEstimate estimate) => estimate is { IsSupported: true, IntervalLow: { } low }
        ? $"[{Duration(low)}, {(estimate.IntervalHigh is { } high ? Duration(high) : "open")}]"
        : "";

    public static string Name(JobPhase phase) => phase.ToTag().Replace('_', ' ');

    public static string Name(JobOutcome outcome) => outcome.ToTag().Replace('_', ' ');

    public static string Name(MeasureSource source) => source switch
    {
        MeasureSource.Observed => "observed",
        MeasureSource.Stated => "stated by the service",
        _ => "uncorrected",
    };

    public static string Name(ThresholdState state) => state switch
    {
        ThresholdState.NoData => "no data",
        ThresholdState.TooFewSamples => "too few samples",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static string Name(ClauseVerdict verdict) => verdict switch
    {
        ClauseVerdict.NotChecked => "not checked",
        ClauseVerdict.NotCheckable => "not checkable",
        ClauseVerdict.OtherProfile => "other profile",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    public static string Name(FindingClass blame) => blame switch
    {
        FindingClass.TwinWrong => "twin wrong",
        FindingClass.DocumentWrong => "document wrong",
        FindingClass.ApiChanged => "API changed",
        FindingClass.ClientWrong => "client wrong",
        _ => "undocumented",
    };

    public static string Name(Verdict verdict) => verdict.ToString().ToUpperInvariant();

    /// <summary>The sentence on units that every report prints.</summary>
    public static string UnitOfTime(RunDocument run) => run.Run.Plan.Pace is 1
        ? "Times are those of the run's clock, each with its unit; intervals in brackets hold with 95 % confidence."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Times are those of the run's clock, each with its unit; the twin ran {run.Run.Plan.Pace:0.##} times faster than the API, so multiply by {run.Run.Plan.Pace:0.##} for times of the API. Intervals in brackets hold with 95 % confidence.");
}
