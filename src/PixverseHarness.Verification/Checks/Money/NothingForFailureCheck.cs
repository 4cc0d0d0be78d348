using System.Collections.Immutable;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Money;

/// <summary>A failed job leaves the balance as it was.</summary>
internal sealed class NothingForFailureCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-PRICE-012", "PV-CREDITS-012", "PV-PRICE-011"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [.. JobStories.JobCauses.Select(JobStories.FailedExpense)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        foreach (var cause in JobStories.JobCauses)
        {
            if (await run.HearJobAsync(JobStories.Failed(cause), Clauses, cancellationToken) is { CreditsAfter: { } after } life)
            {
                foreach (var clause in Clauses)
                {
                    if (life.CreditsBefore.NumberAt("/credits") is { } balance)
                    {
                        run.Judge.Number(clause, after, "/credits", balance);
                    }
                }
            }
        }
    }
}
