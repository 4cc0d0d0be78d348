using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Verification.Suite;

/// <summary>How one clause came out of a run.</summary>
public sealed record ClauseOutcome
{
    /// <summary>The clause.</summary>
    public required Clause Clause { get; init; }

    /// <summary>How it stands.</summary>
    public required ClauseVerdict Verdict { get; init; }

    /// <summary>How often something was held against it.</summary>
    public int Looks { get; init; }

    /// <summary>What contradicts it, and what was seen beyond the contract.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What was seen of an open question.</summary>
    public ImmutableArray<string> Observations { get; init; } = [];

    /// <summary>Why it was not looked at; null when it was.</summary>
    public string? Reason { get; init; }
}
