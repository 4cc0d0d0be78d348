using CsCheck;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Tests.Workloads;

public sealed class PollPoliciesTests
{
    [Fact]
    public void Fixed_AnyTurn_IsItsDelay() => Assert.Equal(Time.Seconds(2), PollPolicies.Fixed(Time.Seconds(2)).DelayBefore(Turn(7)));

    [Fact]
    public void Backoff_Growing_StopsAtItsLimit()
    {
        var policy = PollPolicies.Backoff(Time.Seconds(1), 2, Time.Seconds(5));

        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(1, 5).Select(attempt => policy.DelayBefore(Turn(attempt)).TotalSeconds));
        Assert.Equal(Time.Seconds(5), policy.DelayBefore(Turn(100_000)));
    }

    [Fact]
    public void Jittered_AnyTurn_StaysInItsBandAndRepeats() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[1, 1000], Gen.ULong).Sample((ordinal, attempt, seed) =>
        {
            var delay = PollPolicies.Jittered(Time.Seconds(2), 0.25, seed).DelayBefore(Turn(attempt) with { Ordinal = ordinal });
            var least = attempt == 1 ? TimeSpan.Zero : Time.Seconds(1.5);
            return delay > least - Time.Milliseconds(0.001)
                && delay <= (attempt == 1 ? Time.Seconds(2) : Time.Seconds(2.5))
                && delay == PollPolicies.Jittered(Time.Seconds(2), 0.25, seed).DelayBefore(Turn(attempt) with { Ordinal = ordinal });
        });

    [Fact]
    public void Jittered_FirstPolls_ComeAtAnyPhase()
    {
        var policy = PollPolicies.Jittered(Time.Seconds(2), 0.2, 1);
        var delays = Enumerable.Range(0, 1000).Select(ordinal => policy.DelayBefore(Turn(1) with { Ordinal = ordinal }).TotalSeconds).ToArray();

        Assert.InRange(delays.Average(), 0.95, 1.05);
        Assert.True(delays.Min() < 0.02 && delays.Max() > 1.98);
    }

    [Fact]
    public void Hinted_WithAndWithoutAHint_ObeysItAboveItsFloor()
    {
        var policy = PollPolicies.Hinted(PollPolicies.Fixed(Time.Seconds(2)), Time.Seconds(1));

        Assert.Equal(Time.Seconds(7), policy.DelayBefore(Turn(1) with { Hint = Time.Seconds(7) }));
        Assert.Equal(Time.Seconds(1), policy.DelayBefore(Turn(1) with { Hint = TimeSpan.Zero }));
        Assert.Equal(Time.Seconds(2), policy.DelayBefore(Turn(1)));
    }

    [Fact]
    public void Factories_ValuesOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicies.Fixed(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicies.Jittered(Time.Seconds(1), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicies.Backoff(Time.Seconds(1), 0.5, Time.Seconds(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollPolicies.Backoff(Time.Seconds(3), 2, Time.Seconds(2)));
    }

    [Fact]
    public void Describe_EachPolicy_IsAFewWords() =>
        Assert.Equal(
            ["fixed 2s", "jittered 2s by 20%", "backoff 1s x1.5 to 10s", "hinted, else fixed 2s"],
            [
                PollPolicies.Fixed(Time.Seconds(2)).Describe(),
                PollPolicies.Jittered(Time.Seconds(2), 0.2, 1).Describe(),
                PollPolicies.Backoff(Time.Seconds(1), 1.5, Time.Seconds(10)).Describe(),
                PollPolicies.Hinted(PollPolicies.Fixed(Time.Seconds(2)), Time.Seconds(1)).Describe(),
            ]);

    private static PollTurn Turn(int attempt) => new(0, attempt, Time.Seconds(attempt), null);
}
