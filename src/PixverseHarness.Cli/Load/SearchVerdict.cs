namespace PixverseHarness.Cli.Load;

/// <summary>How a search for a breakpoint ended.</summary>
internal enum SearchVerdict
{
    /// <summary>With the breakpoint between two rates.</summary>
    Found,

    /// <summary>Without one: nothing broke, nothing held, or a step could not tell.</summary>
    Inconclusive,

    /// <summary>By a signal.</summary>
    Interrupted,

    /// <summary>By the budget guard.</summary>
    BudgetSpent,

    /// <summary>By a fault of ours.</summary>
    OwnFault,
}
