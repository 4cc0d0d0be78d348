using System.Collections.Immutable;

namespace PixverseHarness.Cli.Verify;

/// <summary>What the self-test showed.</summary>
internal sealed record SelfTestResult
{
    /// <summary>Every mutant with the clauses that it violates.</summary>
    public required ImmutableArray<MutantOutcome> Mutants { get; init; }

    /// <summary>Findings on the right twin; there must be none.</summary>
    public required ImmutableArray<string> FalseAlarms { get; init; }

    /// <summary>Runs of the right twin.</summary>
    public required int CleanRuns { get; init; }

    /// <summary>Clauses that no mutant violates although they can be checked; empty when only the first violation was waited for.</summary>
    public required ImmutableArray<string> UnprovenClauses { get; init; }

    /// <summary>Mutants that violate a clause.</summary>
    public int Killed => Mutants.Count(m => m.IsKilled);

    /// <summary>Whether every mutant is killed, nothing is alarmed for nothing, and every clause is proved.</summary>
    public bool IsProof => Killed == Mutants.Length && FalseAlarms.IsEmpty && UnprovenClauses.IsEmpty;
}
