using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Places;

/// <summary>A good key in x-api-key is taken by every operation, and still is after a week.</summary>
internal sealed class KeyHeaderCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-AUTH-001", "PV-AUTH-008"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.FailedExpense(Contract.Errors.ErrorCauses.GenerationFailed) with { Name = Name }];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(new() { ClosedKeys = true }, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        await TryAllAsync(run, conversation, "PV-AUTH-001", cancellationToken);
        var week = TimeSpan.FromDays(8);
        if (conversation.Scene.Pace.CanPass(week))
        {
            await conversation.WaitAsync(week, cancellationToken);
            await TryAllAsync(run, conversation, "PV-AUTH-008", cancellationToken);
        }
        else
        {
            run.Judge.NotChecked("PV-AUTH-008", "a week cannot be let pass at this target");
        }
    }

    // A body that is no JSON gets as far as the key's check and makes no job.
    private static async Task TryAllAsync(CheckRun run, Conversation conversation, string clause, CancellationToken cancellationToken)
    {
        foreach (var operation in Enum.GetValues<ApiOperation>())
        {
            var request = Operations.Get(operation).CreatesJob
                ? conversation.Post(operation, Conversation.Json("{"))
                : conversation.Get(operation, Unknown.ZeroId);
            var answer = await conversation.SendAsync(request, cancellationToken);
            run.Judge.That(clause, answer, "status", answer.Status is not 401 and not 0, "another status than 401 for a valid key", Texts.Shown(answer));
        }
    }
}
