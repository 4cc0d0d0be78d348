namespace PixverseHarness.Results.Comparison;

/// <summary>One figure compared.</summary>
public sealed record ComparisonRow
{
    /// <summary>What is compared, such as <c>end_to_end</c> or <c>not_completed</c>.</summary>
    public required string Figure { get; init; }

    /// <summary>What became of it.</summary>
    public required ComparisonState State { get; init; }

    /// <summary>Chance of a difference like this between equal runs; null if there is too little data to say.</summary>
    public double? PValue { get; init; }

    /// <summary>Sample of the baseline.</summary>
    public required long BaseSamples { get; init; }

    /// <summary>Sample of the new run.</summary>
    public required long NewSamples { get; init; }

    /// <summary>True if the values are shares from 0 to 1 and there is no p95; false if they are microseconds.</summary>
    public bool IsShare { get; init; }

    /// <summary>Median of the baseline, or its share. Null if not reached.</summary>
    public double? BaseMedian { get; init; }

    /// <summary>The same of the new run.</summary>
    public double? NewMedian { get; init; }

    /// <summary>p95 of the baseline; null for shares, or if not reached.</summary>
    public double? BaseP95 { get; init; }

    /// <summary>The same of the new run.</summary>
    public double? NewP95 { get; init; }
}
