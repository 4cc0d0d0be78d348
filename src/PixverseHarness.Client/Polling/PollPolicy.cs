namespace PixverseHarness.Client;

/// <summary>
/// Decides how long to wait between two polls. A policy is pure: the same arguments give the same delay, it keeps no
/// state, and one instance may serve any number of jobs. The first poll is always sent at once and asks no policy.
/// </summary>
public abstract class PollPolicy
{
    /// <summary>No policy of this library waits less; a shorter delay of another policy is lengthened to it.</summary>
    public static TimeSpan ShortestDelay { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>No policy of this library waits longer; a longer delay of another policy is shortened to it.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Back-off from 1 s to 5 s by the factor 1.5: the service's guidance is to start at 1 s and to back off to 5 to 10 s
    /// (facts sheet section 6, second-hand).
    /// </summary>
    public static PollPolicy Default { get; } = Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), 1.5);

    /// <summary>The same delay every time.</summary>
    /// <param name="interval">The delay, from <see cref="ShortestDelay"/> to <see cref="LongestDelay"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is outside that range.</exception>
    public static PollPolicy Fixed(TimeSpan interval) => new FixedPollPolicy(interval);

    /// <summary>A delay drawn evenly around an interval, so that jobs that start together do not poll together.</summary>
    /// <param name="interval">The middle, from <see cref="ShortestDelay"/> to <see cref="LongestDelay"/>.</param>
    /// <param name="spread">Largest deviation as a part of <paramref name="interval"/>, 0 to 1.</param>
    /// <param name="seed">Seed of the draws: same seed, same delays.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PollPolicy Jittered(TimeSpan interval, double spread, ulong seed) => new JitteredPollPolicy(interval, spread, seed);

    /// <summary>A delay that grows by a factor up to a bound.</summary>
    /// <param name="first">Delay after the first poll, from <see cref="ShortestDelay"/>.</param>
    /// <param name="longest">Largest delay, from <paramref name="first"/> to <see cref="LongestDelay"/>.</param>
    /// <param name="factor">Growth per poll, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PollPolicy Backoff(TimeSpan first, TimeSpan longest, double factor = 2) => new BackoffPollPolicy(first, longest, factor);

    /// <summary>What the service asks for where it does (<c>Retry-After</c>), another policy where it does not.</summary>
    /// <param name="otherwise">The policy for answers without a hint.</param>
    /// <param name="longest">A hint beyond this is cut to it, from <see cref="ShortestDelay"/> to <see cref="LongestDelay"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is outside its range.</exception>
    public static PollPolicy Hinted(PollPolicy otherwise, TimeSpan longest) => new HintedPollPolicy(otherwise, longest);

    /// <summary>The wait before the next poll.</summary>
    /// <param name="attempt">Number of polls sent so far, from 1.</param>
    /// <param name="elapsed">Time since the first poll was sent.</param>
    /// <param name="hint">The wait that the last answer asked for; null if it asked for none.</param>
    /// <returns>A delay from <see cref="ShortestDelay"/> to <see cref="LongestDelay"/>.</returns>
    public abstract TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint);

    /// <summary>
    /// The policy for one job of many. A random policy gives each number its own stream; others return themselves.
    /// </summary>
    /// <param name="number">Any number that tells jobs apart, such as an ordinal.</param>
    public virtual PollPolicy ForJob(ulong number) => this;

    internal static TimeSpan Clamp(TimeSpan delay) =>
        delay < ShortestDelay ? ShortestDelay : delay > LongestDelay ? LongestDelay : delay;

    private protected static TimeSpan InRange(TimeSpan delay, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, ShortestDelay, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay, name);
        return delay;
    }
}
