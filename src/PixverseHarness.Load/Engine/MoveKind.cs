namespace PixverseHarness.Load.Engine;

/// <summary>What follows from an answer.</summary>
internal enum MoveKind
{
    /// <summary>The job is over.</summary>
    End,

    /// <summary>Poll, when the poll policy says.</summary>
    Poll,

    /// <summary>Fetch at once.</summary>
    Fetch,

    /// <summary>Fetch again, when the poll policy says.</summary>
    FetchAgain,

    /// <summary>Take the same step again once the rate limit allows it.</summary>
    Hold,
}
