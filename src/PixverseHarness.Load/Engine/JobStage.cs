namespace PixverseHarness.Load.Engine;

/// <summary>What a job in flight is at.</summary>
internal enum JobStage
{
    /// <summary>Held back by the rate limit on submits.</summary>
    Held,

    /// <summary>Its submit is under way.</summary>
    Submitting,

    /// <summary>Waiting for its next poll.</summary>
    AwaitingPoll,

    /// <summary>A poll is under way.</summary>
    Polling,

    /// <summary>Waiting to fetch again.</summary>
    AwaitingFetch,

    /// <summary>A fetch is under way.</summary>
    Fetching,

    /// <summary>Over; what still arrives for it comes too late.</summary>
    Ended,
}
