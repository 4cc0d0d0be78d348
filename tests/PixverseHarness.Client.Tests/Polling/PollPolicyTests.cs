using CsCheck;

namespace PixverseHarness.Client.Tests.Polling;

public sealed class PollPolicyTests
{
    private static readonly Gen<TimeSpan> Delay = Gen.Long[PollPolicy.ShortestDelay.Ticks, PollPolicy.LongestDelay.Ticks].Select(TimeSpan.FromTicks);
    private static readonly Gen<int> Attempt = Gen.Int[1, int.MaxValue];
    private static readonly Gen<TimeSpan?> Hint = Gen.Long.Select(t => t % 3 == 0 ? (TimeSpan?)null : TimeSpan.FromTicks(t));

    private static readonly Gen<PollPolicy> Simple = Gen.OneOf(
        Delay.Select(PollPolicy.Fixed),
        Gen.Select(Delay, Gen.Double[0, 1], Gen.ULong).Select((d, s, seed) => PollPolicy.Jittered(d, s, seed)),
        Gen.Select(Delay, Delay, Gen.Double[1, 1e6]).Select((a, b, f) => PollPolicy.Backoff(a < b ? a : b, a < b ? b : a, f)));

    private static readonly Gen<PollPolicy> Any = Gen.OneOf(
        Simple,
        Gen.Select(Simple, Delay).Select((p, d) => PollPolicy.Hinted(p, d)),
        Gen.Select(Simple, Gen.ULong).Select((p, n) => p.ForJob(n)));

    [Fact]
    public void NextDelay_AnyPolicyAndArguments_StaysBetweenShortestAndLongest() =>
        Gen.Select(Any, Attempt, Gen.Long[0, TimeSpan.FromDays(2).Ticks], Hint).Sample((policy, attempt, elapsed, hint) =>
        {
            var delay = policy.NextDelay(attempt, TimeSpan.FromTicks(elapsed), hint);
            return delay >= PollPolicy.ShortestDelay && delay <= PollPolicy.LongestDelay;
        });

    [Fact]
    public void NextDelay_AnyPolicy_IsPure() =>
        Gen.Select(Any, Attempt, Attempt, Hint).Sample((policy, attempt, other, hint) =>
        {
            var first = policy.NextDelay(attempt, TimeSpan.Zero, hint);
            policy.NextDelay(other, TimeSpan.Zero, null);
            return policy.NextDelay(attempt, TimeSpan.Zero, hint) == first;
        });

    [Fact]
    public void Jittered_AnySeed_StaysWithinItsSpread() =>
        Gen.Select(Delay, Gen.Double[0, 1], Gen.ULong, Attempt).Sample((interval, spread, seed, attempt) =>
        {
            var delay = PollPolicy.Jittered(interval, spread, seed).NextDelay(attempt, TimeSpan.Zero, null);
            var tick = TimeSpan.FromTicks(1);
            var least = interval * (1 - spread) - tick;
            return delay >= (least > PollPolicy.ShortestDelay ? least : PollPolicy.ShortestDelay)
                && delay <= (interval * (1 + spread) + tick < PollPolicy.LongestDelay ? interval * (1 + spread) + tick : PollPolicy.LongestDelay);
        });

    [Fact]
    public void Jittered_Seed_DecidesTheDelays()
    {
        Assert.Equal(Delays(7), Delays(7));
        Assert.NotEqual(Delays(7), Delays(8));
        Assert.Equal(100, Delays(7).Distinct().Count());

        static List<TimeSpan> Delays(ulong seed) => [.. Enumerable.Range(1, 100)
            .Select(a => PollPolicy.Jittered(TimeSpan.FromSeconds(2), 0.5, seed).NextDelay(a, TimeSpan.Zero, null))];
    }

    [Fact]
    public void Jittered_Draws_AreTheSameOnEveryMachine()
    {
        var policy = PollPolicy.Jittered(TimeSpan.FromSeconds(2), 0.5, 7);

        var ticks = Enumerable.Range(1, 3).Select(a => policy.NextDelay(a, TimeSpan.Zero, null).Ticks);

        // Computed apart from this code, from the published definition of SplitMix64.
        Assert.Equal([24_430_164L, 22_994_087L, 20_987_486L], ticks);
    }

    [Fact]
    public void Jittered_ManyDraws_AreCentredAndFillTheirRange()
    {
        var seconds = Enumerable.Range(1, 10_000)
            .Select(a => PollPolicy.Jittered(TimeSpan.FromSeconds(2), 0.5, 42).NextDelay(a, TimeSpan.Zero, null).TotalSeconds).ToList();

        Assert.InRange(seconds.Average(), 1.98, 2.02);
        Assert.InRange(seconds.Min(), 1, 1.01);
        Assert.InRange(seconds.Max(), 2.99, 3);
    }

    [Fact]
    public void ForJob_JitteredPolicy_GivesEachJobItsOwnDelays()
    {
        var policy = PollPolicy.Jittered(TimeSpan.FromSeconds(2), 0.5, 7);

        var first = Enumerable.Range(0, 1000).Select(n => policy.ForJob((ulong)n).NextDelay(1, TimeSpan.Zero, null));

        Assert.Equal(1000, first.Distinct().Count());
    }

    [Fact]
    public void Backoff_Attempts_GrowToTheBound() =>
        Assert.Equal(
            [1, 2, 4, 5, 5],
            Enumerable.Range(1, 5).Select(a => PollPolicy.Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)).NextDelay(a, TimeSpan.Zero, null).TotalSeconds));

    [Fact]
    public void Backoff_MoreAttempts_NeverShrink() =>
        Gen.Select(Delay, Delay, Gen.Double[1, 10], Gen.Int[1, 1000]).Sample((a, b, factor, attempt) =>
        {
            var policy = PollPolicy.Backoff(a < b ? a : b, a < b ? b : a, factor);
            return policy.NextDelay(attempt, TimeSpan.Zero, null) <= policy.NextDelay(attempt + 1, TimeSpan.Zero, null);
        });

    [Theory]
    [InlineData(7.0, 7.0)]
    [InlineData(90.0, 30.0)]
    [InlineData(-4.0, 0.01)]
    [InlineData(null, 2.0)]
    public void Hinted_Hint_IsFollowedWithinBounds(double? hint, double expected)
    {
        var policy = PollPolicy.Hinted(PollPolicy.Fixed(TimeSpan.FromSeconds(2)), TimeSpan.FromSeconds(30));

        var delay = policy.NextDelay(1, TimeSpan.Zero, hint is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        Assert.Equal(expected, delay.TotalSeconds);
    }

    [Fact]
    public void Factories_ArgumentsOutOfRange_Throw()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Fixed(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Fixed(TimeSpan.FromHours(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Jittered(second, 1.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Jittered(second, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Backoff(second, TimeSpan.FromMilliseconds(500)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Backoff(second, second, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicy.Hinted(PollPolicy.Default, TimeSpan.Zero));
    }
}
