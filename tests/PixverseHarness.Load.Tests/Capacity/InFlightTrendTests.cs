using PixverseHarness.Load.Capacity;
using PixverseHarness.Load.Randomness;

namespace PixverseHarness.Load.Tests.Capacity;

public sealed class InFlightTrendTests
{
    [Fact]
    public void Of_StraightGrowth_IsItsSlope()
    {
        var changes = Enumerable.Range(0, 400).Select(static second => (Time.Seconds(second), second / 4)).ToArray();

        var trend = InFlightTrend.Of(changes, Time.Seconds(100), Time.Seconds(400), Time.Seconds(20));

        Assert.Equal(0.25, trend.PerSecond, tolerance: 0.002);
        Assert.True(trend.IsGrowth(rate: 1, share: 0.02));
        Assert.False(trend.IsGrowth(rate: 1, share: 0.3));
    }

    [Fact]
    public void IsGrowth_InFlightOfAServiceThatKeepsUp_RaisesNoFalseAlarm()
    {
        // Jobs of 20 s at random instants, one a second on average: in flight wander around 20 without a trend.
        var alarms = Enumerable.Range(0, 500).Count(seed =>
        {
            var waits = new SeededStream((ulong)seed, "waits");
            var events = new List<(TimeSpan At, int By)>();
            double at = 0;
            for (var job = 0; at < 400; job++)
            {
                at += waits.Exponential(job);
                events.Add((Time.Seconds(at), +1));
                events.Add((Time.Seconds(at + 20), -1));
            }

            var jobs = 0;
            var changes = events.OrderBy(static change => change.At).Select(change => (change.At, jobs += change.By)).ToArray();
            return InFlightTrend.Of(changes, Time.Seconds(40), Time.Seconds(400), Time.Seconds(40)).IsGrowth(1, 0.02);
        });

        Assert.InRange(alarms, 0, 1);
    }

    [Fact]
    public void Of_NothingSeen_IsNoEvidence() => Assert.False(InFlightTrend.Of([], TimeSpan.Zero, Time.Seconds(1), Time.Seconds(1)).IsGrowth(0, 0));
}
