using CsCheck;
using PixverseHarness.Load.Spending;

namespace PixverseHarness.Load.Tests.Spending;

public sealed class SpendBudgetTests
{
    [Fact]
    public void TryReserve_AnyOrderOfReservingAndSettling_NeverCrossesTheLimit() =>
        Gen.Select(Gen.Long[0, 500], Gen.Select(Gen.Long[0, 50], Gen.Double[0, 1]).Array[1, 100]).Sample((limit, moves) =>
        {
            var budget = new SpendBudget(limit);
            var open = new Queue<long>();
            foreach (var (price, share) in moves)
            {
                if (budget.TryReserve(price))
                {
                    open.Enqueue(price);
                }

                if (share < 0.5 && open.TryDequeue(out var reserved))
                {
                    budget.Settle(reserved, (long)(reserved * share * 2));
                }

                if (budget.SpentMicroDollars + budget.ReservedMicroDollars > limit)
                {
                    return false;
                }
            }

            return budget.ReservedMicroDollars == open.Sum();
        });

    [Fact]
    public void TryReserve_MostJobs_RefusesTheNextOne()
    {
        var budget = new SpendBudget(null, mostJobs: 2);

        Assert.Equal([true, true, false], [budget.TryReserve(0), budget.TryReserve(0), budget.TryReserve(0)]);
    }

    [Fact]
    public void TryReserve_ExactlyTheLimit_IsAllowed()
    {
        var budget = new SpendBudget(750_000);

        Assert.Equal([true, true, false], [budget.TryReserve(375_000), budget.TryReserve(375_000), budget.TryReserve(1)]);
    }
}
