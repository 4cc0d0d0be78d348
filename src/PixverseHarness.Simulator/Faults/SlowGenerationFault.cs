using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The new job runs so long. By v1 it meets the cut-off when that comes first.</summary>
public sealed class SlowGenerationFault(TimeSpan runs) : Fault
{
    /// <summary>How long a job runs when nothing is set.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override string Name => "slow_generation";

    internal override JobFate Bend(JobFate fate, FaultScope scope) => fate with { ServiceTime = ServiceTimes.Round(scope.Paced(runs)) };
}
