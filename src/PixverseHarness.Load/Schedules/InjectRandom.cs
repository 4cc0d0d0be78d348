namespace PixverseHarness.Load.Schedules;

/// <summary>Starts jobs at a rate that is drawn anew at every interval, evenly between two rates, from the run's seed.</summary>
/// <param name="Minimum">The lowest rate.</param>
/// <param name="Maximum">The highest rate, not below <paramref name="Minimum"/>.</param>
/// <param name="Interval">How long each drawn rate holds, above zero; at most 100,000 of them fit in a simulation.</param>
/// <param name="During">How long, above zero.</param>
public sealed record InjectRandom(Rate Minimum, Rate Maximum, TimeSpan Interval, TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;
}
