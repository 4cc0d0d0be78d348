using System.ComponentModel;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Cli.Load;

/// <summary>When jobs are polled, as a file says it.</summary>
internal sealed record PollSpec
{
    private static readonly TimeSpan LongestGrain = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan LeastHint = TimeSpan.FromMilliseconds(100);

    /// <summary>The kind of policy.</summary>
    [Description("fixed waits alike, jittered spreads the waits, backoff lengthens them, hinted does what the target asks for. Default fixed.")]
    public PollKind Policy { get; init; }

    /// <summary>The wait, and the first one of a backoff.</summary>
    [Description("The wait before a poll; the first one of a backoff. Default 2s.")]
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Jitter to either side, a share of the wait.</summary>
    [Description("jittered: to either side, as a share of the wait, from 0 to below 1. Default 0.2.")]
    public double Spread { get; init; } = 0.2;

    /// <summary>Growth of a backoff from poll to poll.</summary>
    [Description("backoff: growth from poll to poll, 1 or more. Default 1.5.")]
    public double Factor { get; init; } = 1.5;

    /// <summary>The longest wait of a backoff; null is eight times the first.</summary>
    [Description("backoff: the longest wait. Default: eight times the first.")]
    public TimeSpan? Longest { get; init; }

    /// <summary>How much later than its instant a poll may come, so that polls share a waking: a hundredth of the shortest wait, 4 ms at most.</summary>
    public TimeSpan ToGrain() => TimeSpan.FromTicks(Math.Min(LongestGrain.Ticks, (Policy == PollKind.Hinted ? LeastHint : Every).Ticks / 100));

    /// <summary>The policy.</summary>
    /// <param name="seed">The run's seed, for the jitter.</param>
    public IPollPolicy ToPolicy(ulong seed) => Policy switch
    {
        PollKind.Jittered => PollPolicies.Jittered(Every, Spread, seed),
        PollKind.Backoff => PollPolicies.Backoff(Every, Factor, Longest ?? (Every * 8)),
        PollKind.Hinted => PollPolicies.Hinted(PollPolicies.Fixed(Every), LeastHint),
        _ => PollPolicies.Fixed(Every),
    };
}
