namespace PixverseHarness.Verification.Targets;

/// <summary>What a target is: decides who is wrong when it differs from the contract.</summary>
public enum TargetKind
{
    /// <summary>A simulator that claims to follow the contract, unknown members included.</summary>
    Twin,

    /// <summary>Another implementation of the API; it may add to the contract.</summary>
    Implementation,

    /// <summary>The vendor's own service.</summary>
    Live,
}
