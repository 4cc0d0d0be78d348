using System.Collections.Immutable;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Documents;

/// <summary>
/// The headline of one phase, in microseconds: of the jobs that completed and of those that outlived our watching (they
/// may yet complete, and leaving them out would flatter). Jobs that failed are elsewhere: failing fast is no speed.
/// </summary>
public sealed record PhaseDocument
{
    private static readonly double[] Percents = [50, 90, 95, 99];

    /// <summary>The phase.</summary>
    public required JobPhase Phase { get; init; }

    /// <summary>On whose word, and from which instant.</summary>
    public required MeasureSource Source { get; init; }

    /// <summary>Completed jobs.</summary>
    public required long Samples { get; init; }

    /// <summary>Jobs known only as "longer than".</summary>
    public required long Censored { get; init; }

    /// <summary>Least value of a completed job (the least bound, if polling leaves an interval).</summary>
    public required long MinimumUs { get; init; }

    /// <summary>Mean of the completed jobs (of the interval middles).</summary>
    public required double MeanUs { get; init; }

    /// <summary>Greatest value of a completed job (the greatest bound).</summary>
    public required long MaximumUs { get; init; }

    /// <summary>p50, p90, p95 and p99.</summary>
    public required ImmutableArray<PercentileEstimate> Percentiles { get; init; }

    /// <summary>Sums up measures by phase and source, in that order.</summary>
    internal static ImmutableArray<PhaseDocument> Summarise(IEnumerable<MeasureDocument> measures) =>
        [.. measures
            .Where(measure => measure.Outcome == JobOutcome.Completed || measure.Outcome.IsCensored())
            .GroupBy(measure => (measure.Phase, measure.Source))
            .OrderBy(group => group.Key)
            .Select(group => Of(group.Key.Phase, group.Key.Source, Pool(group)))];

    internal static PhaseDocument Of(JobPhase phase, MeasureSource source, CensoredDistribution sample) => new()
    {
        Phase = phase,
        Source = source,
        Samples = sample.Lower.Count,
        Censored = sample.Censored.Count,
        MinimumUs = sample.Lower.Minimum,
        MeanUs = sample.Mean,
        MaximumUs = sample.Upper.Maximum,
        Percentiles = [.. Percents.Select(percent => PercentileEstimate.Of(sample, percent))],
    };

    internal static CensoredDistribution Pool(IEnumerable<MeasureDocument> measures) =>
        measures.Aggregate(CensoredDistribution.Empty, static (pool, measure) => pool.Merge(measure.ToDistribution()));
}
