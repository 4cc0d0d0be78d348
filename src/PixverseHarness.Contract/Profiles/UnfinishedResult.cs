namespace PixverseHarness.Contract.Profiles;

/// <summary>What the result call answers while the job still runs; undocumented (section 6).</summary>
public enum UnfinishedResult
{
    /// <summary>200 with the body of the status call: inferred from a client that polls only this call.</summary>
    InProgress,

    /// <summary>404, as for an unknown id.</summary>
    NotFound,
}
