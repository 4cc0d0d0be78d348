using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Requests with two faults at once: which of them is told.</summary>
internal sealed class CheckOrderCheck : ClauseCheck
{
    private static readonly SceneWish Poor = new() { RequestsPerMinute = 1, Credits = PriceTable.Lowest };

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
        ["PV-ORDER-001", "PV-ORDER-002", "PV-ORDER-003", "PV-ORDER-004", "PV-ORDER-005", "PV-ORDER-006"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.Lowest)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(SceneWish.Any, Clauses[..4], cancellationToken) is { } conversation)
        {
            await JudgeFirstAsync(run, conversation, cancellationToken);
        }

        if (await run.OpenAsync(Poor, Clauses[4..], cancellationToken) is { } poor)
        {
            await JudgeLastAsync(run, poor, cancellationToken);
        }
    }

    private static async Task JudgeFirstAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        var post = conversation.Post(ApiOperation.Submit, Conversation.Json(JobStories.Plain));
        var noModel = post with { Uri = conversation.Scene.At("/v2/no-such-model"), Operation = null };
        run.Refused("PV-ORDER-001", await conversation.SendAsync(post with { Method = "PUT", Key = null }, cancellationToken), ErrorCauses.MethodNotAllowed);
        run.Refused("PV-ORDER-002", await conversation.SendAsync(noModel with { Key = null }, cancellationToken), ErrorCauses.MissingKey);
        run.Refused("PV-ORDER-003", await conversation.SendAsync(noModel with { ContentType = "text/plain" }, cancellationToken), ErrorCauses.ModelNotFound);
        run.Refused(
            "PV-ORDER-004", await conversation.SendAsync(post with { ContentType = "text/plain", Body = Conversation.Json("{") }, cancellationToken),
            ErrorCauses.WrongContentType);
    }

    // The first submit uses up both the minute's request and the balance.
    private static async Task JudgeLastAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        var malformed = await conversation.SendAsync(conversation.Post(ApiOperation.Submit, Conversation.Json("{")), cancellationToken);
        run.Refused("PV-ORDER-005", malformed, ErrorCauses.MalformedBody);
        run.Refused("PV-ORDER-006", await conversation.SubmitAsync(JobStories.Plain, cancellationToken), ErrorCauses.RateLimited);
    }
}
