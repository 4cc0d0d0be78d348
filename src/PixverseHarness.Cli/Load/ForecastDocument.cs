using System.Collections.Immutable;
using PixverseHarness.Load.Planning;

namespace PixverseHarness.Cli.Load;

/// <summary>A plan as JSON. Durations are seconds, money US dollars.</summary>
internal sealed record ForecastDocument(
    int SchemaVersion,
    double Jobs,
    double PeakJobsPerHour,
    double PeakInFlight,
    double PeakPollsPerSecond,
    double PollsPerJob,
    double Requests,
    int Sockets,
    double DetectionDelaySeconds,
    double SubmittingSeconds,
    double TotalSeconds,
    decimal Dollars,
    double? SustainableJobsPerHour,
    ImmutableArray<ForecastLimit> Limits,
    PlanLimitKind? BindsFirst)
{
    /// <summary>The document of a plan.</summary>
    public static ForecastDocument Of(LoadPlan plan) => new(
        1,
        plan.Jobs,
        plan.PeakJobsPerHour,
        plan.PeakInFlight,
        plan.PeakPollsPerSecond,
        plan.PollsPerJob,
        plan.Requests,
        plan.Sockets,
        plan.DetectionDelay.TotalSeconds,
        plan.Submitting.TotalSeconds,
        plan.Total.TotalSeconds,
        plan.CostMicroDollars / 1_000_000m,
        plan.SustainableJobsPerHour,
        [.. plan.Limits.Select(l => new ForecastLimit(l.Kind, l.Allowed, l.Wanted, l.BindsAt?.TotalSeconds, l.JobsPerHour))],
        plan.BindsFirst?.Kind);
}
