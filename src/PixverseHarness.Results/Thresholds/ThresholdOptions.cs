namespace PixverseHarness.Results.Thresholds;

/// <summary>A threshold as users write it in the object form; the short form is the text of <see cref="Threshold"/> alone.</summary>
public sealed record ThresholdOptions
{
    /// <summary>The condition that must hold, such as <c>p(95)&lt;120s</c>.</summary>
    public required string Threshold { get; init; }

    /// <summary>Judge only what was recorded in the last stretch of this length, again and again; null judges the whole run.</summary>
    public string? Window { get; init; }

    /// <summary>How long the condition must be broken without a break before it counts; null counts at once.</summary>
    public string? For { get; init; }

    /// <summary>
    /// Least number of observations. The default is what a 95 % interval of the percentile needs (6, 36, 72 and 368 for p50,
    /// p90, p95 and p99), and 1 for other aggregates. With fewer the run is inconclusive.
    /// </summary>
    public long? MinSamples { get; init; }

    /// <summary>Stop submitting as soon as the condition is broken.</summary>
    public bool AbortOnFail { get; init; }

    /// <summary>Do not stop before this much of the run has passed; null means at any time.</summary>
    public string? DelayAbortEval { get; init; }

    /// <summary>What a metric without any observation means. Failing is the default: a run where nothing finished proves nothing.</summary>
    public NoDataMeaning OnNoData { get; init; } = NoDataMeaning.Fail;
}
