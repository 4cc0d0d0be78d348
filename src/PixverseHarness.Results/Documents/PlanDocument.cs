using System.Collections.Immutable;

namespace PixverseHarness.Results.Documents;

/// <summary>What a run set out to do.</summary>
public sealed record PlanDocument
{
    /// <summary>Arrivals; null if the plan is open-ended.</summary>
    public long? Jobs { get; init; }

    /// <summary>Length of submitting in microseconds, without drain.</summary>
    public long? DurationUs { get; init; }

    /// <summary>
    /// How many times faster than the API the twin runs: measured times are those of the clock, and times of the API are this
    /// many times longer. 1 for a target that is not paced.
    /// </summary>
    public double Pace { get; init; } = 1;

    /// <summary>Everything else that a reader should see, in order: workflow, arrival, poll policy, time-outs, caps, budget.</summary>
    public ImmutableArray<PlanFact> Facts { get; init; } = [];
}
