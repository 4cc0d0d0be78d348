namespace PixverseHarness.Payloads;

/// <summary>What the contract says about a payload, whatever the profile. Under a profile there is always a definite answer.</summary>
public enum Standing
{
    /// <summary>Accepted under every profile.</summary>
    Valid,

    /// <summary>Refused under every profile.</summary>
    Invalid,

    /// <summary>No source says; a switch of the profile decides, or nothing but the twin's own parser does.</summary>
    Unknown,
}
