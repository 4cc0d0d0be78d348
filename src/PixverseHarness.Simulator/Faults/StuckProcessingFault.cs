using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The new job stays PROCESSING until its record expires; it holds its worker and its reservation as long.</summary>
public sealed class StuckProcessingFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "stuck_processing";

    internal override JobFate Bend(JobFate fate, FaultScope scope) => fate with { Stuck = true };
}
