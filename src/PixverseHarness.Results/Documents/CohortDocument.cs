using System.Collections.Immutable;

namespace PixverseHarness.Results.Documents;

/// <summary>What the jobs submitted in one window of the plan taught us.</summary>
public sealed record CohortDocument
{
    /// <summary>Position in the plan, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Label, unique in the run.</summary>
    public required string Name { get; init; }

    /// <summary>Start of the window in microseconds from the start of the run.</summary>
    public required long FromUs { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required long ToUs { get; init; }

    /// <summary>Planned arrival rate; null in a closed model.</summary>
    public double? PlannedJobsPerSecond { get; init; }

    /// <summary>Counts by outcome, those that occurred.</summary>
    public required ImmutableArray<OutcomeDocument> Outcomes { get; init; }

    /// <summary>Completed jobs whose end-to-end time kept the objective.</summary>
    public required long CompletedWithinObjective { get; init; }

    /// <summary>Polls per completed job.</summary>
    public required DistributionDocument PollsPerJob { get; init; }

    /// <summary>Headlines by phase.</summary>
    public required ImmutableArray<PhaseDocument> Phases { get; init; }

    /// <summary>The distributions from which every percentile of the run follows.</summary>
    public required ImmutableArray<MeasureDocument> Measures { get; init; }
}
