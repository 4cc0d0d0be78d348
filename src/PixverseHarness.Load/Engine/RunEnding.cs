namespace PixverseHarness.Load.Engine;

/// <summary>How a run comes to its end.</summary>
internal sealed class RunEnding
{
    /// <summary>Since when nothing new is submitted; null while it is.</summary>
    public TimeSpan? DrainedFrom { get; private set; }

    public StopReason Reason { get; private set; }

    public string? Text { get; private set; }

    /// <summary>What broke in the harness; null if nothing did.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whether the drain was not waited for.</summary>
    public bool IsCutShort { get; set; }

    /// <summary>Whether jobs that the rate limit holds back are given up: after a stop, but not when the plan is done, for they are part of it.</summary>
    public bool StopsHeldJobs => DrainedFrom is not null && Reason != StopReason.PlanDone;

    /// <summary>Begins the drain, or says why a drain that the plan began goes on; false if nothing changes.</summary>
    public bool Begin(TimeSpan now, StopReason reason, string? text)
    {
        if (DrainedFrom is not null && (Reason != StopReason.PlanDone || reason == StopReason.PlanDone))
        {
            return false;
        }

        DrainedFrom ??= now;
        (Reason, Text) = (reason, text);
        return true;
    }
}
