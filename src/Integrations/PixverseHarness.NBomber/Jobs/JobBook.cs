using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>What all jobs of a run share, for one copy at a time: the bookkeeping of our own engine behind a lock, since copies run on many threads.</summary>
internal sealed partial class JobBook
{
    private readonly Lock _lock = new();
    private readonly LoadOptions _options;
    private readonly IJobWorkload _workload;
    private readonly RunClock _clock;
    private readonly RunBook _book;
    private readonly CohortMap _cohorts;
    private readonly JobCourse _course;
    private readonly PollPlan _polls;
    private readonly ThrottleRules _throttle;
    private readonly WaitHeap _live = new();
    private readonly ProgressTicker _progress;
    private readonly RunEnding _ending = new();
    private readonly TaskCompletionSource _draining = new();
    private readonly SubmitWaves _waves = new();
    private readonly bool _submits;
    private IStepScope? _scope;
    private TaskCompletionSource? _empty;
    private long _nextOrdinal;

    public JobBook(LoadOptions options, IJobWorkload workload, IRunRecorder recorder, RunClock clock)
    {
        _options = options;
        _workload = workload;
        _clock = clock;
        _book = new RunBook(recorder, options.Progress is not null);
        _cohorts = new CohortMap(options.Schedule, options.CohortWindow);
        _course = new JobCourse(workload.Steps, options.FetchAttempts, options.StuckAfter);
        _polls = new PollPlan(options.Polls, clock, _book);
        _throttle = new ThrottleRules(options, clock);
        _progress = new ProgressTicker(options, _book, _live);
        _submits = workload.Steps.HasFlag(JobSteps.Submit);
        _nextOrdinal = options.FirstOrdinal;
    }

    public long Copies { get; private set; }

    /// <summary>Begins a job; false if the run is stopping, or the job was shed.</summary>
    public bool TryBegin(IStepScope scope, out LiveJob job, out JobEnd refused)
    {
        lock (_lock)
        {
            Copies++;
            _scope = scope;
            if (_ending.StopsHeldJobs)
            {
                (job, refused) = (null!, default); // The caller reads it only after a true.
                return false;
            }

            var (ordinal, now) = (_nextOrdinal++, _clock.Now);
            job = new LiveJob(ordinal, now, _cohorts.IndexOf(now), _workload.PriceOf(ordinal), isCopy: false) { Deadline = now + _options.JobTimeout };
            _book.Offered++;
            var cause = _live.Count >= _options.MaxInFlight ? "in_flight_cap" : !_options.Spend.TryReserve(job.Price) ? "budget" : null;
            refused = new JobEnd(JobOutcome.Shed, cause);
            if (cause is null)
            {
                (job.HeldSince, job.Stage) = (now, JobStage.Held);
                _live.Set(job, job.Deadline);
                return true;
            }

            _book.Record(job.ToSample(JobOutcome.Shed, cause, now));
            if (cause == "budget")
            {
                _ending.Begin(now, StopReason.BudgetSpent, null);
            }

            return false;
        }
    }

    /// <summary>When a submit may go: now, or after the rate limit opens, in waves of 1, 2, 4 and so on.</summary>
    public TimeSpan HoldSubmit(LiveJob job)
    {
        lock (_lock)
        {
            var opens = _throttle.HeldUntil(RequestOperation.Submit);
            if (_clock.Now >= opens)
            {
                _waves.Restart();
                return job.NextIntended = job.HeldSince;
            }

            return job.NextIntended = _waves.Next(opens);
        }
    }

    /// <summary>A submit goes.</summary>
    public void Submit(LiveJob job)
    {
        lock (_lock)
        {
            if (job.NextIntended > job.HeldSince)
            {
                job.Throttled += job.NextIntended - job.HeldSince;
                job.ThrottledBeforeSubmit += job.NextIntended - job.HeldSince;
            }

            if (!job.WasTried)
            {
                _book.Submitted++;
            }

            job.Deadline = _clock.Now + _options.JobTimeout;
            _book.Enter(job, _clock.Now);
            Start(job, JobStage.Submitting, _clock.Now);
        }
    }

    /// <summary>When the plan wants the next poll or fetch, and no rate limit forbids it.</summary>
    public TimeSpan Plan(LiveJob job, RequestOperation operation, MoveKind move)
    {
        lock (_lock)
        {
            var now = _clock.Now;
            var due = move switch
            {
                MoveKind.Poll => _polls.Next(job, job.Polls + 1, now),
                MoveKind.FetchAgain => _polls.Next(job, job.FetchAttempts, now),
                MoveKind.Fetch => now,
                _ => _throttle.HeldUntil(operation),
            };
            if (move == MoveKind.Fetch)
            {
                job.FetchIntended = now;
            }

            if (_throttle.HeldUntil(operation) is var opens && opens > due)
            {
                job.Throttled += opens - due;
                due = opens;
            }

            job.NextIntended = due;
            job.Stage = operation == RequestOperation.Poll ? JobStage.AwaitingPoll : JobStage.AwaitingFetch;
            return due;
        }
    }

