using System.Collections.Immutable;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Limits;

/// <summary>How many requests each plan takes in a minute.</summary>
internal sealed class PlanLimitsCheck : ClauseCheck
{
    // Figures of section 9, typed in by hand.
    private static readonly (string Plan, int Limit, string Clause)[] Plans =
    [
        ("free", 5, "PV-RATE-007"), ("flexible", 5, "PV-RATE-007"), ("pro", 50, "PV-RATE-008"), ("flexible", 60, "PV-RATE-009"),
        ("pro", 120, "PV-RATE-010"), ("business", 500, "PV-RATE-011"), ("scale", 1000, "PV-RATE-012"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => [.. Plans.Select(p => p.Clause).Distinct()];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * Plans.Sum(p => p.Limit))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        foreach (var (plan, limit, clause) in Plans)
        {
            if (Contract.Clauses.ClauseCatalogue.Find(clause)!.HoldsUnder(run.Profile)
                && await run.OpenAsync(new() { Plan = RatePlan.Find(plan) }, [clause], cancellationToken) is { } conversation)
            {
                await JudgeAsync(run.Judge, conversation, limit, clause, cancellationToken);
            }
        }
    }

    private static async Task JudgeAsync(Judge judge, Conversation conversation, int limit, string clause, CancellationToken cancellationToken)
    {
        for (var request = 1; request <= limit + 1; request++)
        {
            var answer = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
            var wanted = request <= limit ? OperationSpec.SuccessStatus : 429;
            if (!judge.That(clause, answer, "status", answer.Status == wanted, $"status {wanted} for request {request} of a minute", Texts.Shown(answer)))
            {
                return;
            }
        }
    }
}
