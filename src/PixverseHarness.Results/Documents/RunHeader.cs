namespace PixverseHarness.Results.Documents;

/// <summary>Who ran what: known before the run starts.</summary>
public sealed record RunHeader
{
    /// <summary>What the run was for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>Name of the scenario or suite.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence; null if it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The seed from which every random choice follows.</summary>
    public required long Seed { get; init; }

    /// <summary>Version of PixverseHarness.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Version of the contract data; null if it played no part.</summary>
    public string? ContractVersion { get; init; }

    /// <summary>What the run was aimed at.</summary>
    public required TargetKind Target { get; init; }

    /// <summary>What it set out to do.</summary>
    public PlanDocument Plan { get; init; } = new();
}
