using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Limits;

/// <summary>Durations and sizes that the API keeps.</summary>
public static class ApiLimits
{
    /// <summary>How long the record of a job can be read (section 6, documented on the API page).</summary>
    public static TimeSpan Retention { get; } = TimeSpan.FromHours(1);

    /// <summary>How long an output file can be fetched (section 6, second-hand).</summary>
    public static TimeSpan OutputRetention { get; } = TimeSpan.FromDays(7);

    /// <summary>When v1 gives up on a job that is still running (section 7, observed).</summary>
    public static TimeSpan SyncCutOff { get; } = TimeSpan.FromSeconds(100);

    /// <summary>Length of a rate-limit window; limits are published per minute, the algorithm is unknown (section 9).</summary>
    public static TimeSpan RateWindow { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Average time of a job of this model, end to end (section 10, documented).</summary>
    public static TimeSpan AverageJobTime { get; } = TimeSpan.FromSeconds(44.226);

    /// <summary>Largest request body that the twin reads, in bytes; the API's own limit is unknown (section 15).</summary>
    public const int TwinBodyBytes = 1024 * 1024;

    /// <summary>Where <see cref="Retention"/> is known from.</summary>
    public static Evidence RetentionEvidence { get; } = Evidence.Documented("API page", "6");
}
