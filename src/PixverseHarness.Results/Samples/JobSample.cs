namespace PixverseHarness.Results.Samples;

/// <summary>
/// Everything one arrival of the plan taught us, recorded once, when its outcome is known. All instants are offsets from
/// the start of the run on the injected clock; a null instant was never reached.
/// </summary>
/// <remarks>
/// A blocking workflow (v1) has no polls: its <see cref="Finished"/> is (<see cref="ActualStart"/>, <see cref="SubmitEnd"/>]
/// and the submit answer is the result, so its fetch starts and ends at <see cref="SubmitEnd"/>.
/// </remarks>
public sealed record JobSample
{
    /// <summary>Number of the arrival in the plan, from 0. With the run's seed it determines payload and schedule.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Index of the submit cohort (see <see cref="Cohort"/>) that holds <see cref="IntendedStart"/>.</summary>
    public int CohortIndex { get; init; }

    /// <summary>When the plan wanted the submit to start.</summary>
    public required TimeSpan IntendedStart { get; init; }

    /// <summary>When the submit really started; null if the arrival was shed.</summary>
    public TimeSpan? ActualStart { get; init; }

    /// <summary>When the submit answer had been read, or the submit failed.</summary>
    public TimeSpan? SubmitEnd { get; init; }

    /// <summary>The start of work as polling saw it: between QUEUED and PROCESSING. Null if never seen at work.</summary>
    public ObservedInterval? Started { get; init; }

    /// <summary>The terminal instant as polling saw it. Null if no terminal state was seen.</summary>
    public ObservedInterval? Finished { get; init; }

    /// <summary>
    /// The latest instant at which the job is known to have been alive: the send instant of the last poll that said so.
    /// Censored durations count up to here. Null means <see cref="SubmitEnd"/>.
    /// </summary>
    public TimeSpan? LastSeenAlive { get; init; }

    /// <summary>When the plan wanted the fetch to start: as soon as the terminal state was known.</summary>
    public TimeSpan? FetchIntended { get; init; }

    /// <summary>When the fetch really started.</summary>
    public TimeSpan? FetchStart { get; init; }

    /// <summary>When the result had been read, or its reading failed.</summary>
    public TimeSpan? FetchEnd { get; init; }

    /// <summary>Queue wait as the service states it; null if it says nothing.</summary>
    public TimeSpan? StatedQueueWait { get; init; }

    /// <summary>Run time as the service states it; null if it says nothing.</summary>
    public TimeSpan? StatedRun { get; init; }

    /// <summary>When the outcome was known and the engine stopped following the job; the due instant if it was shed.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>
    /// For how long the engine counted it in flight in this run, submits that a rate limit refused included: the sum over its
    /// stays, each between two whole microseconds. Null means from <see cref="ActualStart"/> to <see cref="End"/>.
    /// </summary>
    public TimeSpan? TimeInFlight { get; init; }

    /// <summary>How it ended.</summary>
    public required JobOutcome Outcome { get; init; }

    /// <summary>Short reason for anything but success, such as <c>insufficient_credits</c> or <c>in_flight_cap</c>. Same fault, same text.</summary>
    public string? Cause { get; init; }

    /// <summary>Status requests sent, failed ones included.</summary>
    public int Polls { get; init; }

    /// <summary>Failed polls after which the job was still followed.</summary>
    public int PollErrorsSurvived { get; init; }

    /// <summary>Time spent obeying rate-limit answers, over all steps. Reported as its own, neither latency nor failure.</summary>
    public TimeSpan Throttled { get; init; }

    /// <summary>
    /// The part of <see cref="Throttled"/> that passed before the submit which was answered: the plan's instant moves by this much, so
    /// that obeying a rate limit is not taken for latency. Waits between polls overlap with the job's own time and are not counted here.
    /// </summary>
    public TimeSpan ThrottledBeforeSubmit { get; init; }

    /// <summary>When the submit was due, rate limits obeyed: what latencies count from.</summary>
    public TimeSpan DueStart => IntendedStart + ThrottledBeforeSubmit;

    /// <summary>What the job cost, in millionths of a US dollar; 0 if nothing is known to be charged.</summary>
    public long CostMicroDollars { get; init; }

    /// <summary>Id given by the service; null if none was read.</summary>
    public string? RequestId { get; init; }
}
