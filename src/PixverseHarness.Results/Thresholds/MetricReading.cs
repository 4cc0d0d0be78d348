using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Thresholds;

/// <summary>A metric at one moment, cumulative since the start of the run, so that two readings give the window between them.</summary>
internal sealed record MetricReading
{
    /// <summary>Durations or numbers.</summary>
    public CensoredDistribution Sample { get; init; } = CensoredDistribution.Empty;

    /// <summary>What was counted.</summary>
    public double Count { get; init; }

    /// <summary>The whole of a share, or the seconds of a rate or level.</summary>
    public double Whole { get; init; }

    /// <summary>Greatest level.</summary>
    public double Maximum { get; init; }

    /// <summary>How many observations stand behind it; 0 means no data.</summary>
    public long Observations { get; init; }

    public MetricReading Since(MetricReading earlier) => this with
    {
        Sample = Sample.Since(earlier.Sample),
        Count = Count - earlier.Count,
        Whole = Whole - earlier.Whole,
        Observations = Observations - earlier.Observations,
    };
}
