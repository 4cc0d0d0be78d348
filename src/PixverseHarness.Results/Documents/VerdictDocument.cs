using System.Collections.Immutable;

namespace PixverseHarness.Results.Documents;

/// <summary>The verdict and its reasons.</summary>
/// <param name="Result">The verdict.</param>
/// <param name="Reasons">One sentence each; empty if passed.</param>
public sealed record VerdictDocument(Verdict Result, ImmutableArray<string> Reasons);
