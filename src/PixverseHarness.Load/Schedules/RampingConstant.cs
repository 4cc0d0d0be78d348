namespace PixverseHarness.Load.Schedules;

/// <summary>
/// Moves the number of jobs kept in flight in a straight line to <paramref name="Copies"/>, from the number that the simulation
/// before it ended with, or from 0 at the beginning, after a <see cref="Pause"/> and after an open simulation.
/// </summary>
/// <param name="Copies">Jobs in flight at its end, 0 or more.</param>
/// <param name="During">How long the ramp takes, above zero.</param>
public sealed record RampingConstant(int Copies, TimeSpan During) : LoadSimulation
{
    /// <inheritdoc/>
    public override TimeSpan? Lasts => During;

    /// <inheritdoc/>
    public override bool IsRamp => true;
}
