using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Money;

/// <summary>The credits call: its form, and that asking costs nothing.</summary>
internal sealed class CreditsCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-ROUTE-006", "PV-CREDITS-001", "PV-CREDITS-004", "PV-ERROR-012"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var first = await conversation.CreditsAsync(cancellationToken);
        run.Judge.Status("PV-ROUTE-006", first, OperationSpec.SuccessStatus);
        run.Judge.Status("PV-CREDITS-001", first, OperationSpec.SuccessStatus);
        run.Judge.MediaType("PV-CREDITS-001", first, "application/json");
        run.Judge.Has("PV-CREDITS-001", first, "/credits", JsonValueKind.Number);
        run.Judge.Has("PV-CREDITS-001", first, "/free-credits", JsonValueKind.Number);
        run.Judge.That(
            "PV-CREDITS-001", first, "/free-credits", first.NumberAt("/free-credits") is null or >= 0, "an amount that is not negative",
            Texts.Shown(first.At("/free-credits")));
        Drift.Credits(run.Judge, "PV-CREDITS-001", first);
        var second = await conversation.CreditsAsync(cancellationToken);
        if (first.NumberAt("/credits") is { } balance)
        {
            run.Judge.Number("PV-CREDITS-004", second, "/credits", balance);
            await JudgeErrorsAsync(run, conversation, balance, cancellationToken);
        }
    }

    private static async Task JudgeErrorsAsync(CheckRun run, Conversation conversation, decimal balance, CancellationToken cancellationToken)
    {
        var post = conversation.Post(ApiOperation.Submit, Conversation.Json("{"));
        await conversation.SendAsync(post, cancellationToken);
        await conversation.SendAsync(post with { ContentType = "text/plain" }, cancellationToken);
        await conversation.ReadAsync(ApiOperation.GetResult, Unknown.ZeroId, cancellationToken);
        run.Judge.Number("PV-ERROR-012", await conversation.CreditsAsync(cancellationToken), "/credits", balance);
    }
}
