using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Submits;

/// <summary>The answer to a valid submit: status, members, URLs, the form of the id, headers.</summary>
internal sealed partial class SubmitAnswerCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-ROUTE-002", "PV-BODY-001",
        "PV-SUBMIT-001", "PV-SUBMIT-002", "PV-SUBMIT-003", "PV-SUBMIT-004", "PV-SUBMIT-005", "PV-SUBMIT-006", "PV-SUBMIT-007", "PV-SUBMIT-008",
        "PV-SUBMIT-009", "PV-SUBMIT-010", "PV-SUBMIT-011", "PV-SUBMIT-012", "PV-SUBMIT-016", "PV-SUBMIT-017", "PV-RATE-021", "PV-SDK-003",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.HearAsync(JobStories.Completed, Clauses, cancellationToken) is not { } life)
        {
            return;
        }

        var (judge, submit) = (run.Judge, life.Submit);
        judge.Status("PV-ROUTE-002", submit, OperationSpec.SuccessStatus);
        judge.Status("PV-BODY-001", submit, OperationSpec.SuccessStatus);
        judge.Status("PV-SUBMIT-001", submit, OperationSpec.SuccessStatus);
        judge.MediaType("PV-SUBMIT-002", submit, "application/json");
        foreach (var member in new[] { "/request_id", "/status_url", "/response_url" })
        {
            judge.HasText("PV-SUBMIT-003", submit, member);
            judge.HasText("PV-SDK-003", submit, member);
        }

        judge.Text("PV-SUBMIT-004", submit, "/status", "QUEUED");
        judge.HasText("PV-SUBMIT-005", submit, "/poll_url");
        JudgeUrl(judge, life, "PV-SUBMIT-006", "/status_url", ApiOperation.GetStatus);
        JudgeUrl(judge, life, "PV-SUBMIT-007", "/response_url", ApiOperation.GetResult);
        JudgeUrl(judge, life, "PV-SUBMIT-008", "/poll_url", ApiOperation.GetV1Result);
        JudgeId(judge, submit, "PV-SUBMIT-010", Uuid().IsMatch(life.Id), "a UUID of version 4");
        JudgeId(judge, submit, "PV-SUBMIT-011", Hex32().IsMatch(life.Id), "32 lower-case hexadecimal digits");
        JudgeId(judge, submit, "PV-SUBMIT-012", Opaque().IsMatch(life.Id), "letters, digits, points, underscores and hyphens");
        judge.LacksHeader("PV-SUBMIT-016", submit, "Location");
        judge.LacksHeader("PV-SUBMIT-016", submit, "Retry-After");
        foreach (var answer in life.Reads.Where(e => e.Request.Operation != ApiOperation.GetV1Result).Prepend(submit))
        {
            JudgeRateFields(judge, answer);
        }

        judge.That(
            "PV-SUBMIT-017", submit, "time", submit.Elapsed < TimeSpan.FromSeconds(10), "an answer at once",
            $"an answer after {submit.Elapsed.TotalSeconds:0.0} s");
        Drift.Submit(judge, "PV-SUBMIT-003", submit);
    }

    private static void JudgeUrl(Judge judge, JobLife life, string clause, string pointer, ApiOperation operation)
    {
        var scene = life.Conversation.Scene;
        var url = life.Submit.TextAt(pointer);
        var isAbsolute = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https";
        var path = scene.At(Operations.Get(operation).PathFor(life.Id)).AbsolutePath;
        judge.That(
            clause, life.Submit, pointer, isAbsolute && string.Equals(parsed!.PathAndQuery + parsed.Fragment, path, StringComparison.Ordinal),
            $"an absolute URL with the path {path}", url ?? "nothing");
        judge.That(
            "PV-SUBMIT-009", life.Submit, pointer,
            isAbsolute && string.Equals(parsed!.GetLeftPart(UriPartial.Authority), scene.At("/").GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase),
            $"a URL on {scene.At("/").GetLeftPart(UriPartial.Authority)}", url ?? "nothing");
    }

    private static void JudgeId(Judge judge, Exchange submit, string clause, bool holds, string form) =>
        judge.That(clause, submit, "/request_id", holds, form, Texts.Shown(submit.At("/request_id")));

    private static void JudgeRateFields(Judge judge, Exchange answer)
    {
        foreach (var header in new[] { Operations.RateLimitResetHeader, "x-rate-limit-remaining", "x-rate-limit-limit", "ratelimit-remaining", "Retry-After" })
        {
            judge.LacksHeader("PV-RATE-021", answer, header);
        }
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hex32();

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opaque();
}
