namespace PixverseHarness.Load.Schedules;

/// <summary>
/// Starts jobs at a rate that moves in a straight line to <paramref name="Rate"/>, from the rate at which the simulation before
/// it ended, or from 0 at the beginning, after a <see cref="Pause"/> and after a closed simulation.
/// </summary>
/// <param name="Rate">Jobs per time at its end.</param>
/// <param name="During">How long the ramp takes, above zero.</param>
public sealed record RampingInject(Rate Rate, TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;

    /// <inheritdoc/>
    public override bool IsRamp => true;
}
