namespace PixverseHarness.Load.Workloads;

/// <summary>The answer to one step, without anything of the protocol that carried it.</summary>
public readonly record struct StepAnswer
{
    private StepAnswer(StepAnswerKind kind, int? status, string? cause)
    {
        Kind = kind;
        Status = status;
        Cause = cause;
    }

    /// <summary>What it says.</summary>
    public StepAnswerKind Kind { get; }

    /// <summary>The status code of the answer; null if none came.</summary>
    public int? Status { get; init; }

    /// <summary>A short stable reason for anything but success, such as <c>insufficient_credits</c> or <c>connection_reset</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>Accepted, or a blocking submit: the id of the job.</summary>
    public string? JobId { get; init; }

    /// <summary>Accepted: handed back with every later step of this job.</summary>
    public object? Tag { get; init; }

    /// <summary>Running: whether work has begun, rather than the job waiting in a queue.</summary>
    public bool Working { get; init; }

    /// <summary>Running: when the service would like to be asked again; null if it says nothing.</summary>
    public TimeSpan? Hint { get; init; }

    /// <summary>Throttled: the instant from which requests are welcome again; null if the service says nothing.</summary>
    public DateTimeOffset? ThrottledUntil { get; init; }

    /// <summary>Queue time as the service states it.</summary>
    public TimeSpan? StatedQueueWait { get; init; }

    /// <summary>Run time as the service states it.</summary>
    public TimeSpan? StatedRun { get; init; }

    /// <summary>The charge as the service states it, in millionths of a US dollar; null if it says nothing.</summary>
    public long? CostMicroDollars { get; init; }

    /// <summary>A job was created.</summary>
    public static StepAnswer Accepted(string jobId, int? status = 200, object? tag = null) =>
        new(StepAnswerKind.Accepted, status, null) { JobId = jobId, Tag = tag };

    /// <summary>The job waits for work to begin.</summary>
    public static StepAnswer Queued(int? status = 200, TimeSpan? hint = null) => new(StepAnswerKind.Running, status, null) { Hint = hint };

    /// <summary>The job is being worked on.</summary>
    public static StepAnswer AtWork(int? status = 200, TimeSpan? hint = null) =>
        new(StepAnswerKind.Running, status, null) { Working = true, Hint = hint };

    /// <summary>The job has succeeded.</summary>
    public static StepAnswer Done(int? status = 200, TimeSpan? queueWait = null, TimeSpan? run = null, long? costMicroDollars = null) =>
        new(StepAnswerKind.Done, status, null) { StatedQueueWait = queueWait, StatedRun = run, CostMicroDollars = costMicroDollars };

    /// <summary>The service says that the job has failed.</summary>
    public static StepAnswer Failed(string cause, int? status = 422) => new(StepAnswerKind.Failed, status, cause);

    /// <summary>The service knows no such job.</summary>
    public static StepAnswer NotFound(int? status = 404) => new(StepAnswerKind.NotFound, status, "not_found");

    /// <summary>The result was read and is well formed.</summary>
    public static StepAnswer Fetched(int? status = 200, long? costMicroDollars = null) =>
        new(StepAnswerKind.Fetched, status, null) { CostMicroDollars = costMicroDollars };

    /// <summary>The result is not what the status promised.</summary>
    public static StepAnswer Corrupt(string cause, int? status = 200) => new(StepAnswerKind.Corrupt, status, cause);

    /// <summary>Refused for the state of the service or the account.</summary>
    public static StepAnswer Rejected(string cause, int? status) => new(StepAnswerKind.Rejected, status, cause);

    /// <summary>Refused for its content.</summary>
    public static StepAnswer Invalid(string cause, int? status = 400) => new(StepAnswerKind.Invalid, status, cause);

    /// <summary>Refused by a rate limit, until an instant if the service names one.</summary>
    public static StepAnswer Throttled(DateTimeOffset? until, int? status = 429) =>
        new(StepAnswerKind.Throttled, status, "rate_limited") { ThrottledUntil = until };

    /// <summary>No request went out.</summary>
    public static StepAnswer Unreachable(string cause) => new(StepAnswerKind.Unreachable, null, cause);

    /// <summary>The request went out and no usable answer came back.</summary>
    public static StepAnswer NoAnswer(string cause, int? status = null) => new(StepAnswerKind.NoAnswer, status, cause);
}
