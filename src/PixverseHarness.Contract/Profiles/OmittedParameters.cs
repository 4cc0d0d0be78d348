namespace PixverseHarness.Contract.Profiles;

/// <summary>What happens when a parameter that is required, yet has a default, is left out; unknown (section 4).</summary>
public enum OmittedParameters
{
    /// <summary>It is a fault.</summary>
    Reject,

    /// <summary>The documented default is taken.</summary>
    Default,
}
