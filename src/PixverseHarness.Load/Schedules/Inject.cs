namespace PixverseHarness.Load.Schedules;

/// <summary>Starts jobs at a fixed rate.</summary>
/// <param name="Rate">Jobs per time.</param>
/// <param name="During">How long, above zero.</param>
public sealed record Inject(Rate Rate, TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;
}
