using System.Collections.Immutable;

namespace PixverseHarness.Cli.Verify;

/// <summary>What became of a mutant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Summary">What is wrong with it.</param>
/// <param name="Clauses">The clauses that it violates.</param>
internal sealed record MutantOutcome(string Id, string Summary, ImmutableArray<string> Clauses)
{
    /// <summary>Whether the suite notices.</summary>
    public bool IsKilled => !Clauses.IsEmpty;
}
