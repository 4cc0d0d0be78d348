namespace PixverseHarness.Contract.Parameters;

/// <summary>Values of <c>duration</c> in seconds; an integer on the wire (section 4, documented).</summary>
public enum ClipDuration
{
    /// <summary>5 s, the default.</summary>
    FiveSeconds = 5,

    /// <summary>8 s; excluded by <c>motion_mode=fast</c> and by <c>quality=1080p</c>.</summary>
    EightSeconds = 8,
}
