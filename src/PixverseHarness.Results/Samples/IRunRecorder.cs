namespace PixverseHarness.Results.Samples;

/// <summary>
/// Where a run puts what it learns. Calls may come from any thread; none waits for IO, none throws for what a target did, and
/// none keeps a sample, so memory does not grow with the length of the run.
/// </summary>
public interface IRunRecorder
{
    /// <summary>
    /// Takes one arrival whose outcome is known: at its end, at once if shed, and at the end of the run if unfinished.
    /// Each ordinal exactly once.
    /// </summary>
    void Record(JobSample job);

    /// <summary>Takes one request that ended.</summary>
    void Record(in RequestSample request);

    /// <summary>Takes one reading of the generator's own health.</summary>
    void Record(in GeneratorSample health);

    /// <summary>
    /// States that the number of jobs in flight changed by <paramref name="by"/> at <paramref name="at"/>. Called at every change,
    /// roughly in order of time: an answer is handled a moment after it came. The time between a job's changes is what its sample
    /// states as its time in flight.
    /// </summary>
    void ChangeInFlight(TimeSpan at, int by);
}
