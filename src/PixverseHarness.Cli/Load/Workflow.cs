namespace PixverseHarness.Cli.Load;

/// <summary>What a load run does with a job.</summary>
internal enum Workflow
{
    /// <summary>Submit, poll to the end, read the result.</summary>
    V2SubmitPoll,

    /// <summary>One blocking call.</summary>
    V1Sync,

    /// <summary>Poll jobs that exist already.</summary>
    PollOnly,
}
