using PixverseHarness.Load.Capacity;

namespace PixverseHarness.Cli.Load;

/// <summary>One step of a search as JSON.</summary>
/// <param name="PerSecond">Its rate.</param>
/// <param name="Verdict">Whether it held.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="EndToEndUs">The percentile of the objective; absent where too few jobs ended.</param>
/// <param name="IntervalLowUs">Lower end of its interval.</param>
/// <param name="IntervalHighUs">Upper end of its interval.</param>
/// <param name="Jobs">Jobs submitted.</param>
internal sealed record BreakpointStepDocument(
    double PerSecond, StepVerdict Verdict, string Reason, long? EndToEndUs, long? IntervalLowUs, long? IntervalHighUs, long Jobs);
