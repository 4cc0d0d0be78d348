namespace PixverseHarness.Simulator.Faults;

/// <summary>What can be set about a fault; each kind takes some of them.</summary>
[Flags]
public enum FaultSetting
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="FaultSettings.Duration"/>.</summary>
    Duration = 1,

    /// <summary><see cref="FaultSettings.UpTo"/>.</summary>
    UpTo = 2,

    /// <summary><see cref="FaultSettings.P95"/>.</summary>
    P95 = 4,

    /// <summary><see cref="FaultSettings.HttpStatus"/>.</summary>
    HttpStatus = 8,

    /// <summary><see cref="FaultSettings.Text"/>.</summary>
    Text = 16,

    /// <summary><see cref="FaultSettings.Bytes"/>.</summary>
    Bytes = 32,
}
