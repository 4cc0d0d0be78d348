namespace PixverseHarness.Load.Workloads;

/// <summary>The steps that a workload takes to carry a job through.</summary>
[Flags]
public enum JobSteps
{
    /// <summary>None; no workload has this.</summary>
    None = 0,

    /// <summary>Sends a request that creates the job. Without it, jobs exist already and submitting only names them.</summary>
    Submit = 1,

    /// <summary>Asks for the state until it is final. Without it, the submit answer is the result (a blocking call).</summary>
    Poll = 2,

    /// <summary>Reads the result of a finished job.</summary>
    Fetch = 4,

    /// <summary>Submit, poll, fetch: the asynchronous workflow.</summary>
    SubmitPollFetch = Submit | Poll | Fetch,

    /// <summary>Poll jobs that exist already, and fetch nothing.</summary>
    PollOnly = Poll,

    /// <summary>One blocking call.</summary>
    Blocking = Submit,
}
