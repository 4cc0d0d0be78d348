namespace PixverseHarness.Load.Schedules;

/// <summary>Starts nothing; jobs in flight go on.</summary>
/// <param name="During">How long, above zero.</param>
public sealed record Pause(TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;
}
