using PixverseHarness.Load.Engine;

namespace PixverseHarness.NBomber;

/// <summary>What a run on NBomber is to do.</summary>
public sealed record NBomberRunOptions
{
    /// <summary>The same options as for our own engine, schedule included; adopted jobs excepted.</summary>
    public required LoadOptions Load { get; init; }

    /// <summary>The scenario's name in NBomber's reports.</summary>
    public required string Name { get; init; }

    /// <summary>Where NBomber's reports go. NBomber empties this folder first, so it must hold nothing else.</summary>
    public required string ReportFolder { get; init; }
}
