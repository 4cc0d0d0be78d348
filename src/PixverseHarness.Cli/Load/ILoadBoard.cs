using PixverseHarness.Load.Engine;

namespace PixverseHarness.Cli.Load;

/// <summary>Where a load run shows how it goes.</summary>
internal interface ILoadBoard
{
    /// <summary>Shows a moment; called about every second, never twice at the same time.</summary>
    void Show(LoadSnapshot moment);
}
