namespace PixverseHarness.Simulator.Jobs;

/// <summary>What happens to a job, in the order in which events of one instant are settled.</summary>
internal enum JobEventKind
{
    /// <summary>A worker takes it.</summary>
    Started,

    /// <summary>It ends and is charged or released.</summary>
    Ended,

    /// <summary>Its record goes.</summary>
    Expired,
}
