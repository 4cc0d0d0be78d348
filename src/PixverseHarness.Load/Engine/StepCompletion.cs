using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Engine;

/// <summary>A step that has ended.</summary>
/// <param name="Job">Whose step.</param>
/// <param name="StepNumber">Which one; another number than the job's means that it was given up before.</param>
/// <param name="Answer">What came back.</param>
/// <param name="End">When, read where it ended and not where it is handled.</param>
/// <param name="Cancellation">The source that could have cancelled it.</param>
/// <param name="Fault">What the workload threw; null if it answered.</param>
internal readonly record struct StepCompletion(LiveJob Job, int StepNumber, StepAnswer Answer, TimeSpan End, CancellationTokenSource Cancellation, Exception? Fault = null);
