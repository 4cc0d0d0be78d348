using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>A conversation that brings some of the cases about.</summary>
/// <param name="Name">Names its scene.</param>
/// <param name="Cases">What it brings about, where the target can be made to.</param>
/// <param name="PlayAsync">Has the conversation.</param>
internal sealed record SnapshotScenario(
    string Name, ImmutableArray<SnapshotCase> Cases, Func<SnapshotTaker, CancellationToken, Task> PlayAsync)
{
    /// <summary>How the scene should be.</summary>
    public SceneWish Wish { get; init; } = SceneWish.Any;

    /// <summary>What kind of cost it may have.</summary>
    public CheckCost Cost { get; init; } = CheckCost.Free;

    /// <summary>The most that it can cost.</summary>
    public MicroDollars Worst { get; init; }
}
