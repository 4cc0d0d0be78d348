namespace PixverseHarness.Client;

/// <summary>How a wait ended.</summary>
public enum WaitEnd
{
    /// <summary>The job is COMPLETED and its result was read.</summary>
    Completed,

    /// <summary>The job is FAILED; <see cref="WaitOutcome.Failure"/> is a <see cref="JobFailed"/>.</summary>
    JobFailed,

    /// <summary>The job is COMPLETED but its result names no usable output. Waiting longer does not help.</summary>
    MissingOutput,

    /// <summary>The service does not know the job, or no longer.</summary>
    NotFound,

    /// <summary>The service refuses to be asked, for example 401: asking again cannot help.</summary>
    Refused,

    /// <summary>The deadline was over first. The job goes on and may be billed; it can be waited for again.</summary>
    TimedOut,

    /// <summary>The caller cancelled the wait. The job goes on and may be billed.</summary>
    Cancelled,
}
