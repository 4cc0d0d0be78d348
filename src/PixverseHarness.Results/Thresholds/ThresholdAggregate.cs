namespace PixverseHarness.Results.Thresholds;

/// <summary>What of a metric is compared.</summary>
public enum ThresholdAggregate
{
    /// <summary>Arithmetic mean.</summary>
    Average,

    /// <summary>Least value.</summary>
    Minimum,

    /// <summary>Greatest value.</summary>
    Maximum,

    /// <summary>A percentile; the median is p(50).</summary>
    Percentile,

    /// <summary>Share, or count per second.</summary>
    Rate,

    /// <summary>Number of occurrences.</summary>
    Count,

    /// <summary>The one number of the metric.</summary>
    Value,
}
