using System.Collections.Immutable;

namespace PixverseHarness.Results.Thresholds;

/// <summary>A parsed threshold: a condition that a run must keep. Made by <see cref="ThresholdParser"/> only.</summary>
public sealed record Threshold
{
    /// <summary>The whole threshold in its normal form, such as <c>job_duration{phase:run}: p(95)&lt;120s</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the metric.</summary>
    public required string MetricName { get; init; }

    /// <summary>Tags of the selector, in the order written.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Tags { get; init; }

    /// <summary>What of the metric is compared.</summary>
    public required ThresholdAggregate Aggregate { get; init; }

    /// <summary>The percentile, 0 to 100; 0 for other aggregates.</summary>
    public double Percent { get; init; }

    /// <summary>The comparison: &lt; &lt;= &gt; &gt;= == or !=.</summary>
    public required string Operator { get; init; }

    /// <summary>The limit in base units: microseconds, a share from 0 to 1, a count, or a count per second.</summary>
    public required double Limit { get; init; }

    /// <summary>See <see cref="ThresholdOptions.Window"/>.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>See <see cref="ThresholdOptions.For"/>.</summary>
    public TimeSpan For { get; init; }

    /// <summary>See <see cref="ThresholdOptions.MinSamples"/>.</summary>
    public required long MinSamples { get; init; }

    /// <summary>See <see cref="ThresholdOptions.AbortOnFail"/>.</summary>
    public bool AbortOnFail { get; init; }

    /// <summary>See <see cref="ThresholdOptions.DelayAbortEval"/>.</summary>
    public TimeSpan DelayAbortEval { get; init; }

    /// <summary>See <see cref="ThresholdOptions.OnNoData"/>.</summary>
    public NoDataMeaning OnNoData { get; init; }

    internal Metric Metric => MetricCatalog.All[MetricName];

    internal TagSet TagSet => new(Tags.ToDictionary(StringComparer.Ordinal));
}
