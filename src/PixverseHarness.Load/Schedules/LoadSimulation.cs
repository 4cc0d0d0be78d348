namespace PixverseHarness.Load.Schedules;

/// <summary>
/// One stretch of a load profile, in NBomber's vocabulary. Open ones (<see cref="Inject"/>, <see cref="RampingInject"/>,
/// <see cref="InjectRandom"/>, <see cref="IterationsForInject"/>) start jobs at a rate, whatever becomes of them; closed ones
/// (<see cref="KeepConstant"/>, <see cref="RampingConstant"/>, <see cref="IterationsForConstant"/>) keep a number of jobs in flight.
/// </summary>
public abstract record LoadSimulation
{
    private protected LoadSimulation()
    {
    }

    /// <summary>How long it lasts; null where it lasts until its iterations are spent.</summary>
    public abstract TimeSpan? Lasts { get; }

    /// <summary>Whether the load is still changing on purpose, so that its numbers are not those of a steady state.</summary>
    public virtual bool IsRamp => false;
}
