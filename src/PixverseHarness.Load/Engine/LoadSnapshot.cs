using System.Collections.Immutable;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Engine;

/// <summary>How a run goes, at one moment. Counts are since the start, rates since the snapshot before.</summary>
public sealed record LoadSnapshot
{
    /// <summary>Time since the run began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How long jobs are started; null where only the iterations tell.</summary>
    public required TimeSpan? Planned { get; init; }

    /// <summary>What the run is doing.</summary>
    public required LoadPhase Phase { get; init; }

    /// <summary>The index of the simulation under way.</summary>
    public required int Step { get; init; }

    /// <summary>Jobs that fell due.</summary>
    public required long Offered { get; init; }

    /// <summary>Jobs whose submit was sent.</summary>
    public required long Submitted { get; init; }

    /// <summary>Jobs that fell due, per second.</summary>
    public required double OfferedPerSecond { get; init; }

    /// <summary>Jobs whose submit was sent, per second; an attempt after a rate limit is not another job.</summary>
    public required double SubmittedPerSecond { get; init; }

    /// <summary>Jobs submitting or accepted.</summary>
    public required int InFlight { get; init; }

    /// <summary>Jobs held back by the rate limit.</summary>
    public required int Held { get; init; }

    /// <summary>Jobs by outcome; an outcome's number is its index.</summary>
    public required ImmutableArray<long> Outcomes { get; init; }

    /// <summary>Median end-to-end time so far, in microseconds from the intended start, jobs in flight counted as "longer than".</summary>
    public required PercentileEstimate EndToEndP50 { get; init; }

    /// <summary>The 95th percentile of the same.</summary>
    public required PercentileEstimate EndToEndP95 { get; init; }

    /// <summary>99th percentile of how late submits and polls were sent since the snapshot before; zero if none was.</summary>
    public required TimeSpan LatenessP99 { get; init; }

    /// <summary>What was spent and what is reserved, in millionths of a US dollar.</summary>
    public required long CommittedMicroDollars { get; init; }

    /// <summary>The budget, in millionths of a US dollar; null without one.</summary>
    public required long? LimitMicroDollars { get; init; }

    /// <summary>Jobs that ended in an outcome.</summary>
    public long Count(JobOutcome outcome) => Outcomes[(int)outcome];
}
