namespace PixverseHarness.Contract.Jobs;

/// <summary>Names and legal transitions of <see cref="JobState"/> (section 6, documented on the API page and in the async guide).</summary>
public static class JobStates
{
    private static readonly string[] WireNames = ["QUEUED", "PROCESSING", "COMPLETED", "FAILED"];

    /// <summary>The name on the wire, in capitals.</summary>
    public static string ToWire(this JobState state) => WireNames[(int)state];

    /// <summary>Reads a name from the wire. The comparison is case-sensitive, as in the SDK (section 13, item 6).</summary>
    public static JobState? Parse(string? wireName)
    {
        var index = Array.IndexOf(WireNames, wireName);
        return index < 0 ? null : (JobState)index;
    }

    /// <summary>Whether the state is final.</summary>
    public static bool IsTerminal(this JobState state) => state is JobState.Completed or JobState.Failed;

    /// <summary>Whether a job itself may step from one state directly to another.</summary>
    public static bool CanStepTo(this JobState from, JobState to) => (from, to) switch
    {
        (JobState.Queued, JobState.Processing) => true,
        (JobState.Processing, JobState.Completed or JobState.Failed) => true,
        _ => false,
    };

    /// <summary>
    /// Whether an observer that saw <paramref name="from"/> may see <paramref name="to"/> next: the same state, or any
    /// state reachable from it, since polls skip states that pass between them.
    /// </summary>
    public static bool CanBeSeenAfter(this JobState from, JobState to) =>
        from == to || (!from.IsTerminal() && (to == JobState.Processing ? from == JobState.Queued : to.IsTerminal()));
}
