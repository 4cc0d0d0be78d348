using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>The status call of a job that completes: status, members and types in each state.</summary>
internal sealed class StatusBodyCheck : ClauseCheck
{
    private static readonly string[] RunningMembers = ["/request_id", "/status_url", "/response_url"];
    private static readonly string[] Times = ["/metrics/inference_time", "/metrics/queue_time", "/metrics/total_time"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-ROUTE-003", "PV-STATUS-001", "PV-STATUS-007", "PV-STATUS-008", "PV-STATUS-009", "PV-STATUS-010", "PV-STATUS-011", "PV-STATUS-012",
        "PV-STATUS-013", "PV-STATUS-014", "PV-STATUS-015", "PV-STATUS-016", "PV-STATUS-017", "PV-STATUS-018", "PV-STATUS-019", "PV-STATUS-023",
        "PV-STATUS-024", "PV-SDK-007",
    ];

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

        var judge = run.Judge;
        foreach (var status in life.Statuses)
        {
            judge.That(
                "PV-STATUS-001", status, "/status", JobLife.StateOf(status) is not null, "QUEUED, PROCESSING, COMPLETED or FAILED",
                Texts.Shown(status));
            judge.MediaType("PV-STATUS-024", status, "application/json");
            judge.Lacks("PV-STATUS-019", status, "/output");
            judge.Lacks("PV-STATUS-019", status, "/video");
        }

        foreach (var read in life.Reads.Prepend(life.Submit))
        {
            foreach (var member in new[] { "/queue_position", "/progress", "/eta", "/logs", "/created_at" })
            {
                judge.Lacks("PV-STATUS-023", read, member);
            }
        }

        JudgeRunning(judge, life);
        JudgeCompleted(judge, life);
    }

    private void JudgeRunning(Judge judge, JobLife life)
    {
        foreach (var status in life.BeforeEnd(ApiOperation.GetStatus))
        {
            judge.Status("PV-ROUTE-003", status, OperationSpec.SuccessStatus);
            judge.Status("PV-STATUS-007", status, OperationSpec.SuccessStatus);
            var clause = JobLife.StateOf(status) == JobState.Processing ? "PV-STATUS-009" : "PV-STATUS-008";
            foreach (var member in RunningMembers)
            {
                judge.HasText(clause, status, member);
            }

            judge.Text(clause, status, "/request_id", life.Id);
            foreach (var url in new[] { "/status_url", "/response_url" })
            {
                if (life.Submit.TextAt(url) is { } given)
                {
                    judge.Text(clause, status, url, given);
                }
            }

            judge.That(
                "PV-STATUS-010", status, "/metrics",
                status.At("/metrics") is { ValueKind: JsonValueKind.Object } metrics && !metrics.EnumerateObject().Any(),
                "an empty object", Texts.Shown(status.At("/metrics")));
            Drift.Job(judge, clause, status);
        }

        if (!life.StatusesIn(JobState.Processing).Any())
        {
            judge.NotChecked("PV-STATUS-009", "no poll met the job PROCESSING");
        }
    }

    private void JudgeCompleted(Judge judge, JobLife life)
    {
        if (life.End is null)
        {
            judge.NotChecked(Clauses, "the job did not end");
            return;
        }

        foreach (var status in life.AfterEnd(ApiOperation.GetStatus))
        {
            judge.Status("PV-STATUS-011", status, OperationSpec.SuccessStatus);
            judge.Text("PV-STATUS-012", status, "/status", "COMPLETED");
            judge.Text("PV-SDK-007", status, "/status", "COMPLETED");
            judge.Text("PV-STATUS-012", status, "/request_id", life.Id);
            judge.Has("PV-STATUS-012", status, "/metrics", JsonValueKind.Object);
            foreach (var url in new[] { "/status_url", "/response_url", "/poll_url" })
            {
                judge.Lacks("PV-STATUS-012", status, url);
            }

            Drift.Job(judge, "PV-STATUS-012", status);
            JudgeMetrics(judge, status);
        }
    }

    private static void JudgeMetrics(Judge judge, Exchange status)
    {
        judge.Has("PV-STATUS-013", status, "/metrics/inference_time", JsonValueKind.Number);
        judge.Has("PV-STATUS-014", status, "/metrics/queue_time", JsonValueKind.Number);
        judge.Has("PV-STATUS-014", status, "/metrics/total_time", JsonValueKind.Number);
        judge.Has("PV-STATUS-015", status, "/metrics/cost", JsonValueKind.Number);
        judge.Has("PV-STATUS-015", status, "/metrics/remaining_credits", JsonValueKind.Number);
        foreach (var time in Times.Where(t => status.At(t) is not null))
        {
            judge.That("PV-STATUS-016", status, time, status.NumberAt(time) >= 0, "a number of seconds that is not negative", Texts.Shown(status.At(time)));
        }

        var parts = status.NumberAt("/metrics/queue_time") + status.NumberAt("/metrics/inference_time");
        judge.That(
            "PV-STATUS-017", status, "/metrics/total_time", status.NumberAt("/metrics/total_time") >= parts - 0.01m,
            "at least queue_time and inference_time together", Texts.Shown(status.At("/metrics")));
        var retries = status.At("/metrics/retry_count");
        judge.That(
            "PV-STATUS-018", status, "/metrics/retry_count", retries is null || status.NumberAt("/metrics/retry_count") >= 1,
            "no retry_count, or one of at least 1", Texts.Shown(retries));
    }
}
