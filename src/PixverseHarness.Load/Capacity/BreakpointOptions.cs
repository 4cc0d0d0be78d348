using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Capacity;

/// <summary>How to look for the rate at which a service breaks.</summary>
public sealed record BreakpointOptions
{
    /// <summary>The first rate, above 0 and best well below the breakpoint.</summary>
    public required Rate Start { get; init; }

    /// <summary>The objective: how long a job may take end to end, at <see cref="Percent"/>. Above zero.</summary>
    public required TimeSpan Objective { get; init; }

    /// <summary>How long a job is expected to take while the service is idle: steps last several times that. Above zero.</summary>
    public required TimeSpan JobTime { get; init; }

    /// <summary>The percentile of the objective, above 0 and below 100. Default 95.</summary>
    public double Percent { get; init; } = 95;

    /// <summary>The least share of a step's jobs that must complete, 0 to 1. Default 0.99.</summary>
    public double LeastCompleted { get; init; } = 0.99;

    /// <summary>By how much the rate rises from step to step, above 1. Default 1.5.</summary>
    public double Factor { get; init; } = 1.5;

    /// <summary>How wide the answer may be: the rate that broke over the rate that held, above 1. Default 1.1.</summary>
    public double Precision { get; init; } = 1.1;

    /// <summary>The rate beyond which nothing is tried; null, the default, is no bound but <see cref="MostSteps"/>.</summary>
    public Rate? Highest { get; init; }

    /// <summary>The most steps, confirmation included. At least 2; default 24.</summary>
    public int MostSteps { get; init; } = 24;

    /// <summary>The least jobs of a step. At least 72, below which a p95 has no interval; default 200.</summary>
    public int JobsPerStep { get; init; } = 200;

    /// <summary>How arrivals are spaced.</summary>
    public ArrivalKind Arrival { get; init; }

    /// <summary>The seed of the first step; each step adds one.</summary>
    public ulong Seed { get; init; }

    /// <summary>Makes the run options of a step from its schedule, for poll policy, time-outs, ledger and budget; by default the defaults.</summary>
    public Func<LoadSchedule, LoadOptions> Run { get; init; } = static schedule => new LoadOptions { Schedule = schedule };

    /// <summary>Makes a recorder for a step, which hears the samples too; null, the default, is none.</summary>
    public Func<LoadOptions, IRunRecorder>? Recorder { get; init; }

    /// <summary>Is told each step's judgement; null, the default, is nobody.</summary>
    public Action<BreakpointStep>? Judged { get; init; }
}
