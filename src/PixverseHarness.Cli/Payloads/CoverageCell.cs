using System.Collections.Immutable;

namespace PixverseHarness.Cli.Payloads;

/// <summary>One cell of a coverage report.</summary>
/// <param name="Of">The parameter and the family; or the parameters whose values are combined.</param>
/// <param name="Payloads">How many payloads stand in the cell, of a matrix; null for combinations.</param>
/// <param name="Required">How many combinations the contract allows; null for a matrix.</param>
/// <param name="Covered">How many of them a payload holds; null for a matrix.</param>
internal sealed record CoverageCell(ImmutableArray<string> Of, int? Payloads = null, int? Required = null, int? Covered = null);
