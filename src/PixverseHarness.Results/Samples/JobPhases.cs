namespace PixverseHarness.Results.Samples;

/// <summary>Derives the durations of a job from its instants. Every formula of a phase stands here and nowhere else.</summary>
internal static class JobPhases
{
    /// <summary>All durations that the sample supports.</summary>
    public static IEnumerable<PhaseDuration> Of(JobSample job)
    {
        if (job.ActualStart is not { } started)
        {
            yield break;
        }

        if (job.SubmitEnd is { } submitted)
        {
            yield return Exact(JobPhase.Submit, MeasureSource.Observed, submitted - job.DueStart);
            yield return Exact(JobPhase.Submit, MeasureSource.Uncorrected, submitted - started);
        }

        if (job.Outcome.IsAccepted())
        {
            foreach (var duration in Hidden(job, started))
            {
                yield return duration;
            }
        }

        if (job.FetchEnd is { } fetched && job.FetchStart is { } fetching)
        {
            yield return Exact(JobPhase.Fetch, MeasureSource.Observed, fetched - (job.FetchIntended ?? fetching));
            yield return Exact(JobPhase.Fetch, MeasureSource.Uncorrected, fetched - fetching);
        }

        yield return EndToEnd(job, MeasureSource.Observed, job.DueStart);
        yield return EndToEnd(job, MeasureSource.Uncorrected, started);
    }

    /// <summary>The end-to-end time, of a job that outlived our watching as far as it was seen; null if it was never sent.</summary>
    public static TimeSpan? EndToEnd(JobSample job) => job.ActualStart is null ? null : EndToEnd(job, MeasureSource.Observed, job.DueStart).Low;

    /// <summary>The queue wait as the service states it, else the middle of what polls leave open; null if nothing is known.</summary>
    public static TimeSpan? QueueWait(JobSample job)
    {
        if (job.ActualStart is not { } started || job.StatedQueueWait is { })
        {
            return job.StatedQueueWait;
        }

        var (accepted, alive) = (job.SubmitEnd ?? started, LastAlive(job, started));
        return job switch
        {
            { Started: { } work } => (NotNegative(work.After - accepted) + NotNegative(work.AtOrBefore - started)) / 2,
            { Finished: null } => NotNegative(alive - accepted),
            _ => null,
        };
    }

    /// <summary>
    /// The time in flight of a job whose engine does not count it: from its actual start to its end, and of one that an earlier
    /// run submitted only what lies in this one.
    /// </summary>
    public static TimeSpan InFlight(JobSample job) => job.ActualStart is { } started
        ? NotNegative(job.End - NotNegative(started))
        : TimeSpan.Zero;

    /// <summary>The latest instant at which the job is known to have been alive.</summary>
    private static TimeSpan LastAlive(JobSample job, TimeSpan started) =>
        Max(Max(job.LastSeenAlive ?? started, job.SubmitEnd ?? started), job.Finished?.AtOrBefore ?? started);

    private static PhaseDuration EndToEnd(JobSample job, MeasureSource source, TimeSpan from) =>
        job.Outcome.IsCensored()
            ? new PhaseDuration(JobPhase.EndToEnd, source, LastAlive(job, job.ActualStart ?? from) - from, null)
            : Exact(JobPhase.EndToEnd, source, job.End - from);

    // The phases inside the service: nobody tells us their instants, polls only enclose them.
    private static IEnumerable<PhaseDuration> Hidden(JobSample job, TimeSpan started)
    {
        var accepted = job.SubmitEnd ?? started;
        if (job.Started is { } work)
        {
            yield return Between(JobPhase.QueueWait, work.After - accepted, work.AtOrBefore - started);
        }
        else if (job.Finished is null)
        {
            yield return Longer(JobPhase.QueueWait, LastAlive(job, started) - accepted);
        }

        if (job.Finished is { } done)
        {
            yield return Between(
                JobPhase.Run,
                done.After - (job.Started?.AtOrBefore ?? done.AtOrBefore),
                done.AtOrBefore - (job.Started?.After ?? started));
            yield return Between(JobPhase.DetectionDelay, TimeSpan.Zero, done.Width);
        }
        else if (job.Started is { } running)
        {
            yield return Longer(JobPhase.Run, LastAlive(job, started) - running.AtOrBefore);
        }

        if (job.StatedQueueWait is { } queue)
        {
            yield return Exact(JobPhase.QueueWait, MeasureSource.Stated, queue);
        }

        if (job.StatedRun is { } run)
        {
            yield return Exact(JobPhase.Run, MeasureSource.Stated, run);
            if (job is { StatedQueueWait: { } wait, Finished: { } seen })
            {
                var delay = seen.AtOrBefore - (accepted + wait + run);
                yield return Exact(JobPhase.DetectionDelay, MeasureSource.Stated, Min(delay, seen.Width));
            }
        }
    }

    private static PhaseDuration Exact(JobPhase phase, MeasureSource source, TimeSpan value) =>
        new(phase, source, NotNegative(value), NotNegative(value));

    private static PhaseDuration Between(JobPhase phase, TimeSpan low, TimeSpan high) =>
        new(phase, MeasureSource.Observed, NotNegative(low), Max(NotNegative(low), high));

    private static PhaseDuration Longer(JobPhase phase, TimeSpan than) =>
        new(phase, MeasureSource.Observed, NotNegative(than), null);

    private static TimeSpan NotNegative(TimeSpan value) => Max(value, TimeSpan.Zero);

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
