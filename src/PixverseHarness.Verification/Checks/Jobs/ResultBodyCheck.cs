using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>The result call of a job that completes, before and after its end.</summary>
internal sealed class ResultBodyCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-ROUTE-004", "PV-RESULT-001", "PV-RESULT-002", "PV-RESULT-003", "PV-RESULT-004", "PV-RESULT-005", "PV-RESULT-006", "PV-RESULT-007",
        "PV-RESULT-008", "PV-RESULT-009", "PV-RESULT-010", "PV-RESULT-011", "PV-RESULT-012", "PV-RESULT-013", "PV-RESULT-014", "PV-RESULT-016",
        "PV-RESULT-017", "PV-RESULT-018", "PV-RESULT-019",
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

        JudgeUnfinished(run.Judge, life);
        if (life.Result is not { } result)
        {
            run.Judge.NotChecked(Clauses, "the job did not end");
            return;
        }

        JudgeResult(run.Judge, life, result);
        JudgeVideo(run.Judge, result);
    }

    private static void JudgeResult(Judge judge, JobLife life, Exchange result)
    {
        judge.Status("PV-ROUTE-004", result, OperationSpec.SuccessStatus);
        judge.Status("PV-RESULT-001", result, OperationSpec.SuccessStatus);
        judge.MediaType("PV-RESULT-001", result, "application/json");
        judge.Text("PV-RESULT-002", result, "/status", "COMPLETED");
        judge.Has("PV-RESULT-002", result, "/metrics", JsonValueKind.Object);
        judge.HasText("PV-RESULT-002", result, "/output");
        Drift.Job(judge, "PV-RESULT-002", result);
        judge.That(
            "PV-RESULT-003", result, "/output", IsHttpUrl(result.TextAt("/output")), "an absolute URL at /output", Texts.Shown(result.At("/output")));
        judge.Text("PV-RESULT-009", result, "/seed", life.Request.Seed!.Value.ToString(CultureInfo.InvariantCulture));
        judge.Text("PV-RESULT-010", result, "/prompt", life.Request.Prompt);
        judge.Has("PV-RESULT-011", result, "/timings", JsonValueKind.Object);
        judge.That(
            "PV-RESULT-012", result, "/error", result.At("/error") is null or { ValueKind: JsonValueKind.Null }, "nothing or null at /error",
            Texts.Shown(result.At("/error")));
        judge.That(
            "PV-RESULT-013", result, "/metrics", Same(result.At("/metrics"), life.End!.At("/metrics")),
            $"the metrics of the status: {Texts.Shown(life.End.At("/metrics"))}", Texts.Shown(result.At("/metrics")));
        judge.That(
            "PV-RESULT-018", result, "/request_id", result.At("/request_id") is null || result.TextAt("/request_id") == life.Id,
            "no request_id, or the job's own", Texts.Shown(result.At("/request_id")));
        foreach (var again in life.AfterEnd(ApiOperation.GetResult).Skip(1))
        {
            judge.That(
                "PV-RESULT-014", again, "body", again.Status == result.Status && again.Body.Span.SequenceEqual(result.Body.Span),
                "the body of the result before", Texts.Shown(again));
        }
    }

    private static void JudgeVideo(Judge judge, Exchange result)
    {
        judge.Has("PV-RESULT-004", result, "/video", JsonValueKind.Object);
        foreach (var member in new[] { "/video/url", "/video/content_type", "/video/file_name", "/video/file_size" })
        {
            judge.That("PV-RESULT-004", result, member, result.At(member) is not null, $"a value at {member}", Texts.Shown(result.At("/video")));
        }

        judge.That(
            "PV-RESULT-004", result, "/video/file_name", IsFileName(result), "the name of the file at /video/url", Texts.Shown(result.At("/video/file_name")));
        judge.Text("PV-RESULT-005", result, "/video/url", result.TextAt("/output") ?? "");
        judge.Text("PV-RESULT-006", result, "/video/content_type", "video/mp4");
        judge.That(
            "PV-RESULT-007", result, "/video/file_size",
            long.TryParse(result.TextAt("/video/file_size"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0,
            "a string with a number of bytes", Texts.Shown(result.At("/video/file_size")));
        var frame = result.At("/video/last_frame_url");
        judge.That(
            "PV-RESULT-008", result, "/video/last_frame_url", frame is null || IsHttpUrl(result.TextAt("/video/last_frame_url")),
            "no last_frame_url, or a URL", Texts.Shown(frame));
        judge.Observe("PV-RESULT-019", $"the members of video: {Names(result.At("/video"))}");
    }

    private static void JudgeUnfinished(Judge judge, JobLife life)
    {
        Exchange? status = null;
        foreach (var read in life.Reads.TakeWhile(e => e != life.End))
        {
            if (read.Request.Operation == ApiOperation.GetStatus)
            {
                status = read;
            }
            else if (read.Request.Operation == ApiOperation.GetResult && status is not null)
            {
                judge.Status("PV-RESULT-016", read, OperationSpec.SuccessStatus);
                judge.MediaType("PV-RESULT-016", read, "application/json");
                judge.Status("PV-RESULT-017", read, 404);
                judge.That(
                    "PV-RESULT-016", read, "body", read.SentAt != status.AnsweredAt || Same(read.Json, status.Json),
                    "the body of the status", Texts.Shown(read));
                judge.Lacks("PV-RESULT-016", read, "/output");
            }
        }
    }

    private static bool IsFileName(Exchange result) =>
        result.TextAt("/video/file_name") is { Length: > 0 } name
        && Uri.TryCreate(result.TextAt("/video/url"), UriKind.Absolute, out var url) && url.AbsolutePath.EndsWith($"/{name}", StringComparison.Ordinal);

    private static bool IsHttpUrl(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static bool Same(JsonElement? left, JsonElement? right) =>
        left is { } a && right is { } b ? JsonElement.DeepEquals(a, b) : left is null && right is null;

    private static string Names(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } members ? string.Join(", ", members.EnumerateObject().Select(m => m.Name)) : "none";
}
