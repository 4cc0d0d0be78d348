namespace PixverseHarness.Load.Workloads;

/// <summary>An accepted job, as its workload knows it.</summary>
/// <param name="Ordinal">Its number in the run, from 0.</param>
/// <param name="Id">The id that the service gave it.</param>
/// <param name="Tag">What the workload handed over with the acceptance, such as addresses; null for an adopted job.</param>
public readonly record struct JobHandle(long Ordinal, string Id, object? Tag);
