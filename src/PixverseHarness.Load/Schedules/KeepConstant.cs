namespace PixverseHarness.Load.Schedules;

/// <summary>Keeps a fixed number of jobs in flight: each one that ends is replaced at once.</summary>
/// <param name="Copies">Jobs in flight, 1 or more.</param>
/// <param name="During">How long, above zero.</param>
public sealed record KeepConstant(int Copies, TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;
}
