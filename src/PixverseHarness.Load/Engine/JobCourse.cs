using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>The course of a job: what each answer teaches about it, and what follows. Knows no clock and starts nothing.</summary>
internal sealed class JobCourse
{
    private readonly JobSteps _steps;
    private readonly int _fetchAttempts;
    private readonly TimeSpan? _stuckAfter;
    private readonly SeenIds _seen = new();

    /// <param name="steps">The steps that the workload has.</param>
    /// <param name="fetchAttempts">How often a fetch is tried.</param>
    /// <param name="stuckAfter">After how long without a change of state a job counts as stuck; null for never.</param>
    public JobCourse(JobSteps steps, int fetchAttempts, TimeSpan? stuckAfter)
    {
        _steps = steps;
        _fetchAttempts = fetchAttempts;
        _stuckAfter = stuckAfter;
    }

    private bool Polls => _steps.HasFlag(JobSteps.Poll);

    private bool Fetches => _steps.HasFlag(JobSteps.Fetch);

    /// <summary>A submit was answered at <paramref name="end"/>.</summary>
    public Move AfterSubmit(LiveJob job, in StepAnswer answer, TimeSpan end)
    {
        job.WasTried = true;
        if (answer.Kind == StepAnswerKind.Throttled)
        {
            return new Move(MoveKind.Hold);
        }

        job.ActualStart = job.StepStart;
        job.SubmitEnd = end;
        switch (answer.Kind)
        {
            case StepAnswerKind.Accepted when Polls && answer.JobId is { Length: > 0 } id:
                return Accept(job, id, answer.Tag, end);
            case StepAnswerKind.Accepted when Polls:
                return Move.End(JobOutcome.PossiblyBilled, "accepted_without_id");
            case StepAnswerKind.Fetched or StepAnswerKind.Failed or StepAnswerKind.Corrupt when !Polls:
                return FinishBlocking(job, answer, end);
            case StepAnswerKind.Rejected:
                return Move.End(JobOutcome.Rejected, answer.Cause);
            case StepAnswerKind.Invalid:
                return Move.End(JobOutcome.Invalid, answer.Cause);
            case StepAnswerKind.Unreachable:
                return Move.End(JobOutcome.Unreachable, answer.Cause);
            case StepAnswerKind.NotFound:
                return Move.End(JobOutcome.Rejected, answer.Cause);
            case StepAnswerKind.NoAnswer:
                return Move.End(JobOutcome.PossiblyBilled, answer.Cause);
            default:
                throw Misfit("submit", answer);
        }
    }

    /// <summary>A poll was answered at <paramref name="end"/>.</summary>
    public Move AfterPoll(LiveJob job, in StepAnswer answer, TimeSpan end)
    {
        job.Polls++;
        job.Hint = answer.Hint;
        switch (answer.Kind)
        {
            case StepAnswerKind.Running:
                return SeeAlive(job, answer.Working, end);
            case StepAnswerKind.Done:
                job.Finished = new ObservedInterval(job.LastSeenAlive ?? job.ActualStart ?? job.Intended, end);
                Learn(job, answer);
                return Fetches ? new Move(MoveKind.Fetch) : Move.End(JobOutcome.Completed);
            case StepAnswerKind.Failed:
                job.Finished = new ObservedInterval(job.LastSeenAlive ?? job.ActualStart ?? job.Intended, end);
                Learn(job, answer);
                return Move.End(JobOutcome.FailedByService, answer.Cause);
            case StepAnswerKind.NotFound:
                return Move.End(JobOutcome.Lost, answer.Cause);
            case StepAnswerKind.Throttled:
                return new Move(MoveKind.Hold);
            case StepAnswerKind.NoAnswer or StepAnswerKind.Unreachable or StepAnswerKind.Rejected or StepAnswerKind.Invalid or StepAnswerKind.Corrupt:
                job.PollErrors++;
                job.LastError = answer.Cause;
                return new Move(MoveKind.Poll);
            default:
                throw Misfit("poll", answer);
        }
    }

