using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>What follows from an answer, and with which outcome if the job is over.</summary>
internal readonly record struct Move(MoveKind Kind, JobOutcome Outcome = default, string? Cause = null)
{
    public static Move End(JobOutcome outcome, string? cause = null) => new(MoveKind.End, outcome, cause);
}
