namespace PixverseHarness.Load.Schedules;

/// <summary>How the arrivals of an open simulation are spaced.</summary>
public enum ArrivalKind
{
    /// <summary>Evenly: arrival n falls where the integral of the rate reaches n.</summary>
    Constant = 0,

    /// <summary>As independent users arrive: a Poisson process with the simulation's rate, drawn from the seed.</summary>
    Poisson = 1,
}
