namespace PixverseHarness.Verification.Snapshots;

/// <summary>How one snapshot stands. The names are those of Verify's messages.</summary>
public enum SnapshotVerdict
{
    /// <summary>The committed file holds the very same bytes.</summary>
    Equal,

    /// <summary>There is no committed file.</summary>
    New,

    /// <summary>The committed file holds other bytes.</summary>
    NotEqual,

    /// <summary>A committed file that no snapshot belongs to.</summary>
    Delete,

    /// <summary>There was a difference, and it was taken: the committed file is written, or deleted.</summary>
    Accepted,
}
