using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>What an outcome means for money.</summary>
internal static class Charges
{
    /// <summary>
    /// What a job counts as having cost, in millionths of a US dollar: what the service stated; else nothing for what it says it
    /// did not do, and the whole price for everything that may yet be charged.
    /// </summary>
    public static long Of(LiveJob job, JobOutcome outcome) => job.StatedCost ?? outcome switch
    {
        JobOutcome.FailedByService or JobOutcome.Rejected or JobOutcome.Invalid or JobOutcome.Unreachable or JobOutcome.Shed => 0,
        _ => job.Price,
    };

    /// <summary>Whether nothing more can come of a job: it neither runs nor may have been created without our knowledge.</summary>
    public static bool IsFinal(JobOutcome outcome) => outcome
        is not (JobOutcome.Unfinished or JobOutcome.TimedOut or JobOutcome.Stuck or JobOutcome.PossiblyBilled);
}
