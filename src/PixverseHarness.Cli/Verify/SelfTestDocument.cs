using System.Collections.Immutable;

namespace PixverseHarness.Cli.Verify;

/// <summary>What <c>verify --self-test --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Killed">Mutants that violate a clause.</param>
/// <param name="Total">All mutants.</param>
/// <param name="CleanRuns">Runs of the right twin.</param>
/// <param name="FalseAlarms">Findings on the right twin.</param>
/// <param name="UnprovenClauses">Clauses that no mutant violates.</param>
/// <param name="Mutants">Mutant by mutant, the clauses that it violates.</param>
internal sealed record SelfTestDocument(
    int SchemaVersion, ulong Seed, int Killed, int Total, int CleanRuns, ImmutableArray<string> FalseAlarms, ImmutableArray<string> UnprovenClauses,
    ImmutableArray<MutantOutcome> Mutants);
