using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Answers later. The work itself is done at once, so that a client that gives up has still created its job.</summary>
public sealed class LatencyFault(TimeSpan delay) : Fault
{
    /// <inheritdoc/>
    public override string Name => "latency";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer.After(new TwinStep.Wait(scope.Session.Options.Paced(delay)));
}
