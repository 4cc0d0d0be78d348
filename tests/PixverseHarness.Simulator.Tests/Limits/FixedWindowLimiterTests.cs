using CsCheck;
using PixverseHarness.Simulator.Limits;

namespace PixverseHarness.Simulator.Tests.Limits;

/// <summary>The limiter against a model that keeps every instant it admitted.</summary>
public sealed class FixedWindowLimiterTests
{
    private const int Schedules = 100_000;

    private static readonly Gen<(int Limit, int WindowSeconds, long Start, long[] Gaps)> Schedule = Gen.Select(
        Gen.Int[1, 8],
        Gen.Int[1, 60],
        Gen.Long[0, TimeSpan.TicksPerDay],
        Gen.OneOf(Gen.Const(0L), Gen.Const(1L), Gen.Long[0, TimeSpan.TicksPerSecond], Gen.Long[0, TimeSpan.TicksPerMinute]).Array[1, 24]);

    [Fact]
    public void HasRoom_AnySchedule_IsTrueWhileTheWindowHasFewerThanTheLimit()
    {
        Schedule.Sample(
            (limit, seconds, start, gaps) =>
            {
                var window = TimeSpan.FromSeconds(seconds);
                var limiter = new FixedWindowLimiter(limit, window);
                var admitted = new List<long>();
                var now = start;
                foreach (var gap in gaps)
                {
                    now += gap;
                    Assert.Equal(admitted.Count(at => at / window.Ticks == now / window.Ticks) < limit, limiter.HasRoom(now));
                    if (limiter.HasRoom(now))
                    {
                        limiter.Count(now);
                        admitted.Add(now);
                    }
                }
            },
            iter: Schedules);
    }

    [Fact]
    public void EndOf_AnyFullWindow_IsTheFirstInstantWithRoomAgain()
    {
        Schedule.Sample(
            (limit, seconds, start, _) =>
            {
                var window = TimeSpan.FromSeconds(seconds);
                var limiter = new FixedWindowLimiter(limit, window);
                for (var i = 0; i < limit; i++)
                {
                    limiter.Count(start);
                }

                var end = FixedWindowLimiter.EndOf(start, window);
                Assert.Equal((false, true), (limiter.HasRoom(end - 1), limiter.HasRoom(end)));
                Assert.Equal(0, end % TimeSpan.TicksPerSecond);
            },
            iter: Schedules);
    }
}
