using PixverseHarness.NBomber.Totals;

namespace PixverseHarness.NBomber.Hosting;

/// <summary>NBomber itself.</summary>
internal interface INBomberHost
{
    /// <summary>The version that runs.</summary>
    string Version { get; }

    /// <summary>Runs a scenario to its end.</summary>
    Task<NBomberTotals> RunAsync(HostOrder order);
}
