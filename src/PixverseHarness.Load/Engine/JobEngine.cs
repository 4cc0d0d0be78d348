using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>
/// The loop of a run. It alone touches jobs, heap, gate and book; steps that wait for a target come back through the
/// <see cref="StepRunner"/>'s queue. After every wake-up it looks at the clock, and does what is due and nothing else.
/// </summary>
internal sealed class JobEngine
{
    private readonly LoadOptions _options;
    private readonly IJobWorkload _workload;
    private readonly RunClock _clock;
    private readonly WakeSignal _wake;
    private readonly StopRequests _stops;
    private readonly ArrivalFeed _feed;
    private readonly StepRunner _steps;
    private readonly JobCourse _course;
    private readonly RunBook _book;
    private readonly CohortMap _cohorts;
    private readonly ProgressTicker _progress;
    private readonly WaitHeap _waiting = new();
    private readonly SubmitGate _gate = new();
    private TimeSpan _pollsHeldUntil = TimeSpan.MinValue;
    private TimeSpan _fetchesHeldUntil = TimeSpan.MinValue;
    private TimeSpan? _drainedFrom;
    private StopReason _reason = StopReason.PlanDone;
    private string? _reasonText;
    private Exception? _fault;
    private long _nextOrdinal;

    public JobEngine(
        LoadOptions options,
        IJobWorkload workload,
        IRunRecorder recorder,
        RunClock clock,
        WakeSignal wake,
        StopRequests stops,
        ArrivalFeed feed)
    {
        _options = options;
        _workload = workload;
        _clock = clock;
        _wake = wake;
        _stops = stops;
        _feed = feed;
        _steps = new StepRunner(workload, options.Ledger, clock, wake);
        _course = new JobCourse(workload.Steps, options.FetchAttempts, options.StuckAfter);
        _book = new RunBook(recorder, options.Progress is not null);
        _cohorts = new CohortMap(options.Schedule, options.CohortWindow);
        _progress = new ProgressTicker(options, _book, _waiting);
        _nextOrdinal = options.FirstOrdinal;
    }

    private TimeSpan DrainDeadline => (_drainedFrom ?? TimeSpan.Zero) + (_options.Drain ?? _options.JobTimeout);

    public async Task<LoadResult> RunAsync()
    {
        Adopt();
        var cutShort = false;
        while (true)
        {
            TakeCompletions();
            if (_stops.Drain is { } wish)
            {
                Drain(wish.Reason, wish.Text);
            }

            if (_stops.Now || _fault is not null)
            {
                cutShort = true;
                break;
            }

            WakeDueJobs();
            StartArrivals();
            ReleaseHeld();
            if (_feed.IsExhausted)
            {
                Drain(StopReason.PlanDone, null);
            }

            _progress.Tick(_clock.Now, _drainedFrom is not null, force: false);
            if (_drainedFrom is not null && (_waiting.Count == 0 || _clock.Now >= DrainDeadline))
            {
                break;
            }

            await _wake.WaitUntilAsync(NextInstant());
        }

        EndAll(cutShort ? "stopped" : "drain_over");
        _progress.Tick(_clock.Now, draining: true, force: true);
        return Result(cutShort);
    }

    private void Adopt()
    {
        foreach (var adopted in _options.Adopted)
        {
            var accepted = _clock.OffsetOf(adopted.AcceptedAt);
            _options.Spend.TryReserve(adopted.PriceMicroDollars);
            var job = new LiveJob(adopted.Ordinal, accepted, 0, adopted.PriceMicroDollars, isCopy: false)
            {
                StepStart = accepted,
                StepIntended = accepted,
                Deadline = _clock.Now + _options.JobTimeout,
            };
            _book.ChangeInFlight(_clock.Now, +1);
            Carry(job, _course.AfterSubmit(job, StepAnswer.Accepted(adopted.JobId), accepted), accepted);
        }
    }

    private void TakeCompletions()
    {
        while (_steps.TryTake(out var completion))
        {
            Handle(completion);
        }
    }

    private void StartArrivals()
    {
        while (_drainedFrom is null && _feed.TryTake(_clock.Now, out var due, out var isCopy))
        {
            var ordinal = _nextOrdinal++;
            var job = new LiveJob(ordinal, due, _cohorts.IndexOf(due), _workload.PriceOf(ordinal), isCopy) { Deadline = due + _options.JobTimeout };
            _book.Offered++;
            if (_waiting.Count >= _options.MaxInFlight)
            {
                _book.Record(job.ToSample(JobOutcome.Shed, "in_flight_cap", due));
            }
            else if (!_options.Spend.TryReserve(job.Price))
            {
                _book.Record(job.ToSample(JobOutcome.Shed, "budget", due));
                Drain(StopReason.BudgetSpent, null);
            }
            else if (_gate.IsOpen(_clock.Now))
            {
                StartSubmit(job, due);
            }
            else
            {
                Hold(job, due);
            }
        }
    }

