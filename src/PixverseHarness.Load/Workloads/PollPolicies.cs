using System.Globalization;
using PixverseHarness.Load.Randomness;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Workloads;

/// <summary>The poll policies that come with the engine.</summary>
public static class PollPolicies
{
    /// <summary>Always the same delay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not above zero.</exception>
    public static IPollPolicy Fixed(TimeSpan every) => new FixedPolls(Positive(every, nameof(every)));

    /// <summary>
    /// A delay drawn anew for every poll, evenly within <paramref name="share"/> of <paramref name="every"/> to either side; the first
    /// one anywhere in (0, <paramref name="every"/>], so that jobs submitted together are not polled together and the polls'
    /// phase hides nothing.
    /// </summary>
    /// <param name="every">The mean delay.</param>
    /// <param name="share">From 0 to below 1; 0.2 is 20 %.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not above zero, or the share is not in [0, 1).</exception>
    public static IPollPolicy Jittered(TimeSpan every, double share, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return new JitteredPolls(Positive(every, nameof(every)), share, seed);
    }

    /// <summary>A delay that grows by a factor from poll to poll, up to a limit.</summary>
    /// <param name="first">The first delay.</param>
    /// <param name="factor">At least 1.</param>
    /// <param name="longest">The limit, not below <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static IPollPolicy Backoff(TimeSpan first, double factor, TimeSpan longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, first);
        return new BackoffPolls(Positive(first, nameof(first)), factor, longest);
    }

    /// <summary>The delay that the service asks for, but never less than <paramref name="least"/>; where it asks for none, <paramref name="otherwise"/> decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The least delay is not above zero.</exception>
    public static IPollPolicy Hinted(IPollPolicy otherwise, TimeSpan least)
    {
        ArgumentNullException.ThrowIfNull(otherwise);
        return new HintedPolls(otherwise, Positive(least, nameof(least)));
    }

    private static TimeSpan Positive(TimeSpan delay, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero, name);
        return delay;
    }

    private sealed class FixedPolls(TimeSpan every) : IPollPolicy
    {
        public TimeSpan DelayBefore(in PollTurn turn) => every;

        public string Describe() => $"fixed {DurationText.Format(every)}";
    }

    private sealed class JitteredPolls(TimeSpan every, double share, ulong seed) : IPollPolicy
    {
        private readonly SeededStream _stream = new(seed, "poll-jitter");

        public TimeSpan DelayBefore(in PollTurn turn)
        {
            var drawn = 1 - _stream.Fork(turn.Ordinal).Unit(turn.Attempt);
            return every * (turn.Attempt == 1 ? drawn : 1 + (share * ((2 * drawn) - 1)));
        }

        public string Describe() => string.Create(CultureInfo.InvariantCulture, $"jittered {DurationText.Format(every)} by {share * 100:0.#}%");
    }

    private sealed class BackoffPolls(TimeSpan first, double factor, TimeSpan longest) : IPollPolicy
    {
        public TimeSpan DelayBefore(in PollTurn turn)
        {
            var grown = first.Ticks * Math.Pow(factor, turn.Attempt - 1);
            return grown >= longest.Ticks ? longest : TimeSpan.FromTicks((long)grown);
        }

        public string Describe() => string.Create(
            CultureInfo.InvariantCulture,
            $"backoff {DurationText.Format(first)} x{factor} to {DurationText.Format(longest)}");
    }

    private sealed class HintedPolls(IPollPolicy otherwise, TimeSpan least) : IPollPolicy
    {
        public TimeSpan DelayBefore(in PollTurn turn) =>
            turn.Hint is { } hint ? (hint < least ? least : hint) : otherwise.DelayBefore(turn);

        public string Describe() => $"hinted, else {otherwise.Describe()}";
    }
}
