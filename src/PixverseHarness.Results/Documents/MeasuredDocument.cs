using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Documents;

/// <summary>What a load run measured. All durations are whole microseconds, instants count from the start of the run.</summary>
public sealed record MeasuredDocument
{
    /// <summary>Length of the run, drain included.</summary>
    public required long DurationUs { get; init; }

    /// <summary>Objective for a job's end-to-end time; null if the scenario names none.</summary>
    public long? ObjectiveUs { get; init; }

    /// <summary>Sums over all jobs.</summary>
    public required TotalsDocument Totals { get; init; }

    /// <summary>Causes by outcome.</summary>
    public required ImmutableArray<CauseDocument> Causes { get; init; }

    /// <summary>Headlines by phase over the whole run.</summary>
    public required ImmutableArray<PhaseDocument> Phases { get; init; }

    /// <summary>Requests by operation.</summary>
    public required ImmutableArray<RequestDocument> Requests { get; init; }

    /// <summary>The submit cohorts, in the order of the plan.</summary>
    public required ImmutableArray<CohortDocument> Cohorts { get; init; }

    /// <summary>The run over time.</summary>
    public required SeriesDocument Series { get; init; }

    /// <summary>Polls spent against detection delay.</summary>
    public required ImmutableArray<PollCostDocument> PollCost { get; init; }

    /// <summary>Counts by outcome over the whole run, those that occurred.</summary>
    [JsonIgnore]
    public ImmutableArray<OutcomeDocument> Outcomes =>
        [.. Cohorts.SelectMany(cohort => cohort.Outcomes)
            .GroupBy(entry => entry.Outcome)
            .OrderBy(group => group.Key)
            .Select(group => new OutcomeDocument(group.Key, group.Sum(entry => entry.Count)))];

    /// <summary>Arrivals that were due, shed ones included.</summary>
    [JsonIgnore]
    public long Arrivals => Count(_ => true);

    /// <summary>Arrivals whose submit was sent or tried.</summary>
    [JsonIgnore]
    public long Sent => Count(JobOutcomes.IsOffered);

    /// <summary>Completed jobs whose end-to-end time kept the objective.</summary>
    [JsonIgnore]
    public long Good => Cohorts.Sum(cohort => cohort.CompletedWithinObjective);

    /// <summary>Number of arrivals that ended in <paramref name="outcome"/>.</summary>
    public long Count(JobOutcome outcome) => Count(other => other == outcome);

    /// <summary>Number of arrivals whose outcome satisfies <paramref name="condition"/>.</summary>
    public long Count(Func<JobOutcome, bool> condition) => Cohorts.Sum(cohort =>
        cohort.Outcomes.Where(entry => condition(entry.Outcome)).Sum(entry => entry.Count));

    /// <summary>The durations of a phase over some outcomes and, unless null, one cohort.</summary>
    public CensoredDistribution Durations(JobPhase phase, MeasureSource source, Func<JobOutcome, bool> outcomes, string? cohort = null) =>
        PhaseDocument.Pool(Cohorts
            .Where(entry => cohort is null || string.Equals(entry.Name, cohort, StringComparison.Ordinal))
            .SelectMany(entry => entry.Measures)
            .Where(measure => measure.Phase == phase && measure.Source == source && outcomes(measure.Outcome)));

    /// <summary>The headline of a phase; null if nothing was measured.</summary>
    public PhaseDocument? Phase(JobPhase phase, MeasureSource source = MeasureSource.Observed) =>
        Phases.FirstOrDefault(entry => entry.Phase == phase && entry.Source == source);

    /// <summary>The requests of an operation.</summary>
    public RequestDocument Request(RequestOperation operation) => Requests.First(entry => entry.Operation == operation);

    /// <summary>Little's law, checked.</summary>
    [JsonIgnore]
    public LittleCheck Little => LittleCheck.Of(this);
}
