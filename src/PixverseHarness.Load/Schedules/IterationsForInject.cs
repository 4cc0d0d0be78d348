namespace PixverseHarness.Load.Schedules;

/// <summary>Starts an exact number of jobs at a fixed rate. Nothing can follow it, because it ends when they are spent.</summary>
/// <param name="Rate">Jobs per time, above 0.</param>
/// <param name="Iterations">How many jobs, at least 1.</param>
public sealed record IterationsForInject(Rate Rate, long Iterations) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => null;
}
