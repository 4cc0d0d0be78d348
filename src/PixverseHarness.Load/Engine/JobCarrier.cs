using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>Carries jobs through their steps: starts a step, learns from its answer, and does what follows, until the job ends.</summary>
internal sealed class JobCarrier
{
    private readonly LoadOptions _options;
    private readonly RunClock _clock;
    private readonly RunBook _book;
    private readonly RunEnding _ending;
    private readonly ArrivalFeed _feed;
    private readonly StepRunner _steps;
    private readonly JobCourse _course;
    private readonly PollPlan _polls;
    private readonly ThrottleRules _throttle;
    private readonly bool _submits;
    private readonly long _grain;

    public JobCarrier(
        LoadOptions options,
        IJobWorkload workload,
        RunClock clock,
        WakeSignal wake,
        RunBook book,
        RunEnding ending,
        ArrivalFeed feed)
    {
        _options = options;
        _clock = clock;
        _book = book;
        _ending = ending;
        _feed = feed;
        _steps = new StepRunner(workload, options.Ledger, clock, wake);
        _course = new JobCourse(workload.Steps, options.FetchAttempts, options.StuckAfter);
        _polls = new PollPlan(options.Polls, clock, book);
        _throttle = new ThrottleRules(options, clock);
        _submits = workload.Steps.HasFlag(JobSteps.Submit);
        _grain = options.PollGrain.Ticks;
    }

    /// <summary>Every job that has not ended, at the instant at which something is to happen to it.</summary>
    public WaitHeap Waiting { get; } = new();

    /// <summary>When jobs that wait are to be looked after next; null if none waits.</summary>
    public TimeSpan? NextWake => Waiting.Earliest is { } due && _grain > 0 ? TimeSpan.FromTicks((due.Ticks + _grain - 1) / _grain * _grain) : Waiting.Earliest;

    /// <summary>The submits that the rate limit holds back.</summary>
    public SubmitGate Gate { get; } = new();

    /// <summary>Takes in every step that has ended.</summary>
    public void TakeCompletions()
    {
        while (_ending.Fault is null && _steps.TryTake(out var completion))
        {
            Handle(completion);
        }
    }

    /// <summary>Submits a job, or holds it back while the rate limit is shut.</summary>
    public void Take(LiveJob job)
    {
        if (Gate.IsOpen(_clock.Now))
        {
            Submit(job, job.Intended);
        }
        else
        {
            Hold(job, job.Intended);
        }
    }

    /// <summary>Takes over a job that the service accepted before this run, so that it is in flight from the start, and polls it at once.</summary>
    public void Adopt(LiveJob job, string id)
    {
        _book.Enter(job, TimeSpan.Zero);
        (job.StepStart, job.StepIntended, job.Deadline) = (job.Intended, job.Intended, _clock.Now + _options.JobTimeout);
        var move = _course.AfterSubmit(job, StepAnswer.Accepted(id), job.Intended);
        if (move.Kind == MoveKind.Poll)
        {
            Await(job, JobStage.AwaitingPoll, _clock.Now);
        }
        else
        {
            End(job, move, _clock.Now);
        }
    }

    /// <summary>Submits the held jobs that may go.</summary>
    public void ReleaseHeld()
    {
        while (Gate.TryRelease(_clock.Now, out var job, out var due))
        {
            var intended = due > job.HeldSince ? due : job.HeldSince;
            job.Throttled += intended - job.HeldSince;
            job.ThrottledBeforeSubmit += intended - job.HeldSince;
            Submit(job, intended);
        }
    }

    /// <summary>Does what is due for every job that waits: a poll, a fetch, or giving up.</summary>
    public void WakeDue()
    {
        while (Waiting.Earliest is { } due && NextWake <= _clock.Now)
        {
            var job = Waiting.First;
            if (_clock.Now >= job.Deadline)
            {
                GiveUp(job, JobCourse.AfterGivingUp(job, "job_timeout"), job.Deadline);
                continue;
            }

            var operation = job.Stage == JobStage.AwaitingPoll ? RequestOperation.Poll : RequestOperation.Fetch;
            if (_throttle.HeldUntil(operation) is var opens && opens > _clock.Now)
            {
                job.Throttled += opens - due;
                Await(job, job.Stage, opens);
            }
            else
            {
                Start(job, operation == RequestOperation.Poll ? JobStage.Polling : JobStage.Fetching, job.NextIntended);
            }
        }
    }

    /// <summary>Gives up the jobs that the rate limit holds back.</summary>
    public void GiveUpHeld()
    {
        while (Gate.TryRelease(TimeSpan.MaxValue, out var job, out _))
        {
            End(job, JobCourse.AfterGivingUp(job, "stopped"), _clock.Now);
        }
    }

    /// <summary>Ends every job that is left; what the service has accepted is unfinished.</summary>
    public void EndAll(string cause)
    {
        var now = _clock.Now;
        while (Waiting.Count > 0)
        {
            var move = JobCourse.AfterGivingUp(Waiting.First, cause);
            GiveUp(Waiting.First, move.Outcome == JobOutcome.TimedOut ? Move.End(JobOutcome.Unfinished, cause) : move, now);
        }
    }

