using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// The record of the new job is lost long before its hour: <paramref name="after"/> the submit, or as soon as the job
/// has ended when that is null. It is billed all the same.
/// </summary>
public sealed class EarlyExpiryFault(TimeSpan? after) : Fault
{
    /// <inheritdoc/>
    public override string Name => "early_expiry";

    internal override JobFate Bend(JobFate fate, FaultScope scope) =>
        after is { } age ? fate with { LostAfter = scope.Paced(age) } : fate with { Loss = EarlyLoss.AtEnd };
}
