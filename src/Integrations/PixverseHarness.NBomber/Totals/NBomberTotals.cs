using System.Collections.Immutable;

namespace PixverseHarness.NBomber.Totals;

/// <summary>What NBomber says of a run: counts and percentiles, and nothing of the jobs themselves.</summary>
/// <param name="Copies">Whole copies: one is one job.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record NBomberTotals(StepTotals Copies, ImmutableArray<StepTotals> Steps)
{
    /// <summary>Before anything ran.</summary>
    public static NBomberTotals None { get; } = new(default, []);
}