    private void Hold(LiveJob job, TimeSpan since)
    {
        job.Stage = JobStage.Held;
        job.HeldSince = since;
        _gate.Hold(job);
        _waiting.Set(job, job.Deadline);
    }

    private void ReleaseHeld()
    {
        while (_gate.TryRelease(_clock.Now, out var job, out var due))
        {
            var held = due > job.HeldSince ? due - job.HeldSince : TimeSpan.Zero;
            job.Throttled += held;
            job.ThrottledBeforeSubmit += held;
            StartSubmit(job, due > job.HeldSince ? due : job.HeldSince);
        }
    }

    private void StartSubmit(LiveJob job, TimeSpan intended)
    {
        if (!job.WasTried)
        {
            _book.Submitted++;
        }

        job.Deadline = _clock.Now + _options.JobTimeout;
        _book.ChangeInFlight(_clock.Now, +1);
        Start(job, JobStage.Submitting, intended);
    }

    private void WakeDueJobs()
    {
        while (_waiting.Earliest is { } due && due <= _clock.Now)
        {
            var job = _waiting.First;
            if (_clock.Now >= job.Deadline)
            {
                StepRunner.GiveUp(job);
                End(job, JobCourse.AfterGivingUp(job, "job_timeout"), job.Deadline);
                continue;
            }

            var polls = job.Stage == JobStage.AwaitingPoll;
            var heldUntil = polls ? _pollsHeldUntil : _fetchesHeldUntil;
            if (heldUntil > _clock.Now)
            {
                job.Throttled += heldUntil - due;
                Await(job, job.Stage, heldUntil);
            }
            else
            {
                Start(job, polls ? JobStage.Polling : JobStage.Fetching, job.NextIntended);
            }
        }
    }

    private void Start(LiveJob job, JobStage stage, TimeSpan intended)
    {
        // Its place in the heap is its deadline now, should the step never be answered.
        _waiting.Set(job, job.Deadline);
        if (_steps.Start(job, stage, intended, out var completion))
        {
            Handle(completion);
        }
    }

