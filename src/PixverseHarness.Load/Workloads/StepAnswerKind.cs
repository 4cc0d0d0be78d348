namespace PixverseHarness.Load.Workloads;

/// <summary>What a step came back with.</summary>
public enum StepAnswerKind
{
    /// <summary>Nothing usable: the request went out, and no answer or none that can be read came back.</summary>
    NoAnswer,

    /// <summary>No request went out: no connection.</summary>
    Unreachable,

    /// <summary>Submit: a job exists and has an id.</summary>
    Accepted,

    /// <summary>Poll: the job waits or works.</summary>
    Running,

    /// <summary>Poll: the job has succeeded.</summary>
    Done,

    /// <summary>Poll, fetch or blocking submit: the service says that the job has failed.</summary>
    Failed,

    /// <summary>Poll or fetch: the service knows no such job.</summary>
    NotFound,

    /// <summary>Fetch or blocking submit: the result is here and well formed.</summary>
    Fetched,

    /// <summary>Fetch or blocking submit: there is a result, and it is missing parts, unreadable or contradicts the status.</summary>
    Corrupt,

    /// <summary>Refused for the state of the service or the account; the same request may pass later.</summary>
    Rejected,

    /// <summary>Refused for its content; the same request will never pass.</summary>
    Invalid,

    /// <summary>Refused by a rate limit.</summary>
    Throttled,
}
