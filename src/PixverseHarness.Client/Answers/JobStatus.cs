using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>Answer of the status call for a job that has not failed.</summary>
/// <param name="State">Queued, processing or completed; a failed job is a <see cref="JobFailed"/>.</param>
/// <param name="Metrics">Times and cost; empty while the job runs.</param>
public readonly record struct JobStatus(JobState State, StatedMetrics Metrics);
