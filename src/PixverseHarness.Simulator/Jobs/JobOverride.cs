using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// What somebody decided about a job after its submit. It changes that job alone: the worker that the job was placed on
/// stays taken as long as it was, so no other job moves.
/// </summary>
internal sealed record JobOverride
{
    /// <summary>The state that it is to be in at once: PROCESSING, COMPLETED or FAILED; null leaves it to the clock.</summary>
    public JobState? State { get; init; }

    /// <summary>Why it fails; null when it completes. Counts only with <see cref="SetsFailure"/>.</summary>
    public ErrorCause? Failure { get; init; }

    /// <summary>Whether <see cref="Failure"/> was decided.</summary>
    public bool SetsFailure { get; init; }

    /// <summary>Text of the error; null for the cause's own.</summary>
    public string? Message { get; init; }

    /// <summary>Time from the submit to the start; null leaves it.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>Time from the start to the end; null leaves it.</summary>
    public TimeSpan? RunTime { get; init; }

    /// <summary>Time from now to the loss of its record; null leaves it.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Whether it stays PROCESSING until its record expires; null leaves it.</summary>
    public bool? Stuck { get; init; }

    /// <summary>Whether it concerns the record alone, which can be lost at any time.</summary>
    public bool ConcernsRecordOnly => this with { ExpiresIn = null } == new JobOverride();

    /// <summary>Changes a job that has not ended, or the record of one that has.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">This instant: nothing is moved before it.</param>
    /// <param name="expiryFollowsEnd">Whether retention counts from the end.</param>
    public void Apply(Job job, long now, bool expiryFollowsEnd)
    {
        var (start, end) = (job.StartsAt, job.EndsAt);
        if (QueueTime is { } queue)
        {
            (start, end) = Move(start, end, Math.Max(now, job.SubmittedAt + queue.Ticks));
        }

        if (State == JobState.Processing && start > now)
        {
            (start, end) = Move(start, end, now);
        }

        if (RunTime is { } run)
        {
            end = Math.Max(now, start + run.Ticks);
        }

        if (State is JobState.Completed or JobState.Failed)
        {
            (start, end) = (Math.Min(start, now), now);
        }

        DecideEnd(job);
        if (ExpiresIn is { } left)
        {
            job.ExpiresAt = now + left.Ticks;
        }
        else if (expiryFollowsEnd && !job.Stuck)
        {
            job.ExpiresAt += end - job.EndsAt;
        }

        job.StartsAt = start;
        job.EndsAt = job.Stuck ? Math.Max(start, job.ExpiresAt) : end;
    }

    private static (long Start, long End) Move(long start, long end, long to) => (to, to + (end - start));

    private void DecideEnd(Job job)
    {
        if (SetsFailure || State == JobState.Completed)
        {
            (job.Failure, job.Rare) = (Failure, RareTraits.Of(Message, job.Faults));
        }
        else if (State == JobState.Failed && job.Failure is null)
        {
            (job.Failure, job.Rare) = (ErrorCauses.GenerationFailed, RareTraits.Of(Message, job.Faults));
        }

        job.Stuck = Stuck ?? (job.Stuck && State is not (JobState.Completed or JobState.Failed) && RunTime is null);
    }
}
