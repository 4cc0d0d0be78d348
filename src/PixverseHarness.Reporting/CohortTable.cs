using System.Collections.Immutable;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Reporting;

/// <summary>The submit cohorts of a run, a row each: whether anything grew, drifted or recovered.</summary>
internal static class CohortTable
{
    /// <summary>The heads of the columns; the first is a name, the others are numbers.</summary>
    public static ImmutableArray<string> Head { get; } = ["cohort", "from", "to", "planned", "jobs", "completed", "good", "p50", "p95"];

    /// <summary>The cells of a cohort.</summary>
    public static string[] Row(CohortDocument cohort)
    {
        var jobs = cohort.Outcomes.Sum(entry => entry.Count);
        var times = cohort.Phases.FirstOrDefault(phase => phase.Phase == JobPhase.EndToEnd && phase.Source == MeasureSource.Observed);
        return
        [
            cohort.Name,
            Figures.Duration(cohort.FromUs),
            Figures.Duration(cohort.ToUs),
            cohort.PlannedJobsPerSecond is { } rate ? Figures.Rate(rate) : Figures.None,
            Figures.Count(jobs),
            Figures.Count(cohort.Outcomes.Where(entry => entry.Outcome == JobOutcome.Completed).Sum(entry => entry.Count)),
            Figures.Share(cohort.CompletedWithinObjective, jobs),
            times is null ? Figures.None : Figures.Percentile(times.Percentiles[0]),
            times is null ? Figures.None : Figures.Percentile(times.Percentiles[2]),
        ];
    }
}
