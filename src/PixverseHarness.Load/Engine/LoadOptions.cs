using System.Collections.Immutable;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Spending;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>What a load run is to do, apart from the workload itself.</summary>
public sealed record LoadOptions
{
    /// <summary>When jobs are due.</summary>
    public required LoadSchedule Schedule { get; init; }

    /// <summary>When jobs are polled. Default: every 2 s.</summary>
    public IPollPolicy Polls { get; init; } = PollPolicies.Fixed(TimeSpan.FromSeconds(2));

    /// <summary>
    /// Jobs that wait are looked after at whole multiples of this on the run's clock, so that the polls of many share one waking: up to
    /// that much late, never early, and their lateness is recorded. Submits keep their own instants. Not negative; zero, the
    /// default, looks after each at its instant.
    /// </summary>
    public TimeSpan PollGrain { get; init; }

    /// <summary>How long after its submit a job is given up, and how long the rate limit may hold one back. Above zero; default 10 min.</summary>
    public TimeSpan JobTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long jobs in flight are followed after the last submit; null, the default, is the job timeout.</summary>
    public TimeSpan? Drain { get; init; }

    /// <summary>After how long without a change of state a job counts as stuck; null, the default, is never.</summary>
    public TimeSpan? StuckAfter { get; init; }

    /// <summary>The most jobs in flight, held ones included; what falls due beyond is shed and counted. At least 1; default 20,000.</summary>
    public int MaxInFlight { get; init; } = 20_000;

    /// <summary>How often a result is asked for before it counts as unreadable. At least 1; default 5.</summary>
    public int FetchAttempts { get; init; } = 5;

    /// <summary>How long a rate limit that names no instant, or one that has passed, is obeyed. Default 1 s.</summary>
    public TimeSpan ThrottlePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a named instant is waited for, so that a wrong clock on the other side cannot stop a run. Default 5 min.</summary>
    public TimeSpan LongestThrottle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a closed copy rests after a job that was never accepted, so that a dead target is not hammered. Default 1 s.</summary>
    public TimeSpan RestAfterRefusal { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Cuts long simulations into submit cohorts of at most this length; null, the default, makes each simulation one cohort.</summary>
    public TimeSpan? CohortWindow { get; init; }

    /// <summary>The submit cohorts that the samples of a run with these options refer to, in order; at least one.</summary>
    public ImmutableArray<Cohort> Cohorts => new CohortMap(Schedule, CohortWindow).Cohorts;

    /// <summary>Where submits are noted; by default nowhere.</summary>
    public ISubmitLedger Ledger { get; init; } = NoLedger.Instance;

    /// <summary>What guards the money; by default nothing is refused.</summary>
    public ISpendGuard Spend { get; init; } = SpendBudget.Unlimited();

    /// <summary>Jobs of an earlier run to follow to their end. Their instants lie before the start of this run: negative offsets.</summary>
    public ImmutableArray<AdoptedJob> Adopted { get; init; } = [];

    /// <summary>The number of the first job; when resuming, the first that no job has had. Default 0.</summary>
    public long FirstOrdinal { get; init; }

    /// <summary>Is told how the run goes; called from the engine's loop, so it must be quick. Null, the default, is nobody.</summary>
    public Action<LoadSnapshot>? Progress { get; init; }

    /// <summary>How often <see cref="Progress"/> is told, on the injected clock. Above zero; default 1 s.</summary>
    public TimeSpan ProgressEvery { get; init; } = TimeSpan.FromSeconds(1);
}
