namespace PixverseHarness.Contract.Jobs;

/// <summary>The states of a job. There is no cancelled and no expired state: an expired job is simply unknown (section 6).</summary>
public enum JobState
{
    /// <summary>Accepted, waiting for a worker.</summary>
    Queued,

    /// <summary>A worker has it.</summary>
    Processing,

    /// <summary>Done; the output can be read until the record expires.</summary>
    Completed,

    /// <summary>Ended without output: a model failure, late validation or a content block. Not billed.</summary>
    Failed,
}
