using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Shows a state that no page names instead of QUEUED and PROCESSING. A careful client keeps polling, as the official
/// SDK does (section 13); the end of the job stays as it is.
/// </summary>
public sealed class UnknownStateFault(string state) : Fault
{
    /// <summary>The word when nothing is set.</summary>
    public const string Default = "PAUSED";

    /// <inheritdoc/>
    public override string Name => "unknown_state";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => JsonEdit.Of(answer, body =>
    {
        if (JobStates.Parse((string?)body["status"]) is not (JobState.Queued or JobState.Processing))
        {
            return false;
        }

        body["status"] = state;
        return true;
    });
}
