using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Closes the connection in order (FIN) before anything is done: no job is created. Some clients, .NET's among them,
/// send a GET again by themselves after this, and never after a reset.
/// </summary>
public sealed class ClosePeerFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "close_peer";

    /// <inheritdoc/>
    public override TwinAnswer? Instead(FaultScope scope) => TwinAnswer.Of(scope.Clock, new TwinStep.Close());
}
