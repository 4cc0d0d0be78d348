namespace PixverseHarness.Contract.Profiles;

/// <summary>Which seeds are allowed; unknown at Segmind (section 4).</summary>
public enum SeedRange
{
    /// <summary>Every 64-bit integer.</summary>
    Any,

    /// <summary>0 to 2147483647, the upstream vendor's range.</summary>
    Upstream,
}
