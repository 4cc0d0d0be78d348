using System.Collections.Immutable;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Verification.Suite;

/// <summary>What a run of the suite learned.</summary>
public sealed record SuiteResult
{
    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the profile that was checked.</summary>
    public required string Profile { get; init; }

    /// <summary>Seed of everything that was drawn.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every clause, in the order of the catalogue.</summary>
    public required ImmutableArray<ClauseOutcome> Clauses { get; init; }

    /// <summary>Faults of the suite itself: checks that threw. Empty unless something in this program is wrong.</summary>
    public ImmutableArray<string> OwnFaults { get; init; } = [];

    /// <summary>Requests that were sent.</summary>
    public required int Requests { get; init; }

    /// <summary>A bash script for each finding, by its id: it brings the finding about again.</summary>
    public ImmutableSortedDictionary<string, string> Scripts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Every finding, errors first, then in the order of the clauses.</summary>
    public ImmutableArray<Finding> Findings => [.. Clauses.SelectMany(c => c.Findings).OrderByDescending(f => f.Severity)];

    /// <summary>Whether a clause is violated.</summary>
    public bool HasErrors => Clauses.Any(c => c.Findings.Any(f => f.Severity == FindingSeverity.Error));

    /// <summary>Whether at least one clause was held against something.</summary>
    public bool CheckedAnything => Clauses.Any(c => c.Verdict is ClauseVerdict.Held or ClauseVerdict.Violated);

    /// <summary>How many clauses have a verdict.</summary>
    public int Count(ClauseVerdict verdict) => Clauses.Count(c => c.Verdict == verdict);
}
