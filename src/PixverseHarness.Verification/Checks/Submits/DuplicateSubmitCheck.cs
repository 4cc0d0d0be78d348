using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Submits;

/// <summary>The same body sent twice makes two jobs, both billed: there is no idempotency.</summary>
internal sealed class DuplicateSubmitCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-SUBMIT-013", "PV-SUBMIT-014"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * 2)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var post = conversation.Post(ApiOperation.Submit, Conversations.Conversation.Json(JobStories.Plain)) with
        {
            Headers = [new("Idempotency-Key", "one-and-the-same")],
        };
        var before = await conversation.CreditsAsync(cancellationToken);
        var first = await conversation.SendAsync(post, cancellationToken);
        var second = await conversation.SendAsync(post, cancellationToken);
        var (firstId, secondId) = (first.TextAt("/request_id"), second.TextAt("/request_id"));
        if (firstId is null || secondId is null)
        {
            run.Judge.NotChecked(Clauses, "a submit gave no request_id");
            return;
        }

        run.Judge.That(
            "PV-SUBMIT-013", second, "/request_id", !string.Equals(firstId, secondId, StringComparison.Ordinal),
            "an id of its own for every submit", "the id of the submit before");
        foreach (var id in new[] { firstId, secondId })
        {
            await JobStories.PollAsync(conversation, id, heard: null, cancellationToken);
        }

        var after = await conversation.CreditsAsync(cancellationToken);
        var spent = before.NumberAt("/credits") - after.NumberAt("/credits");
        var due = (PriceTable.PriceOf(JobStories.Plain) * 2).ToDollars();
        run.Judge.That(
            "PV-SUBMIT-014", after, "/credits", spent == due, $"{MicroDollars.FromDollars(due)} less than before the two jobs",
            spent is { } amount ? $"{MicroDollars.FromDollars(amount)} less" : Conversations.Texts.Shown(after));
    }
}
