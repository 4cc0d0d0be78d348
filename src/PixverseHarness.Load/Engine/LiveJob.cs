using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>A job in flight: where it stands and what was learned of it. All instants are offsets from the start of the run.</summary>
internal sealed class LiveJob
{
    public LiveJob(long ordinal, TimeSpan intended, int cohort, long price, bool isCopy)
    {
        Ordinal = ordinal;
        Intended = intended;
        Cohort = cohort;
        Price = price;
        IsCopy = isCopy;
        Handle = new JobHandle(ordinal, "", null);
    }

    public long Ordinal { get; }

    public TimeSpan Intended { get; }

    public int Cohort { get; }

    /// <summary>What is reserved for it, in millionths of a US dollar.</summary>
    public long Price { get; }

    /// <summary>Whether it belongs to a closed simulation, which replaces it when it ends.</summary>
    public bool IsCopy { get; }

    public JobStage Stage { get; set; } = JobStage.Held;

    /// <summary>Its place in the <see cref="WaitHeap"/>, which alone writes it; -1 if it is not in.</summary>
    public int HeapIndex { get; set; } = -1;

    /// <summary>When we give up.</summary>
    public TimeSpan Deadline { get; set; }

    /// <summary>When the plan wants the next step.</summary>
    public TimeSpan NextIntended { get; set; }

    /// <summary>Counts steps, so that the answer to one that was given up is known to be late.</summary>
    public int StepNumber { get; set; }

    /// <summary>When the plan wanted the step that is under way.</summary>
    public TimeSpan StepIntended { get; set; }

    /// <summary>When the step that is under way really began.</summary>
    public TimeSpan StepStart { get; set; }

    public CancellationTokenSource? StepCancellation { get; set; }

    public JobHandle Handle { get; set; }

    public bool IsAccepted { get; set; }

    /// <summary>Whether a submit was tried, even if the rate limit refused it.</summary>
    public bool WasTried { get; set; }

    /// <summary>Since when the rate limit holds it back.</summary>
    public TimeSpan HeldSince { get; set; }

    /// <summary>Since when it is in flight, if it is.</summary>
    public TimeSpan InFlightSince { get; set; }

    /// <summary>How long it was in flight before: a submit that the rate limit refused ends a stay.</summary>
    public TimeSpan TimeInFlight { get; set; }

    public TimeSpan? ActualStart { get; set; }

    public TimeSpan? SubmitEnd { get; set; }

    public bool Working { get; set; }

    /// <summary>Since when its state has been what it is, as far as polls show.</summary>
    public TimeSpan StateSince { get; set; }

    public TimeSpan? Hint { get; set; }

    public TimeSpan? LastSeenAlive { get; set; }

    public ObservedInterval? Started { get; set; }

    public ObservedInterval? Finished { get; set; }

    public TimeSpan? FetchIntended { get; set; }

    public TimeSpan? FetchStart { get; set; }

    public TimeSpan? FetchEnd { get; set; }

    public int FetchAttempts { get; set; }

    public int Polls { get; set; }

    public int PollErrors { get; set; }

    public string? LastError { get; set; }

    public TimeSpan Throttled { get; set; }

    public TimeSpan ThrottledBeforeSubmit { get; set; }

    public TimeSpan? StatedQueueWait { get; set; }

    public TimeSpan? StatedRun { get; set; }

    public long? StatedCost { get; set; }

    /// <summary>When the step would have ended, had it begun when the plan wanted: what the steps after it are planned from.</summary>
    public TimeSpan ExpectedEnd(TimeSpan actualEnd) => StepIntended + (actualEnd - StepStart);

    /// <summary>What there is to record, now that the job has ended.</summary>
    public JobSample ToSample(JobOutcome outcome, string? cause, TimeSpan end) => new()
    {
        Ordinal = Ordinal,
        CohortIndex = Cohort,
        IntendedStart = Intended,
        ActualStart = ActualStart,
        SubmitEnd = SubmitEnd,
        Started = Started,
        Finished = Finished,
        LastSeenAlive = LastSeenAlive,
        FetchIntended = FetchIntended,
        FetchStart = FetchStart,
        FetchEnd = FetchEnd,
        StatedQueueWait = StatedQueueWait,
        StatedRun = StatedRun,
        End = end,
        TimeInFlight = TimeInFlight,
        Outcome = outcome,
        Cause = cause,
        Polls = Polls,
        PollErrorsSurvived = PollErrors,
        Throttled = Throttled,
        ThrottledBeforeSubmit = ThrottledBeforeSubmit,
        CostMicroDollars = StatedCost ?? (outcome == JobOutcome.Completed ? Price : 0),
        RequestId = IsAccepted ? Handle.Id : null,
    };
}
