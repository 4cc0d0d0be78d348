using CsCheck;
using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Tests.Jobs;

public sealed class WorkerPoolTests
{
    [Fact]
    public void Place_AnyArrivals_NeverRunsMoreThanItHasWorkersAndNeverIdlesAWaitingJob()
    {
        Gen.Select(Gen.Int[1, 5], Gen.Select(Gen.Int[0, 10], Gen.Int[1, 30]).Array[1, 60]).Sample((workers, jobs) =>
        {
            var pool = new WorkerPool(workers);
            var placed = new List<(long Ready, long Start, long End)>();
            long now = 0;
            foreach (var (gap, service) in jobs)
            {
                now += gap;
                var start = pool.Place(now, s => s + service);
                placed.Add((now, start, start + service));
            }

            foreach (var (ready, start, _) in placed)
            {
                Assert.True(start >= ready);
                Assert.True(placed.Count(p => p.Start <= start && p.End > start) <= workers);
                if (start > ready)
                {
                    Assert.Equal(workers, placed.Count(p => p.Start < start && p.End >= start));
                }
            }
        });
    }
}
