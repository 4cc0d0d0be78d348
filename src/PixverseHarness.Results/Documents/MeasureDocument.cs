using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Documents;

/// <summary>The durations of one phase of the jobs of one cohort and outcome, in microseconds.</summary>
public sealed record MeasureDocument
{
    /// <summary>The phase.</summary>
    public required JobPhase Phase { get; init; }

    /// <summary>How those jobs ended.</summary>
    public required JobOutcome Outcome { get; init; }

    /// <summary>On whose word, and from which instant.</summary>
    public required MeasureSource Source { get; init; }

    /// <summary>For each ended phase its duration, or the least that the observation allows.</summary>
    public required DistributionDocument Lower { get; init; }

    /// <summary>The most that the observation allows; null if every duration is exact.</summary>
    public DistributionDocument? Upper { get; init; }

    /// <summary>For each job that outlived our watching, how long the phase had lasted; null if there is none.</summary>
    public DistributionDocument? Censored { get; init; }

    /// <summary>Restores the distribution.</summary>
    public CensoredDistribution ToDistribution()
    {
        var lower = Lower.ToDistribution();
        return new CensoredDistribution(lower, Upper?.ToDistribution() ?? lower, Censored?.ToDistribution() ?? Distribution.Empty);
    }

    internal static MeasureDocument Of(JobPhase phase, JobOutcome outcome, MeasureSource source, CensoredDistribution sample) => new()
    {
        Phase = phase,
        Outcome = outcome,
        Source = source,
        Lower = DistributionDocument.Of(sample.Lower),
        Upper = sample.IsExact ? null : DistributionDocument.Of(sample.Upper),
        Censored = sample.Censored.Count == 0 ? null : DistributionDocument.Of(sample.Censored),
    };
}
