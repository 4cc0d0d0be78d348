namespace PixverseHarness.Contract.Profiles;

/// <summary>What happens to a member that the API does not expect; unknown (section 15).</summary>
public enum MemberHandling
{
    /// <summary>It is passed over; of duplicates the last counts.</summary>
    Ignore,

    /// <summary>It is a fault.</summary>
    Reject,
}
