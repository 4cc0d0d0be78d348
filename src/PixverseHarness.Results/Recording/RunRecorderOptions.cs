using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>What a recorder must know of the plan.</summary>
public sealed record RunRecorderOptions
{
    /// <summary>Most cohorts of one run. Each can take some megabytes of histograms.</summary>
    public const int MostCohorts = 24;

    /// <summary>The submit cohorts, indices 0, 1, 2 and so on; 1 to <see cref="MostCohorts"/>.</summary>
    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>Expected length of the run, drain included: sets the first width of the time series. More than zero.</summary>
    public required TimeSpan PlannedDuration { get; init; }

    /// <summary>The objective for a job's end-to-end time, from which goodput follows; null means that every completed job is good.</summary>
    public TimeSpan? Objective { get; init; }
}
