namespace PixverseHarness.Simulator.Jobs;

/// <summary>What happens to a job, in the order in which events of one instant are settled.</summary>
[Flags]
internal enum JobEvents : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A worker takes it.</summary>
    Started = 1,

    /// <summary>It ends and is charged or released.</summary>
    Ended = 2,

    /// <summary>Its record goes.</summary>
    Expired = 4,
}
