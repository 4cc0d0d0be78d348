namespace PixverseHarness.Cli.Demo;

/// <summary>How a request of the tour can end, in the order of the table.</summary>
internal enum DemoOutcome
{
    /// <summary>The job completed and its result was read.</summary>
    Completed,

    /// <summary>The job ended FAILED because moderation blocked it.</summary>
    Moderated,

    /// <summary>The job was accepted and ended FAILED in the model.</summary>
    FailedLate,

    /// <summary>The job completed and was charged, but its client came after the hour of retention.</summary>
    Expired,

    /// <summary>Refused: the balance does not cover the price.</summary>
    OutOfCredits,

    /// <summary>Refused: the plan's requests of this minute are used up.</summary>
    RateLimited,

    /// <summary>Refused: no valid key.</summary>
    Unauthorised,
}
