using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Load;

/// <summary>What speaks against a run that did not carry out its plan: the jobs that it left out might have been the ones that cross a threshold.</summary>
internal static class CutRun
{
    /// <summary>The remarks on a run with this plan; none if it was carried out.</summary>
    public static ImmutableArray<Remark> Remarks(LoadResult result, PlanDocument plan)
    {
        var cause = result switch
        {
            { Reason: StopReason.HarnessFault } => "A fault of ours ended the run",
            { Reason: StopReason.BudgetSpent } => "The budget was spent",
            { Reason: StopReason.Interrupted } when result.WasCutShort || result.Offered < (plan.Jobs ?? long.MaxValue) => "The run was interrupted",
            _ => null,
        };
        if (cause is null)
        {
            return [];
        }

        var length = plan.DurationUs is { } planned ? $" of {DurationText.Format(Whole(TimeSpan.FromMicroseconds(planned)))}" : "";
        var jobs = string.Create(CultureInfo.InvariantCulture, $"{result.Submitted}{(plan.Jobs is { } most ? $" of {most}" : "")} jobs were submitted");
        return [new Remark("cut-short", RemarkWeight.ProvesNothing, $"{cause} at {DurationText.Format(Whole(result.DrainedFrom))}{length}: {jobs}, and the plan was not carried out.")];
    }

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
}
