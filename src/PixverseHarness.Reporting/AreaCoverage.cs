using System.Collections.Immutable;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting;

/// <summary>How the clauses of one part of the contract came out.</summary>
/// <param name="Area">The part, such as <c>STATUS</c>.</param>
/// <param name="Clauses">Its clauses.</param>
internal sealed record AreaCoverage(string Area, ImmutableArray<ClauseDocument> Clauses)
{
    /// <summary>How many of them have a verdict.</summary>
    public int Count(ClauseVerdict verdict) => Clauses.Count(clause => clause.Verdict == verdict);
}
