using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>One wait: polls until a state is final, then fetches the result, and keeps going through faults until the deadline.</summary>
internal sealed class JobWait
{
    private const int MostWarnings = 32;
    private readonly PixverseClient client;
    private readonly PixverseJob job;
    private readonly TimeSpan deadline;
    private readonly PollPolicy policy;
    private readonly IProgress<JobProgress>? progress;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly List<Warning> warnings = [];
    private JobState? lastState;
    private int polls;
    private int fetches;
    private int faultsSurvived;
    private TimeSpan throttled;

    public JobWait(
        PixverseClient client,
        PixverseJob job,
        TimeSpan deadline,
        PollPolicy policy,
        IProgress<JobProgress>? progress,
        TimeProvider clock)
    {
        this.client = client;
        this.job = job;
        this.deadline = deadline;
        this.policy = policy.ForJob(StableMix.NumberOf(job.RequestId));
        this.progress = progress;
        this.clock = clock;
        start = clock.GetTimestamp();
    }

    private TimeSpan Elapsed => clock.GetElapsedTime(start);

    public async Task<WaitOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var isCompleted = false;
        while (true)
        {
            StepFailure? fault;
            Exchange exchange;
            if (isCompleted)
            {
                fetches++;
                var result = await client.GetResultAsync(job, cancellationToken);
                if (result.TryGetValue(out var video))
                {
                    Report(null);
                    return Ended(WaitEnd.Completed, null, video);
                }

                (fault, exchange) = (result.Failure!, result.Exchange);
                NoteDisagreement(fault);
            }
            else
            {
                polls++;
                var status = await client.GetStatusAsync(job, cancellationToken);
                (fault, exchange) = (status.Failure, status.Exchange);
                if (status.TryGetValue(out var seen))
                {
                    NoteState(seen.State);
                    isCompleted = seen.State == JobState.Completed;
                }
            }

            NoteFault(fault);
            Report(fault);
            if (fault is null && isCompleted)
            {
                continue;
            }

            if (EndOf(fault) is { } end)
            {
                return Ended(end, fault);
            }

            if (!await PauseAsync(fault, exchange, cancellationToken))
            {
                return cancellationToken.IsCancellationRequested
                    ? Ended(WaitEnd.Cancelled, new Cancelled(RequestMayHaveArrived: true))
                    : Ended(WaitEnd.TimedOut, fault);
            }
        }
    }

    /// <summary>Which end a fault means; null if the wait survives it.</summary>
    private static WaitEnd? EndOf(StepFailure? fault) => fault switch
    {
        null or NotReady or TransportFault or Rejected { IsTransient: true } => null,
        UnreadableAnswer answer => answer.Problem == AnswerProblem.MissingOutput ? WaitEnd.MissingOutput : null,
        JobFailed => WaitEnd.JobFailed,
        NotFound => WaitEnd.NotFound,
        Cancelled => WaitEnd.Cancelled,
        _ => WaitEnd.Refused,
    };

    /// <summary>Waits for the next call; false if there is none, because the deadline is over or the caller cancelled.</summary>
    private async Task<bool> PauseAsync(StepFailure? fault, Exchange exchange, CancellationToken cancellationToken)
    {
        var now = Elapsed;
        if (now >= deadline)
        {
            return false;
        }

        var wanted = PollPolicy.Clamp(policy.NextDelay(polls + fetches, now, exchange.RetryAfter));
        if (fault is not null)
        {
            if (AllowedAfter(fault, exchange) is { } allowed && allowed > wanted)
            {
                // A call before the reset is refused for certain, so a reset beyond the deadline ends the wait now.
                if (now + allowed > deadline)
                {
                    return false;
                }

                throttled += allowed - wanted;
                wanted = allowed;
            }

            faultsSurvived++;
        }

        // The last call goes out at the deadline itself: whatever happened before it is still seen.
        var due = now + wanted < deadline ? now + wanted : deadline;
        try
        {
            // Timers may fire early, so the clock is asked again. They know whole milliseconds only: part of one, cut to
            // nothing, would make this loop spin without ever yielding.
            for (var left = due - now; left > TimeSpan.Zero; left = due - Elapsed)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        return true;
    }

    private TimeSpan? AllowedAfter(StepFailure fault, Exchange exchange) => fault is not Rejected rejected
        ? null
        : rejected.ResetAt is { } reset ? reset - clock.GetUtcNow() : exchange.RetryAfter;

    private void NoteState(JobState state)
    {
        if (lastState is { } before && !before.CanBeSeenAfter(state))
        {
            Warn(WarningKind.StateRegressed, $"The job went from {before.ToWire()} back to {state.ToWire()}.");
        }

        lastState = state;
    }

    private void NoteFault(StepFailure? fault)
    {
        if (fault is JobFailed)
        {
            lastState = JobState.Failed;
        }
        else if (fault is UnreadableAnswer { Problem: AnswerProblem.UnknownState } answer)
        {
            Warn(WarningKind.UnknownState, $"The service named the unknown status '{Text.OneLine(answer.Detail ?? "")}'.");
        }
    }

    private void NoteDisagreement(StepFailure fault)
    {
        var shown = fault switch
        {
            NotReady early => early.State.ToWire(),
            JobFailed => JobState.Failed.ToWire(),
            UnreadableAnswer { Problem: AnswerProblem.MissingOutput } => "no output",
            _ => null,
        };
        if (shown is not null)
        {
            Warn(WarningKind.ResultDisagrees, $"The status call said COMPLETED, the result call says {shown}.");
        }
    }

    private void Warn(WarningKind kind, string text)
    {
        var warning = new Warning(kind, text);
        if (warnings.Count < MostWarnings && !warnings.Contains(warning))
        {
            warnings.Add(warning);
        }
    }

    private void Report(StepFailure? fault) =>
        progress?.Report(new JobProgress(job.RequestId, polls + fetches, lastState, Elapsed, fault));

    private WaitOutcome Ended(WaitEnd end, StepFailure? failure, GeneratedVideo? video = null) => new()
    {
        End = end,
        Job = job,
        Video = video,
        Failure = failure,
        LastState = lastState,
        Polls = polls,
        Fetches = fetches,
        FaultsSurvived = faultsSurvived,
        Elapsed = Elapsed,
        Throttled = throttled,
        Warnings = [.. warnings],
    };
}
