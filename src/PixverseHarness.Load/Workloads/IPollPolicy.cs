namespace PixverseHarness.Load.Workloads;

/// <summary>
/// How long to wait before a poll, counted from the answer before it. Pure: the same turn gives the same delay, so a plan can
/// be computed without a run.
/// </summary>
public interface IPollPolicy
{
    /// <summary>The wait before the poll described by <paramref name="turn"/>; above zero.</summary>
    TimeSpan DelayBefore(in PollTurn turn);

    /// <summary>The policy in a few words, for reports: <c>fixed 2s</c>.</summary>
    string Describe();
}
