using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client;

/// <summary>What the service itself states about a job, in its <c>metrics</c> (facts sheet section 6). Null means not stated.</summary>
public readonly record struct StatedMetrics
{
    /// <summary>Wait for a worker.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>Time of the model.</summary>
    public TimeSpan? InferenceTime { get; init; }

    /// <summary>Whole time.</summary>
    public TimeSpan? TotalTime { get; init; }

    /// <summary>What was charged; never stated for a failed job.</summary>
    public MicroDollars? Cost { get; init; }

    /// <summary>The balance after the charge; never stated for a failed job.</summary>
    public MicroDollars? RemainingCredits { get; init; }

    /// <summary>How often the platform itself retried; stated only when it did.</summary>
    public int? RetryCount { get; init; }
}
