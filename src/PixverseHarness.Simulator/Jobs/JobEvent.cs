namespace PixverseHarness.Simulator.Jobs;

/// <summary>Something that happens to a job at a known instant.</summary>
internal readonly record struct JobEvent(Job Job, JobEventKind Kind);