    private void Handle(in StepCompletion completion)
    {
        var (job, answer, end) = (completion.Job, completion.Answer, completion.End);
        if (completion.Fault is { } fault)
        {
            _fault ??= fault;
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
        if (operation != RequestOperation.Submit || _workload.Steps.HasFlag(JobSteps.Submit))
        {
            _book.Record(new RequestSample(operation, job.StepIntended, job.StepStart, end, answer.Status, answer.Cause, job.Cohort));
        }

        try
        {
            var move = operation switch
            {
                RequestOperation.Submit => _course.AfterSubmit(job, answer, end),
                RequestOperation.Poll => _course.AfterPoll(job, answer, end),
                _ => _course.AfterFetch(job, answer, end),
            };
            if (operation == RequestOperation.Submit && job.IsAccepted)
            {
                _options.Ledger.Accept(job.Ordinal, _clock.StartedAt + end, job.Handle.Id);
            }

            if (move.Kind == MoveKind.Hold)
            {
                Obey(job, operation, answer, end);
            }
            else
            {
                Carry(job, move, end);
            }
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            _fault ??= broken;
        }
    }

    private void HandleLate(LiveJob job, in StepAnswer answer)
    {
        if (answer is { Kind: StepAnswerKind.Accepted, JobId: { } id })
        {
            _book.LateAcceptances++;
            _options.Ledger.Accept(job.Ordinal, _clock.UtcNow, id);
        }
    }

    private void Carry(LiveJob job, in Move move, TimeSpan end)
    {
        switch (move.Kind)
        {
            case MoveKind.Poll:
                Await(job, JobStage.AwaitingPoll, NextPoll(job, job.Polls + 1, end));
                break;
            case MoveKind.FetchAgain:
                Await(job, JobStage.AwaitingFetch, NextPoll(job, job.FetchAttempts, end));
                break;
            case MoveKind.Fetch:
                job.FetchIntended = end;
                Start(job, JobStage.Fetching, end);
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
        _waiting.Set(job, intended < job.Deadline ? intended : job.Deadline);
    }

    /// <summary>
    /// When the plan wants the next poll: the policy's delay after the step before would have ended, had that begun when the plan
    /// wanted. A plan that lies in the past by now is followed from its next instant on; what it lost is counted.
    /// </summary>
    private TimeSpan NextPoll(LiveJob job, int attempt, TimeSpan end)
    {
        var turn = new PollTurn(job.Ordinal, attempt, end - (job.SubmitEnd ?? end), job.Hint);
        var delay = _options.Polls.DelayBefore(turn);
        if (delay <= TimeSpan.Zero)
        {
            throw new InvalidOperationException(
                $"The poll policy \"{_options.Polls.Describe()}\" gave the delay {DurationText.Format(delay)}, which is not above zero.");
        }

        var intended = job.ExpectedEnd(end) + delay;
        var now = _clock.Now;
        if (intended < now && end > job.StepIntended + delay)
        {
            var missed = ((now - intended).Ticks / delay.Ticks) + 1;
            _book.MissedPolls += missed;
            intended += delay * missed;
        }

        return intended;
    }

    private void Obey(LiveJob job, RequestOperation operation, in StepAnswer answer, TimeSpan end)
    {
        _book.ThrottledAnswers++;
        var until = end + _options.ThrottlePause;
        if (answer.ThrottledUntil is { } named && _clock.OffsetOf(named) is var offset && offset > end)
        {
            until = offset < end + _options.LongestThrottle ? offset : end + _options.LongestThrottle;
        }

        switch (operation)
        {
            case RequestOperation.Submit:
                _book.ChangeInFlight(end, -1);
                _gate.Shut(until);
                if (_drainedFrom is not null && _reason != StopReason.PlanDone)
                {
                    End(job, Move.End(JobOutcome.Rejected, "rate_limited"), end);
                    return;
                }

                Hold(job, end);
                break;
            case RequestOperation.Poll:
                _pollsHeldUntil = Max(_pollsHeldUntil, until);
                job.Throttled += until - end;
                Await(job, JobStage.AwaitingPoll, until);
                break;
            default:
                _fetchesHeldUntil = Max(_fetchesHeldUntil, until);
                job.Throttled += until - end;
                Await(job, JobStage.AwaitingFetch, until);
                break;
        }
    }

    private void End(LiveJob job, in Move move, TimeSpan end)
    {
        var outcome = move.Outcome;
        if (job.Stage != JobStage.Held)
        {
            _book.ChangeInFlight(Max(end, TimeSpan.Zero), -1);
        }

        job.Stage = JobStage.Ended;
        _waiting.Remove(job);
        _options.Spend.Settle(job.Price, Charges.Of(job, outcome));
        if (Charges.IsFinal(outcome))
        {
            _options.Ledger.Resolve(job.Ordinal, _clock.UtcNow, outcome);
        }

        _book.Record(job.ToSample(outcome, move.Cause, end));
        if (job.IsCopy)
        {
            _feed.Free(end, job.IsAccepted);
        }
    }

    private void Drain(StopReason reason, string? text)
    {
        if (_drainedFrom is null)
        {
            _drainedFrom = _clock.Now;
            _feed.Stop();
        }
        else if (_reason != StopReason.PlanDone || reason == StopReason.PlanDone)
        {
            return;
        }

        (_reason, _reasonText) = (reason, text);
        if (reason != StopReason.PlanDone)
        {
            while (_gate.TryRelease(TimeSpan.MaxValue, out var job, out _))
            {
                job.Throttled += _clock.Now - job.HeldSince;
                End(job, JobCourse.AfterGivingUp(job, "stopped"), _clock.Now);
            }
        }
    }

    private void EndAll(string cause)
    {
        var now = _clock.Now;
        _drainedFrom ??= now;
        while (_waiting.Count > 0)
        {
            var job = _waiting.First;
            var move = JobCourse.AfterGivingUp(job, cause);
            StepRunner.GiveUp(job);
            End(job, move.Outcome == JobOutcome.TimedOut ? Move.End(JobOutcome.Unfinished, cause) : move, now);
        }
    }

    private TimeSpan? NextInstant()
    {
        var next = Earlier(_drainedFrom is null ? _feed.NextDue : DrainDeadline, _waiting.Earliest);
        return Earlier(Earlier(next, _gate.NextRelease), _progress.Next);
    }

    private LoadResult Result(bool cutShort) => new()
    {
        StartedAt = _clock.StartedAt,
        Elapsed = _clock.Now,
        DrainedFrom = _drainedFrom ?? _clock.Now,
        Reason = _fault is null ? _reason : StopReason.HarnessFault,
        ReasonText = _reasonText,
        Fault = _fault,
        WasCutShort = cutShort,
        Cohorts = _cohorts.Cohorts,
        Offered = _book.Offered,
        Submitted = _book.Submitted,
        Adopted = _options.Adopted.Length,
        Outcomes = _book.Outcomes,
        MostInFlight = _book.MostInFlight,
        Polls = _book.Polls,
        MissedPolls = _book.MissedPolls,
        PollErrorsSurvived = _book.PollErrorsSurvived,
        ThrottledAnswers = _book.ThrottledAnswers,
        Throttled = _book.Throttled,
        LateAcceptances = _book.LateAcceptances,
    };

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
