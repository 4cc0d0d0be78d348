using System.ComponentModel;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Load;

/// <summary>A search for the rate at which a target breaks.</summary>
internal sealed record BreakpointSpec
{
    /// <summary>The first rate.</summary>
    [Description("The first rate, well below the breakpoint, such as 1/s.")]
    public required Rate Start { get; init; }

    /// <summary>How long a job may take end to end.</summary>
    [Description("How long a job may take end to end at p95.")]
    public required TimeSpan Objective { get; init; }

    /// <summary>How long a job takes while the target is idle.</summary>
    [Description("How long a job takes while the target is idle: steps last several times that.")]
    public required TimeSpan JobTime { get; init; }

    /// <summary>The rate beyond which nothing is tried; null for none.</summary>
    [Description("The rate beyond which nothing is tried.")]
    public Rate? Highest { get; init; }

    /// <summary>The least jobs of a step; null is the engine's default.</summary>
    [Description("The least jobs of a step, 72 or more. Default 200.")]
    public int? JobsPerStep { get; init; }
}
