using System.Collections.Immutable;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>The snapshots of a target.</summary>
public sealed record SnapshotTaking
{
    /// <summary>Those that were taken, in the order of their names.</summary>
    public required ImmutableArray<Snapshot> Taken { get; init; }

    /// <summary>Why each of the others was not, by the name of the snapshot.</summary>
    public required ImmutableSortedDictionary<string, string> NotTaken { get; init; }
}
