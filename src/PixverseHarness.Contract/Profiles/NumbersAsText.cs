namespace PixverseHarness.Contract.Profiles;

/// <summary>Whether an integer may be sent as a JSON string; unknown (section 15).</summary>
public enum NumbersAsText
{
    /// <summary>It is a fault.</summary>
    Reject,

    /// <summary>It is read as a number.</summary>
    Accept,
}
