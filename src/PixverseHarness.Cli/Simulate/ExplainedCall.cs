using System.Collections.Immutable;

namespace PixverseHarness.Cli.Simulate;

/// <summary>A call that meets a rule at some time.</summary>
/// <param name="Operation">Short name of the call.</param>
/// <param name="Attempt">The how-manieth POST of the body, or read of the job, it is; from 1.</param>
/// <param name="Faults">The rules, in order.</param>
internal sealed record ExplainedCall(string Operation, int Attempt, ImmutableArray<ExplainedFault> Faults)
{
    /// <summary>Whether this is the attempt after another one that meets the very same.</summary>
    public bool Continues(ExplainedCall before) =>
        string.Equals(Operation, before.Operation, StringComparison.Ordinal) && Attempt == before.Attempt + 1 && Faults.SequenceEqual(before.Faults);
}
