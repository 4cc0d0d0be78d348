using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Results.Thresholds;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// A load scenario: what to send, when, how to follow it, and what must hold. <see cref="LoadScenarioReader"/> reads it,
/// <see cref="LoadScenarioSchema"/> describes it to editors; both follow the members of this type.
/// </summary>
internal sealed record LoadScenario
{
    /// <summary>Path of the schema; only editors read it.</summary>
    [JsonPropertyName("$schema")]
    [Description("Path to this schema, so that editors help.")]
    public string? Schema { get; init; }

    /// <summary>Short name; that of the file by default.</summary>
    [Description("Short name in reports. Default: the name of the file.")]
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    [Description("What the scenario is for, in one sentence.")]
    public required string Purpose { get; init; }

    /// <summary>Seed of everything that is drawn; null leaves it to the command line.</summary>
    [Description("Seed of everything that is drawn. Without it the command line decides.")]
    public ulong? Seed { get; init; }

    /// <summary>Target, as <c>--target</c> takes it; null is the embedded twin.</summary>
    [Description("simulator (the embedded twin, the default), a base URL, or live.")]
    public string? Target { get; init; }

    /// <summary>The steps of a job.</summary>
    [Description("The steps of a job. Default v2-submit-poll.")]
    public Workflow Workflow { get; init; }

    /// <summary>Ids of jobs that exist already, for <see cref="Workflow.PollOnly"/>.</summary>
    [Description("Ids of jobs that exist already; poll-only follows them in turn.")]
    public ImmutableArray<string> Jobs { get; init; } = [];

    /// <summary>Shares of the kinds of payload.</summary>
    [Description("Shares of the kinds of payload, such as valid=0.9,violating=0.1. Default valid=1.")]
    public PayloadMix Payloads { get; init; } = PayloadMix.OnlyValid;

    /// <summary>The load profile; empty with <see cref="Breakpoint"/>.</summary>
    [Description("The load profile: simulations, one after another.")]
    public ImmutableArray<LoadSimulation> Load { get; init; } = [];

    /// <summary>A search for the rate at which the target breaks, instead of a profile.</summary>
    [Description("Searches the rate at which the target breaks, instead of a load profile.")]
    public BreakpointSpec? Breakpoint { get; init; }

    /// <summary>How open arrivals are spaced.</summary>
    [Description("How open arrivals are spaced. Default constant.")]
    public ArrivalKind Arrival { get; init; }

    /// <summary>When jobs are polled.</summary>
    [Description("When jobs are polled. Default: every 2 s.")]
    public PollSpec Polls { get; init; } = new();

    /// <summary>How long after its submit a job is given up; null is the engine's default.</summary>
    [Description("How long after its submit a job is given up. Default 10m.")]
    public TimeSpan? JobTimeout { get; init; }

    /// <summary>How long a single request may take; null is the client's default.</summary>
    [Description("How long a single request may take. Default 30s, and 2m for a blocking call.")]
    public TimeSpan? StepTimeout { get; init; }

    /// <summary>How long jobs in flight are followed after the last submit; null is the job timeout.</summary>
    [Description("How long jobs in flight are followed after the last submit. Default: the job timeout.")]
    public TimeSpan? Drain { get; init; }

    /// <summary>After how long without a change of state a job counts as stuck; null is never.</summary>
    [Description("After how long without a change of state a job counts as stuck. Default: never.")]
    public TimeSpan? StuckAfter { get; init; }

    /// <summary>Cuts long simulations into submit cohorts; null leaves them whole.</summary>
    [Description("Cuts long simulations into submit cohorts of at most this length. Default: one cohort each.")]
    public TimeSpan? CohortWindow { get; init; }

    /// <summary>How long a job may take end to end to count as goodput; null counts every completed one.</summary>
    [Description("How long a job may take end to end to count as goodput. Default: any time.")]
    public TimeSpan? Objective { get; init; }

    /// <summary>The most jobs in flight; null is the engine's default.</summary>
    [Description("The most jobs in flight; what falls due beyond is shed and counted. Default 20000.")]
    public int? MaxInFlight { get; init; }

    /// <summary>What must hold, read and checked.</summary>
    [Description("What must hold, as text such as \"job_duration{phase:run}: p(95)<120s\", or as an object with further members.")]
    public ImmutableArray<Threshold> Thresholds { get; init; } = [];

    /// <summary>What may be spent.</summary>
    [Description("What may be spent. A live target takes it from the command line alone.")]
    public BudgetSpec Budget { get; init; } = new();

    /// <summary>What the embedded twin models.</summary>
    [Description("What the embedded twin models. Everything left out has its default.")]
    public TwinOptions Twin { get; init; } = new();
}
