namespace PixverseHarness.Results.Thresholds;

/// <summary>What a metric is made of, and so which aggregates it has.</summary>
internal enum MetricKind
{
    /// <summary>Durations: avg, min, max, med, p(N), count.</summary>
    Duration,

    /// <summary>Numbers: the same aggregates.</summary>
    Number,

    /// <summary>A part of a whole: count, and rate as the share from 0 to 1.</summary>
    Share,

    /// <summary>A count over time: count, and rate per second.</summary>
    Counter,

    /// <summary>A level: avg and max.</summary>
    Level,

    /// <summary>One number: value.</summary>
    Value,
}
