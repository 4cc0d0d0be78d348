namespace PixverseHarness.Simulator.Jobs;

/// <summary>Whether a record is lost before its retention is over.</summary>
internal enum EarlyLoss
{
    /// <summary>It is kept.</summary>
    None,

    /// <summary>It is gone the moment the job ends.</summary>
    AtEnd,

    /// <summary>It is never found.</summary>
    AtOnce,
}
