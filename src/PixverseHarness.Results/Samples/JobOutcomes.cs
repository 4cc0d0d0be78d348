namespace PixverseHarness.Results.Samples;

/// <summary>What follows from an outcome.</summary>
public static class JobOutcomes
{
    /// <summary>Every outcome, in declaration order.</summary>
    public static IReadOnlyList<JobOutcome> All { get; } = Enum.GetValues<JobOutcome>();

    /// <summary>The job outlived our watching: its durations are lower bounds ("longer than this").</summary>
    public static bool IsCensored(this JobOutcome outcome) =>
        outcome is JobOutcome.Unfinished or JobOutcome.TimedOut or JobOutcome.Stuck;

    /// <summary>The service accepted the job and gave it an id.</summary>
    public static bool IsAccepted(this JobOutcome outcome) => outcome
        is JobOutcome.Unfinished or JobOutcome.Completed or JobOutcome.FailedByService or JobOutcome.TimedOut
        or JobOutcome.Stuck or JobOutcome.Lost or JobOutcome.ResultCorrupt or JobOutcome.Duplicate;

    /// <summary>A submit was sent, or tried.</summary>
    public static bool IsOffered(this JobOutcome outcome) => outcome is not JobOutcome.Shed;

    /// <summary>The name in documents, tags and reports: lower case with underscores, such as <c>failed_by_service</c>.</summary>
    public static string ToTag(this JobOutcome outcome) => TagNames.Of(outcome.ToString());

    /// <summary>The name in documents, tags and reports, such as <c>detection_delay</c>.</summary>
    public static string ToTag(this JobPhase phase) => TagNames.Of(phase.ToString());

    /// <summary>The name in documents, tags and reports, such as <c>poll</c>.</summary>
    public static string ToTag(this RequestOperation operation) => TagNames.Of(operation.ToString());
}
