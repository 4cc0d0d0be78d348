using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Sync;

/// <summary>The blocking call that succeeds: when it answers, with what, under which headers, and for how much.</summary>
internal sealed class SyncCallCheck : ClauseCheck
{
    // An account with a limit, since only such a one has a window to name; wide enough not to be met.
    private const int Limit = 100;
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(40);

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-ROUTE-001", "PV-SYNC-001", "PV-SYNC-002", "PV-SYNC-003", "PV-SYNC-004", "PV-SYNC-005", "PV-SYNC-006", "PV-SYNC-007", "PV-SYNC-008",
        "PV-SYNC-009", "PV-SYNC-010", "PV-SYNC-011", "PV-SYNC-017",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Rich) * 2)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        var wish = new Targets.SceneWish { RequestsPerMinute = Limit, JobTime = JobTime };
        if (await run.OpenAsync(wish, ["PV-SYNC-009"], cancellationToken) is { } limited)
        {
            await JudgeAsync(run, limited, isLimited: true, cancellationToken);
        }
        else if (await run.OpenAsync(cancellationToken) is { } conversation)
        {
            await JudgeAsync(run, conversation, isLimited: false, cancellationToken);
        }
    }

    private static async Task JudgeAsync(CheckRun run, Conversation conversation, bool isLimited, CancellationToken cancellationToken)
    {
        var judge = run.Judge;
        var before = await conversation.CreditsAsync(cancellationToken);
        var answer = await conversation.GenerateAsync(JobStories.Rich, cancellationToken);
        var after = await conversation.CreditsAsync(cancellationToken);
        judge.Status("PV-ROUTE-001", answer, OperationSpec.SuccessStatus);
        judge.Status("PV-SYNC-002", answer, OperationSpec.SuccessStatus);
        judge.MediaType("PV-SYNC-002", answer, "video/mp4");
        judge.That("PV-SYNC-003", answer, "body", Mp4.IsOne(answer.Body.Span), "an MP4 file", Texts.Shown(answer));
        judge.That("PV-SYNC-002", answer, "body", Mp4.IsWhole(answer.Body.Span), "the bytes of a whole video", $"{answer.Body.Length} bytes that are none");
        judge.That("PV-SYNC-004", answer, "x-request-id", !string.IsNullOrEmpty(answer.Header("x-request-id")), "an id", answer.Header("x-request-id") ?? "none");
        JudgeTime(judge, answer, isLimited);
        JudgeMoney(judge, before, answer, after);
        judge.That(
            "PV-SYNC-008", answer, "x-seed-value", answer.Header("x-seed-value") is null || answer.Header("x-seed-value") == "56698",
            "no seed, or 56698", answer.Header("x-seed-value") ?? "none");
        if (answer.Header("x-seed-value") is null && run.Kind == Targets.TargetKind.Twin)
        {
            judge.That("PV-SYNC-008", answer, "x-seed-value", holds: false, "the seed, since the results of this model have one", "no such header");
        }

        var window = answer.Header(Operations.RateLimitResetHeader);
        if (isLimited)
        {
            judge.That(
                "PV-SYNC-009", answer, Operations.RateLimitResetHeader,
                DateTimeOffset.TryParse(window, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset) && reset > EarliestEnd(answer),
                "an instant to come", window ?? "no such header");
        }

        var metadata = answer.Header("x-output-metadata");
        judge.That("PV-SYNC-010", answer, "x-output-metadata", metadata is null || IsJson(metadata), "none, or a JSON text", metadata ?? "none");
        foreach (var header in new[] { "Retry-After", "x-rate-limit-remaining", "x-credits-consumed" })
        {
            judge.LacksHeader("PV-SYNC-011", answer, header);
        }

        await JudgeRepetitionAsync(judge, conversation, answer, after, cancellationToken);
    }

    // Where jobs last as long as was wished, the call takes that long and states it.
    private static void JudgeTime(Judge judge, Exchange answer, bool isTimed)
    {
        var scene = answer.Conversation.Scene;
        var stated = Number(answer, "x-generation-time");
        var took = (decimal)answer.Elapsed.TotalSeconds;
        var second = (decimal)(scene.Pace.IsExact ? scene.Scaled(TimeSpan.FromSeconds(1)) : TimeSpan.FromSeconds(1)).TotalSeconds;
        var least = isTimed ? (decimal)scene.Scaled(JobTime).TotalSeconds - second : 0;
        judge.That(
            "PV-SYNC-005", answer, "x-generation-time", stated > 0 && stated >= least, isTimed ? "the seconds that the job ran" : "seconds",
            answer.Header("x-generation-time") ?? "no such header");
        judge.That(
            "PV-SYNC-005", answer, "x-generation-time", stated is null || stated <= took + second,
            $"at most the {answer.Elapsed.TotalSeconds:0.0} s that the call took", answer.Header("x-generation-time") ?? "no such header");
        judge.That(
            "PV-SYNC-001", answer, "time", took + second >= (stated ?? 0) && took >= least,
            "an answer when the video is there", $"an answer after {answer.Elapsed.TotalSeconds:0.0} s for {stated} s of generation");
    }

    // Where time is moved in steps, the call was answered somewhere within the last of them.
    private static DateTimeOffset EarliestEnd(Exchange answer) =>
        answer.SentAt + TimeSpan.FromSeconds(double.Clamp((double)(Number(answer, "x-generation-time") ?? 0), 0, answer.Elapsed.TotalSeconds));

    private static void JudgeMoney(Judge judge, Exchange before, Exchange answer, Exchange after)
    {
        var price = PriceTable.PriceOf(JobStories.Rich).ToDollars();
        judge.That("PV-SYNC-006", answer, "x-cost", Number(answer, "x-cost") == price, $"{price}", answer.Header("x-cost") ?? "no such header");
        var left = Number(answer, "x-remaining-credits");
        judge.That(
            "PV-SYNC-007", answer, "x-remaining-credits", left is not null && left == after.NumberAt("/credits"),
            $"the balance after the charge: {Texts.Shown(after.At("/credits"))}", answer.Header("x-remaining-credits") ?? "no such header");
        if (before.NumberAt("/credits") is { } balance)
        {
            judge.Number("PV-SYNC-007", after, "/credits", balance - price);
        }
    }

    private static async Task JudgeRepetitionAsync(Judge judge, Conversation conversation, Exchange first, Exchange credits, CancellationToken cancellationToken)
    {
        var again = await conversation.GenerateAsync(JobStories.Rich, cancellationToken);
        judge.That(
            "PV-SYNC-017", again, "x-request-id", again.Header("x-request-id") is { } id && id != first.Header("x-request-id"),
            "another job than that of the call before", again.Header("x-request-id") ?? "no such header");
        var after = await conversation.CreditsAsync(cancellationToken);
        if (credits.NumberAt("/credits") is { } balance)
        {
            judge.Number("PV-SYNC-017", after, "/credits", balance - PriceTable.PriceOf(JobStories.Rich).ToDollars());
        }
    }

    private static decimal? Number(Exchange exchange, string header) =>
        decimal.TryParse(exchange.Header(header), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = System.Text.Json.JsonDocument.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
