namespace PixverseHarness.Load.Workloads;

/// <summary>What a poll policy may look at before a poll.</summary>
/// <param name="Ordinal">The number of the job, from 0.</param>
/// <param name="Attempt">Which poll of the job this is, from 1.</param>
/// <param name="SinceAccepted">How long the job has been accepted.</param>
/// <param name="Hint">When the service would like to be asked again; null if it said nothing.</param>
public readonly record struct PollTurn(long Ordinal, int Attempt, TimeSpan SinceAccepted, TimeSpan? Hint);
