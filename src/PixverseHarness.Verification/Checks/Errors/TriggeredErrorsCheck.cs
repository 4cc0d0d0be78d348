using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Errors;

/// <summary>Causes that a target must be told to meet: permissions, retired model, spend limit, missing balance record, faults of the service.</summary>
internal sealed class TriggeredErrorsCheck : ClauseCheck
{
    private static readonly (ErrorCause Cause, string Clause)[] Causes =
    [
        (ErrorCauses.Forbidden, "PV-AUTH-009"), (ErrorCauses.ModelRetired, "PV-ROUTE-014"), (ErrorCauses.SpendLimit, "PV-CREDITS-010"),
        (ErrorCauses.ServerError, "PV-ERROR-006"), (ErrorCauses.BadGateway, "PV-ERROR-008"), (ErrorCauses.GatewayTimeout, "PV-ERROR-009"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-AUTH-009", "PV-AUTH-010", "PV-ROUTE-014", "PV-CREDITS-002", "PV-CREDITS-003", "PV-CREDITS-010", "PV-ERROR-004", "PV-ERROR-006",
        "PV-ERROR-007", "PV-ERROR-008", "PV-ERROR-009", "PV-ERROR-010", "PV-ERROR-012", .. Refusals.Clauses,
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        foreach (var (cause, clause) in Causes)
        {
            if (conversation.Scene.Triggers.KeyFor(cause) is not { } key)
            {
                run.Judge.NotChecked(clause, $"the target cannot be made to answer {cause.Name}");
                continue;
            }

            foreach (var operation in cause.Operations)
            {
                await JudgeAsync(run, conversation, operation, cause, clause, key, cancellationToken);
            }
        }

        await JudgeNoRecordAsync(run, conversation, cancellationToken);
    }

    private static async Task JudgeAsync(
        CheckRun run, Conversation conversation, ApiOperation operation, ErrorCause cause, string clause, string key, CancellationToken cancellationToken)
    {
        var request = (Operations.Get(operation).CreatesJob
            ? conversation.Post(operation, Unknown.Body)
            : conversation.Get(operation, Unknown.ZeroId)) with { Key = key };
        var answer = await conversation.SendAsync(request, cancellationToken);
        if (cause.Status is 502 or 504)
        {
            run.Judge.Status(clause, answer, cause.Status);
            run.Judge.Observe("PV-ERROR-010", $"{cause.Status} comes as {answer.MediaType ?? "nothing"}");
            return;
        }

        run.Refused(clause, answer, cause);
        if (cause == ErrorCauses.ServerError)
        {
            run.Judge.MediaType("PV-ERROR-007", answer, "application/json");
            run.Judge.HasText("PV-ERROR-007", answer, "/error");
        }
        else if (cause == ErrorCauses.Forbidden)
        {
            run.Refused("PV-AUTH-010", await conversation.SendAsync(request, cancellationToken), cause);
        }
        else if (cause == ErrorCauses.SpendLimit)
        {
            run.Judge.Status("PV-ERROR-004", answer, 406);
            var text = answer.TextAt("/error") ?? "";
            run.Judge.That(
                "PV-CREDITS-010", answer, "/error",
                text.Contains("limit", StringComparison.OrdinalIgnoreCase) && text.Contains("period", StringComparison.OrdinalIgnoreCase),
                "an error that names period and cap", Texts.Shown(answer));
        }
    }

    private static async Task JudgeNoRecordAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Scene.Triggers.KeyFor(ErrorCauses.NoCreditsRecord) is not { } key)
        {
            run.Judge.NotChecked(["PV-CREDITS-002", "PV-CREDITS-003"], "the target has no account without a balance record");
            return;
        }

        var answer = await conversation.SendAsync(conversation.Get(ApiOperation.GetCredits) with { Key = key }, cancellationToken);
        run.Refused("PV-CREDITS-002", answer, ErrorCauses.NoCreditsRecord);
        run.Judge.Text("PV-CREDITS-003", answer, "/error", ErrorCauses.NoCreditsRecord.Message);
    }
}
