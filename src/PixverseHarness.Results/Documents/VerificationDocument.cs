using System.Collections.Immutable;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Results.Documents;

/// <summary>What a contract verification looked at. What it found stands in <see cref="RunDocument.Findings"/>.</summary>
public sealed record VerificationDocument
{
    /// <summary>Name of the profile: which reading of the contract was checked.</summary>
    public required string Profile { get; init; }

    /// <summary>Requests that were sent; for a client those that it sent.</summary>
    public required int Requests { get; init; }

    /// <summary>Every clause, in the order of the contract.</summary>
    public required ImmutableArray<ClauseDocument> Clauses { get; init; }

    /// <summary>Checks that broke down. Empty unless something in the harness is wrong.</summary>
    public ImmutableArray<string> OwnFaults { get; init; } = [];

    /// <summary>How many clauses have a verdict.</summary>
    public int Count(ClauseVerdict verdict) => Clauses.Count(clause => clause.Verdict == verdict);

    /// <summary>How many clauses something was held against: the held and the violated ones.</summary>
    public int Judged() => Count(ClauseVerdict.Held) + Count(ClauseVerdict.Violated);
}
