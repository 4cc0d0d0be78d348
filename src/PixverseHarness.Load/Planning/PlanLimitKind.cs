namespace PixverseHarness.Load.Planning;

/// <summary>What can keep a plan from happening.</summary>
public enum PlanLimitKind
{
    /// <summary>The submits that the account may send in a minute.</summary>
    SubmitsPerMinute,

    /// <summary>The jobs that the service works on at the same time.</summary>
    Workers,

    /// <summary>The money.</summary>
    Balance,

    /// <summary>The jobs that the engine keeps in flight.</summary>
    MaxInFlight,
}
