using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>
/// The deadline of a wait was over before the job ended. The job goes on and may be billed: wait for it again with
/// <see cref="PixverseClient.GetJob"/> instead of submitting it again.
/// </summary>
public sealed class PixverseTimeoutException : PixverseException
{
    internal PixverseTimeoutException(string requestId, TimeSpan elapsed, JobState? lastState, StepFailure? lastFault)
        : base(MessageOf(requestId, elapsed, lastState, lastFault), lastFault, requestId)
    {
        RequestId = requestId;
        Elapsed = elapsed;
        LastState = lastState;
    }

    /// <summary>Id of the job, which can be polled again.</summary>
    public new string RequestId { get; }

    /// <summary>How long the wait lasted.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The last state that the service named; null if it never named one.</summary>
    public JobState? LastState { get; }

    private static string MessageOf(string requestId, TimeSpan elapsed, JobState? lastState, StepFailure? lastFault) =>
        $"Job '{requestId}' had not ended after {elapsed:c} (last state {lastState?.ToWire() ?? "unknown"}"
        + $"{(lastFault is null ? "" : $", last fault: {lastFault}")}); it goes on and may be billed: poll it again, do not submit it again";
}