    /// <summary>A poll or fetch goes.</summary>
    public void Go(LiveJob job, RequestOperation operation)
    {
        lock (_lock)
        {
            Start(job, operation == RequestOperation.Poll ? JobStage.Polling : JobStage.Fetching, _clock.Now);
        }
    }

    /// <summary>Completes once no job is held or in flight.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            return _live.Count == 0 ? Task.CompletedTask : (_empty ??= new TaskCompletionSource()).Task;
        }
    }

    /// <summary>Notes a submit in the ledger, and waits until it is there.</summary>
    public async Task IntendAsync(LiveJob job, CancellationToken cancellationToken)
    {
        ValueTask noted;
        lock (_lock)
        {
            noted = _options.Ledger.IntendAsync(job.Ordinal, _clock.UtcNow, job.Price, cancellationToken);
        }

        await noted;
        job.StepStart = _clock.Now;
    }

    /// <summary>Takes an answer in; what follows from it.</summary>
    public Move Take(LiveJob job, RequestOperation operation, in StepAnswer answer)
    {
        lock (_lock)
        {
            var end = _clock.Now;
            if (operation != RequestOperation.Submit || _submits)
            {
                var error = answer.Kind is StepAnswerKind.NoAnswer or StepAnswerKind.Unreachable or StepAnswerKind.Corrupt ? answer.Cause : null;

                // Of polls and fetches the plan is ours; when a copy was to start, NBomber does not say.
                var planned = operation != RequestOperation.Submit;
                _book.Record(new RequestSample(
                    operation, planned ? job.StepIntended : job.StepStart, job.StepStart, end, answer.Status, error, job.Cohort) { HasPlan = planned });
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

            if (move.Kind == MoveKind.Hold)
            {
                Obey(job, operation, _throttle.Until(answer, end), end);
            }

            return move;
        }
    }

    /// <summary>Takes in an answer to a step that was given up.</summary>
    public void TakeLate(LiveJob job, in StepAnswer answer)
    {
        if (_submits && answer is { Kind: StepAnswerKind.Accepted, JobId: { } id })
        {
            lock (_lock)
            {
                _book.LateAcceptances++;
                _options.Ledger.Accept(job.Ordinal, _clock.UtcNow, id);
            }
        }
    }

    /// <summary>How a job ends that is given up.</summary>
    public Move GiveUp(LiveJob job, string cause, bool isOver)
    {
        lock (_lock)
        {
            var move = JobCourse.AfterGivingUp(job, cause);
            return isOver && move.Outcome == JobOutcome.TimedOut ? Move.End(JobOutcome.Unfinished, cause) : move;
        }
    }

    /// <summary>Ends a job.</summary>
    public JobEnd End(LiveJob job, in Move move)
    {
        TaskCompletionSource? empty = null;
        lock (_lock)
        {
            var end = _clock.Now;
            if (job.Stage == JobStage.Held)
            {
                job.Throttled += end - job.HeldSince;
            }
            else
            {
                _book.Leave(job, end);
            }

            job.Stage = JobStage.Ended;
            _live.Remove(job);
            _options.Spend.Settle(job.Price, Charges.Of(job, move.Outcome));
            _book.Record(job.ToSample(move.Outcome, move.Cause, end));
            if (_submits && Charges.IsFinal(move.Outcome) && _ending.Fault is null)
            {
                _options.Ledger.Resolve(job.Ordinal, _clock.UtcNow, move.Outcome);
            }

            if (_live.Count == 0)
            {
                (empty, _empty) = (_empty, null);
            }
        }

        // Whoever waits goes on here, and never with the lock held.
        empty?.TrySetResult();
        return new JobEnd(move.Outcome, move.Cause);
    }

    public void Tick(bool force)
    {
        lock (_lock)
        {
            _progress.Tick(_clock.Now, _ending.DrainedFrom is not null, force);
        }
    }

    public LoadResult ToResult()
    {
        lock (_lock)
        {
            return _book.ToResult(_clock, _ending, _cohorts, adopted: 0);
        }
    }

    private static void Start(LiveJob job, JobStage stage, TimeSpan now)
    {
        (job.Stage, job.StepIntended, job.StepStart) = (stage, stage == JobStage.Submitting ? now : job.NextIntended, now);
        job.StepNumber++;
    }

    private void Obey(LiveJob job, RequestOperation operation, TimeSpan until, TimeSpan end)
    {
        _book.ThrottledAnswers++;
        if (until > _throttle.HeldUntil(operation))
        {
            _throttle.Hold(operation, until);
            if (operation == RequestOperation.Submit)
            {
                _waves.Restart();
            }
        }

        if (operation == RequestOperation.Submit)
        {
            _book.Leave(job, end);
            (job.Stage, job.HeldSince) = (JobStage.Held, end);
        }
        else
        {
            job.Throttled += until - end;
        }
    }
}