    /// <summary>A fetch was answered at <paramref name="end"/>.</summary>
    public Move AfterFetch(LiveJob job, in StepAnswer answer, TimeSpan end)
    {
        if (answer.Kind == StepAnswerKind.Throttled)
        {
            return new Move(MoveKind.Hold);
        }

        job.FetchAttempts++;
        job.FetchStart ??= job.StepStart;
        job.FetchEnd = end;
        switch (answer.Kind)
        {
            case StepAnswerKind.Fetched:
                Learn(job, answer);
                return Move.End(JobOutcome.Completed);
            case StepAnswerKind.Corrupt:
                return Move.End(JobOutcome.ResultCorrupt, answer.Cause);
            case StepAnswerKind.NotFound:
                return Move.End(JobOutcome.ResultCorrupt, "result_missing");
            case StepAnswerKind.Running or StepAnswerKind.Failed:
                return Move.End(JobOutcome.ResultCorrupt, "contradicts_status");
            case StepAnswerKind.NoAnswer or StepAnswerKind.Unreachable or StepAnswerKind.Rejected or StepAnswerKind.Invalid:
                job.LastError = answer.Cause;
                return job.FetchAttempts < _fetchAttempts
                    ? new Move(MoveKind.FetchAgain)
                    : Move.End(JobOutcome.ResultCorrupt, "fetch_failed");
            default:
                throw Misfit("fetch", answer);
        }
    }

    /// <summary>We gave up on a job, for <paramref name="cause"/>.</summary>
    public static Move AfterGivingUp(LiveJob job, string cause) => job.Stage switch
    {
        JobStage.Held => job.WasTried ? Move.End(JobOutcome.Rejected, "rate_limited") : Move.End(JobOutcome.Shed, "rate_limited"),
        JobStage.Submitting => Move.End(JobOutcome.PossiblyBilled, cause),
        _ => Move.End(JobOutcome.TimedOut, job.LastError ?? cause),
    };

    private Move Accept(LiveJob job, string id, object? tag, TimeSpan end)
    {
        job.IsAccepted = true;
        job.Handle = new JobHandle(job.Ordinal, id, tag);
        job.StateSince = end;
        return _seen.Add(id) || !_steps.HasFlag(JobSteps.Submit) ? new Move(MoveKind.Poll) : Move.End(JobOutcome.Duplicate, "id_seen_before");
    }

    private Move FinishBlocking(LiveJob job, in StepAnswer answer, TimeSpan end)
    {
        job.IsAccepted = true;
        job.Handle = new JobHandle(job.Ordinal, answer.JobId ?? "", null);
        job.Finished = new ObservedInterval(job.StepStart, end);
        Learn(job, answer);
        if (answer.Kind == StepAnswerKind.Failed)
        {
            return Move.End(JobOutcome.FailedByService, answer.Cause);
        }

        job.FetchIntended = job.FetchStart = job.FetchEnd = end;
        return answer.Kind == StepAnswerKind.Fetched ? Move.End(JobOutcome.Completed) : Move.End(JobOutcome.ResultCorrupt, answer.Cause);
    }

    private Move SeeAlive(LiveJob job, bool working, TimeSpan end)
    {
        if (working != job.Working)
        {
            if (working)
            {
                job.Started ??= new ObservedInterval(job.LastSeenAlive ?? job.ActualStart ?? job.Intended, end);
            }

            job.Working = working;
            job.StateSince = job.StepStart;
        }

        job.LastError = null;
        job.LastSeenAlive = job.StepStart;
        return end - job.StateSince >= _stuckAfter ? Move.End(JobOutcome.Stuck, working ? "processing" : "queued") : new Move(MoveKind.Poll);
    }

    private static void Learn(LiveJob job, in StepAnswer answer)
    {
        job.StatedQueueWait = answer.StatedQueueWait ?? job.StatedQueueWait;
        job.StatedRun = answer.StatedRun ?? job.StatedRun;
        job.StatedCost = answer.CostMicroDollars ?? job.StatedCost;
    }

    private static InvalidOperationException Misfit(string step, in StepAnswer answer) =>
        new($"A workload answered a {step} with \"{answer.Kind}\", which is no answer to that step.");
}
