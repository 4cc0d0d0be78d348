using System.Collections.Immutable;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Results.Documents;

/// <summary>How one sentence of the contract, or one rule for clients, came out of a verification.</summary>
public sealed record ClauseDocument
{
    /// <summary>Its id, such as <c>PV-STATUS-007</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the contract that it belongs to, such as <c>STATUS</c>.</summary>
    public required string Area { get; init; }

    /// <summary>What is to hold.</summary>
    public required string Sentence { get; init; }

    /// <summary>How well it is known and from where, such as <c>documented, API page (section 6)</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How it came out.</summary>
    public required ClauseVerdict Verdict { get; init; }

    /// <summary>How often something was held against it.</summary>
    public int Looks { get; init; }

    /// <summary>Why it was not looked at; null when it was.</summary>
    public string? Reason { get; init; }

    /// <summary>What was seen of an open question.</summary>
    public ImmutableArray<string> Observations { get; init; } = [];
}
