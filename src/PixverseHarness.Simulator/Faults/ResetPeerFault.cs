using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Resets the connection before anything is done: no job is created.</summary>
public sealed class ResetPeerFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "reset_peer";

    /// <inheritdoc/>
    public override TwinAnswer? Instead(FaultScope scope) => TwinAnswer.Of(scope.Clock, new TwinStep.Reset());
}
