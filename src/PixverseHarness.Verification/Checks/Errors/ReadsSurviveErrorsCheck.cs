using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Errors;

/// <summary>A read that met a passing error may be repeated, and the job is none the worse for it.</summary>
internal sealed class ReadsSurviveErrorsCheck : ClauseCheck
{
    private const int Failures = 2;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-ERROR-011"];

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

        foreach (var cause in new[] { ErrorCauses.ServerError, ErrorCauses.BadGateway, ErrorCauses.GatewayTimeout })
        {
            if (conversation.Scene.Triggers.PromptFor(cause, ApiOperation.GetStatus, Failures) is not { } trigger)
            {
                run.Judge.NotChecked(Clauses, $"the target cannot be made to answer a read with {cause.Name}");
                continue;
            }

            var submit = await conversation.SubmitAsync(JobStories.Plain with { Prompt = $"{JobStories.Plain.Prompt} {trigger}" }, cancellationToken);
            if (submit.TextAt("/request_id") is not { } id)
            {
                run.Judge.NotChecked(Clauses, "a submit gave no request_id");
                continue;
            }

            Exchange? read = null;
            for (var time = 0; time <= Failures; time++)
            {
                read = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
            }

            run.Judge.That(
                "PV-ERROR-011", read!, "status", read!.Status == OperationSpec.SuccessStatus && JobLife.StateOf(read) is not null,
                $"the job's status after {Failures} reads that met {cause.Status}", Texts.Shown(read));
            var end = await JobStories.PollAsync(conversation, id, heard: null, cancellationToken);
            run.Judge.That(
                "PV-ERROR-011", end ?? read, "/status", end is not null && JobLife.StateOf(end) == JobState.Completed,
                "COMPLETED in the end", Texts.Shown(end ?? read));
        }
    }
}
