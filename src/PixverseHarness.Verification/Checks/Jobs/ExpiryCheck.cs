using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>The record of a job: there until its hour is over, then gone as if it had never been.</summary>
internal sealed class ExpiryCheck : ClauseCheck
{
    private const int Gone = 404;
    private const string NoTime = "the hour of retention cannot be let pass at this target";

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-EXPIRY-001", "PV-EXPIRY-002", "PV-EXPIRY-003", "PV-EXPIRY-004", "PV-EXPIRY-005", "PV-EXPIRY-006", "PV-EXPIRY-007", "PV-EXPIRY-010",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.HearJobAsync(JobStories.Completed, Clauses, cancellationToken) is { } life)
        {
            await JudgeAsync(run.Judge, life, cancellationToken);
        }

        foreach (var cause in JobStories.JobCauses)
        {
            if (await run.HearJobAsync(JobStories.Failed(cause), [], cancellationToken) is { } failed)
            {
                await JudgeAsync(run.Judge, failed, cancellationToken);
            }
        }
    }

    private async Task JudgeAsync(Judge judge, JobLife life, CancellationToken cancellationToken)
    {
        if (life.LateReads.Count == 0)
        {
            judge.NotChecked(Clauses, NoTime);
            return;
        }

        foreach (var read in life.LastReads)
        {
            foreach (var clause in new[] { "PV-EXPIRY-001", "PV-EXPIRY-006", "PV-EXPIRY-007" })
            {
                judge.That(clause, read, "status", read.Status is not Gone && read.Failure is null, "the record, a second before its hour is over", Texts.Shown(read));
            }
        }

        foreach (var read in life.LateReads)
        {
            judge.Status(ClauseOf(read), read, Gone);
            judge.Status("PV-EXPIRY-006", read, Gone);
            judge.Status("PV-EXPIRY-007", read, Gone);
            foreach (var member in new[] { "/output", "/video" })
            {
                judge.Lacks("PV-EXPIRY-010", read, member);
            }

            await JudgeLikenessAsync(judge, life, read, cancellationToken);
        }
    }

    private static string ClauseOf(Exchange read) => read.Request.Operation switch
    {
        ApiOperation.GetStatus => "PV-EXPIRY-002",
        ApiOperation.GetResult => "PV-EXPIRY-003",
        _ => "PV-EXPIRY-004",
    };

    private static async Task JudgeLikenessAsync(Judge judge, JobLife life, Exchange gone, CancellationToken cancellationToken)
    {
        var other = Unknown.IdLike(life.Id);
        var never = await life.Conversation.ReadAsync(gone.Request.Operation!.Value, other, cancellationToken);
        var (left, right) = (Text(gone).Replace(life.Id, other, StringComparison.Ordinal), Text(never));
        judge.That(
            "PV-EXPIRY-005", gone, "body",
            gone.Status == never.Status && string.Equals(left, right, StringComparison.Ordinal) && string.Equals(gone.MediaType, never.MediaType, StringComparison.Ordinal),
            $"the answer of an id that never was: {Texts.Shown(never)}", Texts.Shown(gone));
    }

    private static string Text(Exchange exchange) => System.Text.Encoding.UTF8.GetString(exchange.Body.Span);
}
