using PixverseHarness.Load.Engine;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Load;

/// <summary>How a load run ended.</summary>
/// <param name="Result">What the engine says.</param>
/// <param name="Run">What it showed.</param>
/// <param name="Host">Where and when.</param>
internal sealed record LoadEnding(LoadResult Result, RunDocument Run, HostDocument Host)
{
    /// <summary>
    /// The exit code. Why a run stopped outranks what it shows: a cut run may have lost the very jobs that would have
    /// crossed a threshold. A crossed threshold that stopped the run is a verdict, not a cut.
    /// </summary>
    public int ExitCode => (Result.Reason, Run.Verdict.Result) switch
    {
        (StopReason.HarnessFault, _) => ExitCodes.OwnFault,
        (StopReason.Interrupted, _) => ExitCodes.Interrupted,
        (StopReason.BudgetSpent, _) => ExitCodes.Budget,
        (_, Verdict.Failed) => ExitCodes.Threshold,
        (_, Verdict.Inconclusive) => ExitCodes.Inconclusive,
        _ => ExitCodes.Ok,
    };
}
