using System.Collections.Immutable;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>What a run may write.</summary>
public sealed record SnapshotRules
{
    /// <summary>Whether nothing may be written at all: on a machine that builds for everybody. Default false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Names of the snapshots whose new text is taken; <c>*</c> stands for any characters, and a lone <c>*</c> takes all.
    /// Empty takes none. Without effect where <see cref="ReadOnly"/>.
    /// </summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>Whether a change of this snapshot is taken.</summary>
    public bool Takes(string name) => !ReadOnly && Accept.Any(pattern => NamePattern.Fits(pattern, name));
}
