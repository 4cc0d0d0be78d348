using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Planning;

/// <summary>What a plan takes for granted about the target and about the account. A null limit is no limit.</summary>
public sealed record PlanAssumptions
{
    /// <summary>How long a job takes from its acceptance to its end, alone on the service. Above zero.</summary>
    public required TimeSpan JobTime { get; init; }

    /// <summary>How long one request takes. Default 100 ms.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>When jobs are polled. Default: every 2 s.</summary>
    public IPollPolicy Polls { get; init; } = PollPolicies.Fixed(TimeSpan.FromSeconds(2));

    /// <summary>The steps of a job. Default: submit, poll, fetch.</summary>
    public JobSteps Steps { get; init; } = JobSteps.SubmitPollFetch;

    /// <summary>What a job costs, in millionths of a US dollar. Default 0.</summary>
    public long PriceMicroDollars { get; init; }

    /// <summary>How many submits a minute the account may send, in fixed windows from the start of the run.</summary>
    public int? SubmitsPerMinute { get; init; }

    /// <summary>How many jobs the service works on at the same time.</summary>
    public int? Workers { get; init; }

    /// <summary>What may be spent, in millionths of a US dollar.</summary>
    public long? BalanceMicroDollars { get; init; }

    /// <summary>How many jobs the engine keeps in flight.</summary>
    public int? MaxInFlight { get; init; }
}
