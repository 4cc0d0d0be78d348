using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>Where a target is and how it may be used.</summary>
internal sealed record HttpTargetOptions
{
    /// <summary>Origin and path in front of /v1 and /v2; ends without a slash.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>How a report calls it; null for its base URL.</summary>
    public string? Name { get; init; }

    /// <summary>What it turned out to be.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The reading of the contract that it is held against.</summary>
    public required ApiProfile Profile { get; init; }

    /// <summary>A valid key.</summary>
    public required string Key { get; init; }

    /// <summary>Another valid key; null when there is none.</summary>
    public string? OtherKey { get; init; }

    /// <summary>The clock by which answers are awaited.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The longest time that a check may wait for on a target whose clock cannot be moved.</summary>
    public required TimeSpan LongestWait { get; init; }

    /// <summary>Prefix of the sessions of this run.</summary>
    public required string Run { get; init; }

    /// <summary>By how much the twin shortens modelled times.</summary>
    public double Shortened { get; init; } = 1;
}
