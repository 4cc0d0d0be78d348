using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Verification.Checks;

/// <summary>Something that may be billed.</summary>
/// <param name="Name">The story or check that it is for. A story is told, and paid, once however many checks listen.</param>
/// <param name="Worst">The most that it can cost; for jobs that are expected to fail, what they cost when they do not.</param>
public sealed record Expense(string Name, MicroDollars Worst)
{
    /// <summary>The sum of several.</summary>
    public static MicroDollars Sum(IEnumerable<Expense> expenses) => expenses.Aggregate(MicroDollars.Zero, (sum, e) => sum + e.Worst);
}
