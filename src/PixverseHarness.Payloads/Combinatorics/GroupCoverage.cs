using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>How far one group of parameters is covered.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Required">How many combinations of their values the contract allows.</param>
/// <param name="Missing">The allowed combinations that no request holds.</param>
public sealed record GroupCoverage(ImmutableArray<string> Parameters, int Required, ImmutableArray<string> Missing);
