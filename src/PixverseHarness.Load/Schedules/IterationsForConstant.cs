namespace PixverseHarness.Load.Schedules;

/// <summary>Keeps a fixed number of jobs in flight until an exact number was started. Nothing can follow it.</summary>
/// <param name="Copies">Jobs in flight, 1 or more.</param>
/// <param name="Iterations">How many jobs, at least 1.</param>
public sealed record IterationsForConstant(int Copies, long Iterations) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => null;
}
