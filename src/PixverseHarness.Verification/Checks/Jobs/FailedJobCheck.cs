using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>A job that fails: 422 with a body on status and result alike, a reason, timings, and nothing charged.</summary>
internal sealed class FailedJobCheck : ClauseCheck
{
    private const int FailedStatus = 422;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-STATUS-020", "PV-RESULT-015", "PV-FAIL-001", "PV-FAIL-002", "PV-FAIL-003", "PV-FAIL-004", "PV-FAIL-005", "PV-FAIL-006", "PV-FAIL-007",
        "PV-FAIL-008", "PV-FAIL-009", "PV-FAIL-010", "PV-FAIL-011", "PV-FAIL-012", "PV-FAIL-013", "PV-PARAM-019", "PV-PARAM-020", "PV-ERROR-005",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [.. JobStories.JobCauses.Select(JobStories.FailedExpense)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        foreach (var cause in JobStories.JobCauses)
        {
            if (await run.HearJobAsync(JobStories.Failed(cause), ClausesOf(cause), cancellationToken) is { } life)
            {
                Judge(run.Judge, life, cause);
            }
        }
    }

    // What only one cause shows is not checked without it; the rest any of them shows.
    private ImmutableArray<string> ClausesOf(ErrorCause cause) =>
        cause == ErrorCauses.ContentBlocked ? ["PV-FAIL-009", "PV-FAIL-010", "PV-FAIL-011", "PV-FAIL-012"]
        : cause == ErrorCauses.UpstreamBusy ? ["PV-FAIL-013"]
        : cause == ErrorCauses.LateValidation ? ["PV-PARAM-019", "PV-PARAM-020"]
        : Clauses;

    private void Judge(Judge judge, JobLife life, ErrorCause cause)
    {
        judge.Status(cause == ErrorCauses.LateValidation ? "PV-PARAM-019" : "PV-FAIL-013", life.Submit, OperationSpec.SuccessStatus);
        if (cause == ErrorCauses.ContentBlocked)
        {
            judge.That("PV-FAIL-012", life.Submit, "status", life.Submit.Status == OperationSpec.SuccessStatus, "a job that is blocked", Texts.Shown(life.Submit));
        }

        if (life.End is not { } end || life.Result is not { } result)
        {
            var last = life.Statuses.Last();
            foreach (var clause in cause == ErrorCauses.ContentBlocked ? ["PV-FAIL-001", "PV-FAIL-009"] : new[] { "PV-FAIL-001" })
            {
                judge.That(clause, last, "/status", holds: false, "FAILED in the end", Texts.Shown(last));
            }

            return;
        }

        foreach (var (read, clause) in life.AfterEnd(ApiOperation.GetStatus).Select(e => (e, "PV-STATUS-020"))
            .Concat(life.AfterEnd(ApiOperation.GetResult).Select(e => (e, "PV-RESULT-015"))))
        {
            judge.Status(clause, read, FailedStatus);
            judge.MediaType(clause, read, "application/json");
            JudgeBody(judge, life, read);
        }

        judge.That(
            "PV-RESULT-015", result, "body", result.Json is { } a && end.Json is { } b && JsonElement.DeepEquals(a, b), "the body of the status",
            Texts.Shown(result));
        judge.Status("PV-ERROR-005", end, FailedStatus);
        JudgeCause(judge, end, cause);
    }

    private static void JudgeBody(Judge judge, JobLife life, Exchange read)
    {
        judge.Text("PV-FAIL-001", read, "/status", "FAILED");
        judge.That(
            "PV-FAIL-002", read, "/error", read.At("/error") is { ValueKind: not JsonValueKind.Null } && read.TextAt("/error") != "",
            "a reason at /error", Texts.Shown(read.At("/error")));
        judge.HasText("PV-FAIL-003", read, "/error");
        judge.Lacks("PV-FAIL-004", read, "/metrics/cost");
        judge.Lacks("PV-FAIL-004", read, "/metrics/remaining_credits");
        foreach (var time in new[] { "/metrics/inference_time", "/metrics/queue_time" })
        {
            judge.That("PV-FAIL-005", read, time, read.NumberAt(time) >= 0, "a number of seconds", Texts.Shown(read.At(time)));
        }

        judge.That(
            "PV-FAIL-006", read, "/metrics/total_time",
            read.At("/metrics/total_time") is null || read.NumberAt("/metrics/total_time") >= read.NumberAt("/metrics/inference_time"),
            "no total_time, or one of at least inference_time", Texts.Shown(read.At("/metrics")));
        judge.Text("PV-FAIL-007", read, "/request_id", life.Id);
        judge.Lacks("PV-FAIL-008", read, "/request_id");
        Drift.Job(judge, "PV-FAIL-001", read);
        foreach (var surplus in new[] { "/output", "/video", "/seed", "/prompt", "/timings", "/status_url", "/response_url" })
        {
            if (read.At(surplus) is { } value)
            {
                judge.Undocumented("PV-FAIL-001", read, surplus, $"{surplus[1..]} with {Texts.Shown(value)} on a failed job");
            }
        }
    }

    private static void JudgeCause(Judge judge, Exchange end, ErrorCause cause)
    {
        var text = end.TextAt("/error") ?? "";
        if (cause == ErrorCauses.ContentBlocked)
        {
            judge.Text("PV-FAIL-009", end, "/status", "FAILED");
            judge.That(
                "PV-FAIL-010", end, "/error", text.Contains("content_policy_violation", StringComparison.OrdinalIgnoreCase),
                "a text with content_policy_violation", Texts.Shown(end.At("/error")));
            judge.Observe("PV-FAIL-011", $"a content block reads \"{Texts.Shortened(text)}\"");
        }
        else if (cause == ErrorCauses.UpstreamBusy)
        {
            judge.Text("PV-FAIL-013", end, "/status", "FAILED");
            judge.Status("PV-FAIL-013", end, FailedStatus);
        }
        else if (cause == ErrorCauses.LateValidation)
        {
            judge.Text("PV-PARAM-019", end, "/status", "FAILED");
            judge.That(
                "PV-PARAM-020", end, "/metrics/inference_time", end.NumberAt("/metrics/inference_time") < 0.5m, "far below a second",
                Texts.Shown(end.At("/metrics/inference_time")));
        }
        else
        {
            judge.Observe("PV-FAIL-011", $"a failed generation reads \"{Texts.Shortened(text)}\"");
        }
    }
}
