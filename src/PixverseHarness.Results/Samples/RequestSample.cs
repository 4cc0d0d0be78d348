namespace PixverseHarness.Results.Samples;

/// <summary>One request, recorded when it ended. Instants are offsets from the start of the run.</summary>
/// <param name="Operation">The step that it served.</param>
/// <param name="Intended">When the plan wanted it sent: the schedule for a submit, the poll plan for a poll.</param>
/// <param name="Actual">When it was sent. Less <paramref name="Intended"/> it is the generator's lateness.</param>
/// <param name="End">When the answer had been read, or the request failed.</param>
/// <param name="Status">HTTP status; null if no answer came.</param>
/// <param name="Error">Kind of transport or format error, such as <c>connection_refused</c> or <c>malformed_json</c>; null if none.</param>
/// <param name="CohortIndex">Submit cohort of the job that it served.</param>
public readonly record struct RequestSample(
    RequestOperation Operation,
    TimeSpan Intended,
    TimeSpan Actual,
    TimeSpan End,
    int? Status,
    string? Error = null,
    int CohortIndex = 0)
{
    /// <summary>
    /// Whether <see cref="Intended"/> is the plan's word; the default. An engine that does not say when it meant to send gives the actual
    /// instant and false: the request then has a duration and no lateness.
    /// </summary>
    public bool HasPlan { get; init; } = true;
}
