using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Places;

/// <summary>One key's jobs and money are no business of another key.</summary>
internal sealed class KeyIsolationCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-LOOKUP-005", "PV-RATE-019", "PV-CREDITS-012"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense with { Name = Name }];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        if (conversation.Scene.OtherKey is not { } other)
        {
            run.Judge.NotChecked(Clauses, "the target was given one key only");
            return;
        }

        var credits = conversation.Get(ApiOperation.GetCredits) with { Key = other };
        var own = await conversation.CreditsAsync(cancellationToken);
        var before = await conversation.SendAsync(credits, cancellationToken);
        var submit = await conversation.SubmitAsync(JobStories.Rich, cancellationToken);
        if (submit.TextAt("/request_id") is not { } id)
        {
            run.Judge.NotChecked(Clauses, "a submit gave no request_id");
            return;
        }

        await JobStories.PollAsync(conversation, id, heard: null, cancellationToken);
        var foreign = await conversation.SendAsync(conversation.Get(ApiOperation.GetResult, id) with { Key = other }, cancellationToken);
        run.Judge.Observe("PV-LOOKUP-005", $"another key's id: {foreign.Status}");
        var after = await conversation.SendAsync(credits, cancellationToken);
        if (before.NumberAt("/credits") is { } balance)
        {
            run.Judge.Number("PV-CREDITS-012", after, "/credits", balance);
        }

        if (own.NumberAt("/credits") is { } mine)
        {
            run.Judge.Number("PV-CREDITS-012", await conversation.CreditsAsync(cancellationToken), "/credits", mine - PriceTable.PriceOf(JobStories.Rich).ToDollars());
        }
    }
}
