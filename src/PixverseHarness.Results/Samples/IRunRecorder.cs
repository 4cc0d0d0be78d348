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
    /// States that <paramref name="jobs"/> jobs are in flight from <paramref name="at"/> on. Called at every change, in order
    /// of time. A job is in flight from its actual start to its end, as its sample will state them.
    /// </summary>
    void InFlight(TimeSpan at, int jobs);
}
