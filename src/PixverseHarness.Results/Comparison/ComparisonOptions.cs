namespace PixverseHarness.Results.Comparison;

/// <summary>When a difference between two runs counts.</summary>
public sealed record ComparisonOptions
{
    /// <summary>
    /// Chance of any false alarm when nothing changed, over all rows together (Bonferroni). 0.05 by default. It holds for jobs that
    /// queue behind each other, too: where runs are too short to tell their waits apart, the figures that hold the wait are inconclusive.
    /// </summary>
    public double FalseAlarmRate { get; init; } = 0.05;

    /// <summary>Least relative change of p50 or p95 that matters to anybody; 0.05 by default.</summary>
    public double LeastChange { get; init; } = 0.05;

    /// <summary>Least absolute change of a duration that matters; 1 ms by default.</summary>
    public TimeSpan LeastDifference { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Least change of the share of jobs that did not complete; 0.01 (one percentage point) by default.</summary>
    public double LeastShareChange { get; init; } = 0.01;
}
