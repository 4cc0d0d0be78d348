using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Samples;

/// <summary>How one arrival ended. Every arrival of the plan ends in exactly one of these; none is dropped from the totals.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<JobOutcome>))]
public enum JobOutcome
{
    /// <summary>Accepted and alive when the run stopped watching: enters every duration as "longer than this" (censored).</summary>
    Unfinished,

    /// <summary>Terminal success, and the result was read and is well formed.</summary>
    Completed,

    /// <summary>The service said FAILED.</summary>
    FailedByService,

    /// <summary>The submit was refused for the service's or the account's state (rate limit, credits, 5xx): the same body may pass later.</summary>
    Rejected,

    /// <summary>The submit was refused for its content (400 and kin): the same body will never pass.</summary>
    Invalid,

    /// <summary>No connection or no request went out whole: the service cannot have created a job.</summary>
    Unreachable,

    /// <summary>The request went out and no usable answer came back: a job may exist and may be charged.</summary>
    PossiblyBilled,

    /// <summary>We gave up at our job time-out: censored.</summary>
    TimedOut,

    /// <summary>The state did not move for the whole stuck limit, while the service kept answering: censored.</summary>
    Stuck,

    /// <summary>Accepted, then unknown to the service (404) before its retention ended.</summary>
    Lost,

    /// <summary>Terminal success, but the result is missing, unreadable, or contradicts the status.</summary>
    ResultCorrupt,

    /// <summary>The submit was answered with the id of another job of this run.</summary>
    Duplicate,

    /// <summary>Due by the plan and never sent, for the in-flight cap or the budget. The cause says which.</summary>
    Shed,
}
