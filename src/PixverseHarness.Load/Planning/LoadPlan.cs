using System.Collections.Immutable;

namespace PixverseHarness.Load.Planning;

/// <summary>What a run will come to, before anything is sent. Expectations, not promises: arrivals may be random and job times vary.</summary>
public sealed record LoadPlan
{
    /// <summary>Jobs that fall due.</summary>
    public required double Jobs { get; init; }

    /// <summary>Jobs per hour where the plan is at its densest.</summary>
    public required double PeakJobsPerHour { get; init; }

    /// <summary>The most jobs in flight, if no limit queues them.</summary>
    public required double PeakInFlight { get; init; }

    /// <summary>How long a job is in flight: its own time, the wait for the poll that sees its end, and its requests.</summary>
    public required TimeSpan TimeInFlight { get; init; }

    /// <summary>How long after its end a job is seen to have ended, on average.</summary>
    public required TimeSpan DetectionDelay { get; init; }

    /// <summary>Polls that a job takes, on average.</summary>
    public required double PollsPerJob { get; init; }

    /// <summary>Polls per second at the peak.</summary>
    public required double PeakPollsPerSecond { get; init; }

    /// <summary>Requests of the whole run.</summary>
    public required double Requests { get; init; }

    /// <summary>Requests under way at the same time at the peak, and so connections, rounded up; bursts need more.</summary>
    public required int Sockets { get; init; }

    /// <summary>How long jobs are started.</summary>
    public required TimeSpan Submitting { get; init; }

    /// <summary>How long the run takes with its drain, if no limit queues jobs.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>What it costs if every job succeeds, in millionths of a US dollar.</summary>
    public required long CostMicroDollars { get; init; }

    /// <summary>The limits that were given.</summary>
    public required ImmutableArray<PlanLimit> Limits { get; init; }

    /// <summary>The limit that stops the plan first; null if it fits within all of them.</summary>
    public PlanLimit? BindsFirst => Limits.Where(static limit => limit.BindsAt is not null).MinBy(static limit => limit.BindsAt);

    /// <summary>The rate that all limits together sustain, in jobs per hour; null if nothing limits it.</summary>
    public double? SustainableJobsPerHour => Limits.Min(static limit => limit.JobsPerHour);
}
