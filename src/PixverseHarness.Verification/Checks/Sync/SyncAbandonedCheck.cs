using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Sync;

/// <summary>A blocking call that the client gives up: its job goes on and is billed.</summary>
internal sealed class SyncAbandonedCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-SYNC-016"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense with { Name = Name }];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        var wish = new Targets.SceneWish { JobTime = TimeSpan.FromSeconds(40) };
        if (await run.OpenAsync(wish, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        var before = await conversation.CreditsAsync(cancellationToken);
        var post = conversation.Post(ApiOperation.GenerateSync, Conversations.Conversation.Json(JobStories.Rich));
        var left = await conversation.SendAsync(post with { Patience = conversation.Scene.Scaled(TimeSpan.FromSeconds(5)) }, cancellationToken);
        if (left.Failure is null)
        {
            run.Judge.NotChecked(Clauses, $"the call was answered before it could be given up: {Conversations.Texts.Shown(left)}");
            return;
        }

        await conversation.WaitAsync(conversation.Scene.Scaled(TimeSpan.FromMinutes(2)), cancellationToken);
        var after = await conversation.CreditsAsync(cancellationToken);
        if (before.NumberAt("/credits") is { } balance)
        {
            run.Judge.Number("PV-SYNC-016", after, "/credits", balance - PriceTable.PriceOf(JobStories.Rich).ToDollars());
        }
    }
}
