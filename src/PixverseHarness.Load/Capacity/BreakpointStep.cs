using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Capacity;

/// <summary>One step of the search, judged by the jobs submitted in it, however late they ended.</summary>
/// <param name="Rate">The rate that was tried.</param>
/// <param name="Verdict">What it shows.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="EndToEnd">The objective's percentile of end-to-end time in microseconds; jobs that outlived the watching are "longer than".</param>
/// <param name="Growth">The trend of jobs in flight.</param>
/// <param name="Result">The run of the step.</param>
public sealed record BreakpointStep(
    Rate Rate,
    StepVerdict Verdict,
    string Reason,
    PercentileEstimate EndToEnd,
    InFlightTrend Growth,
    LoadResult Result);
