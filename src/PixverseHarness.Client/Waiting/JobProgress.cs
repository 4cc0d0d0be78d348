using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>What one call of a wait has shown.</summary>
/// <param name="RequestId">Id of the job.</param>
/// <param name="Calls">Status and result calls sent so far.</param>
/// <param name="State">The last state that the service named; null if it never named one.</param>
/// <param name="Elapsed">Time since the wait began.</param>
/// <param name="Fault">Why the last call told nothing; null if it did.</param>
public readonly record struct JobProgress(string RequestId, int Calls, JobState? State, TimeSpan Elapsed, StepFailure? Fault);