    private void Submit(LiveJob job, TimeSpan intended)
    {
        if (!job.WasTried)
        {
            _book.Submitted++;
        }

        job.Deadline = _clock.Now + _options.JobTimeout;
        _book.Enter(job, _clock.Now);
        Start(job, JobStage.Submitting, intended);
    }

    private void Hold(LiveJob job, TimeSpan since)
    {
        job.Stage = JobStage.Held;
        job.HeldSince = since;
        Gate.Hold(job);
        Waiting.Set(job, job.Deadline);
    }

    private void Start(LiveJob job, JobStage stage, TimeSpan intended)
    {
        // Its place in the heap is its deadline now, should the step never be answered.
        Waiting.Set(job, job.Deadline);
        if (_steps.Start(job, stage, intended, out var completion))
        {
            Handle(completion);
        }
    }

    private void Handle(in StepCompletion completion)
    {
        var (job, answer, end) = (completion.Job, completion.Answer, completion.End);
        if (completion.Fault is not null)
        {
            _ending.Fault ??= completion.Fault;
            return;
        }

        if (completion.StepNumber != job.StepNumber)
        {
            HandleLate(job, answer);
            return;
        }

        var operation = job.Stage switch
        {
            JobStage.Submitting => RequestOperation.Submit,
            JobStage.Polling => RequestOperation.Poll,
            _ => RequestOperation.Fetch,
        };
        if (operation != RequestOperation.Submit || _submits)
        {
            // A refusal is an answer, and its status says so; an error is one that keeps us from reading any.
            var error = answer.Kind is StepAnswerKind.NoAnswer or StepAnswerKind.Unreachable or StepAnswerKind.Corrupt ? answer.Cause : null;
            _book.Record(new RequestSample(operation, job.StepIntended, job.StepStart, end, answer.Status, error, job.Cohort));
        }

        var move = operation switch
        {
            RequestOperation.Submit => _course.AfterSubmit(job, answer, end),
            RequestOperation.Poll => _course.AfterPoll(job, answer, end),
            _ => _course.AfterFetch(job, answer, end),
        };
        if (operation == RequestOperation.Submit && job.IsAccepted && _submits)
        {
            _options.Ledger.Accept(job.Ordinal, _clock.StartedAt + end, job.Handle.Id);
        }

        Follow(job, move, operation, answer, end);
    }

    private void HandleLate(LiveJob job, in StepAnswer answer)
    {
        if (_submits && answer is { Kind: StepAnswerKind.Accepted, JobId: { } id })
        {
            _book.LateAcceptances++;
            _options.Ledger.Accept(job.Ordinal, _clock.UtcNow, id);
        }
    }

    private void Follow(LiveJob job, in Move move, RequestOperation operation, in StepAnswer answer, TimeSpan end)
    {
        switch (move.Kind)
        {
            case MoveKind.Poll:
                Await(job, JobStage.AwaitingPoll, _polls.Next(job, job.Polls + 1, end));
                break;
            case MoveKind.Fetch:
                job.FetchIntended = end;
                Start(job, JobStage.Fetching, end);
                break;
            case MoveKind.FetchAgain:
                Await(job, JobStage.AwaitingFetch, _polls.Next(job, job.FetchAttempts, end));
                break;
            case MoveKind.Hold:
                Obey(job, operation, _throttle.Until(answer, end), end);
                break;
            case MoveKind.End:
                End(job, move, end);
                break;
        }
    }

    private void Await(LiveJob job, JobStage stage, TimeSpan intended)
    {
        job.Stage = stage;
        job.NextIntended = intended;
        Waiting.Set(job, intended < job.Deadline ? intended : job.Deadline);
    }

    private void Obey(LiveJob job, RequestOperation operation, TimeSpan until, TimeSpan end)
    {
        _book.ThrottledAnswers++;
        if (operation != RequestOperation.Submit)
        {
            job.Throttled += until - end;
            _throttle.Hold(operation, until);
            Await(job, operation == RequestOperation.Poll ? JobStage.AwaitingPoll : JobStage.AwaitingFetch, until);
            return;
        }

        _book.Leave(job, end);
        Gate.Shut(until);
        Hold(job, end);
        if (_ending.StopsHeldJobs)
        {
            End(job, JobCourse.AfterGivingUp(job, "stopped"), end);
        }
    }

    private void GiveUp(LiveJob job, in Move move, TimeSpan end)
    {
        StepRunner.GiveUp(job);
        End(job, move, end);
    }

    private void End(LiveJob job, in Move move, TimeSpan end)
    {
        if (job.Stage == JobStage.Held)
        {
            job.Throttled += end - job.HeldSince;
        }
        else
        {
            _book.Leave(job, end);
        }

        job.Stage = JobStage.Ended;
        Waiting.Remove(job);
        _options.Spend.Settle(job.Price, Charges.Of(job, move.Outcome));
        _book.Record(job.ToSample(move.Outcome, move.Cause, end));
        if (job.IsCopy)
        {
            _feed.Free(end, job.IsAccepted);
        }

        // Last, and not after a fault, which may be the ledger's own: what it does not call resolved is looked at again.
        if (_submits && Charges.IsFinal(move.Outcome) && _ending.Fault is null)
        {
            _options.Ledger.Resolve(job.Ordinal, _clock.UtcNow, move.Outcome);
        }
    }
}
