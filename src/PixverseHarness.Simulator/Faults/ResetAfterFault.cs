using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Does the work, then resets the connection (RST) instead of answering: the job exists and its id is lost.</summary>
public sealed class ResetAfterFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "reset_after";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer.EndingWith(new TwinStep.Reset());
}
