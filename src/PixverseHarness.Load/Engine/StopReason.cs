namespace PixverseHarness.Load.Engine;

/// <summary>Why a run stopped submitting.</summary>
public enum StopReason
{
    /// <summary>The plan was carried out.</summary>
    PlanDone,

    /// <summary>Somebody interrupted it.</summary>
    Interrupted,

    /// <summary>A threshold or a search aborted it.</summary>
    Aborted,

    /// <summary>The budget did not allow another job.</summary>
    BudgetSpent,

    /// <summary>The workload or the ledger broke: a fault of ours.</summary>
    HarnessFault,
}
