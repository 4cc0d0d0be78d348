using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>The poll_url of a submit, which older clients read.</summary>
internal sealed class PollUrlCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-ROUTE-005", "PV-POLL-001", "PV-POLL-003", "PV-POLL-004"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.HearJobAsync(JobStories.Completed, Clauses, cancellationToken) is not { } life)
        {
            return;
        }

        foreach (var read in life.BeforeEnd(ApiOperation.GetV1Result))
        {
            run.Judge.Observe("PV-POLL-003", $"before completion: {read.Status} with {read.At("/status")?.GetRawText() ?? "no status"}");
        }

        if (life.Result is not { } result || life.AfterEnd(ApiOperation.GetV1Result).FirstOrDefault() is not { } poll)
        {
            run.Judge.NotChecked(Clauses, "the job did not end");
            return;
        }

        run.Judge.Status("PV-ROUTE-005", poll, OperationSpec.SuccessStatus);
        run.Judge.Status("PV-POLL-001", poll, OperationSpec.SuccessStatus);
        run.Judge.MediaType("PV-POLL-001", poll, "application/json");
        run.Judge.That(
            "PV-POLL-001", poll, "/output", poll.TextAt("/output") is { } output && output == result.TextAt("/output"),
            "the output of the result", Texts.Shown(poll.At("/output")));
        run.Judge.That(
            "PV-POLL-004", poll, "body", poll.Body.Span.SequenceEqual(result.Body.Span), "the body of the result", Texts.Shown(poll));
    }
}
