namespace PixverseHarness.Load.Engine;

/// <summary>What a run is doing.</summary>
public enum LoadPhase
{
    /// <summary>The load is still changing on purpose.</summary>
    Ramp,

    /// <summary>The load is what the plan wants to measure.</summary>
    Steady,

    /// <summary>Nothing is submitted any more; jobs in flight are followed to their end.</summary>
    Drain,
}
