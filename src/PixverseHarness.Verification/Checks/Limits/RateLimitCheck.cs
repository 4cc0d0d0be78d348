using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Limits;

/// <summary>More requests than a minute takes: 429 with the instant of the next window, no job, no cost, and admission from that instant on.</summary>
internal sealed class RateLimitCheck : ClauseCheck
{
    private const int Limit = 3;
    private const string Header = Operations.RateLimitResetHeader;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-RATE-001", "PV-RATE-002", "PV-RATE-003", "PV-RATE-004", "PV-RATE-005", "PV-RATE-006", "PV-RATE-013", "PV-RATE-014", "PV-RATE-015",
        "PV-RATE-016", "PV-RATE-017", "PV-RATE-018", "PV-RATE-019",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * (2 * Limit))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(new() { RequestsPerMinute = Limit }, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        var before = await conversation.CreditsAsync(cancellationToken);
        var admitted = new List<Exchange>();
        for (var request = 0; request < Limit; request++)
        {
            admitted.Add(await conversation.SubmitAsync(JobStories.Plain, cancellationToken));
            run.Judge.Status("PV-RATE-001", admitted[^1], OperationSpec.SuccessStatus);
        }

        var refused = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        JudgeRefusal(run, refused);
        run.Refused("PV-RATE-001", await conversation.GenerateAsync(JobStories.Plain, cancellationToken), ErrorCauses.RateLimited);
        await JudgePollsAsync(run, conversation, admitted[0], cancellationToken);
        await JudgeOtherKeyAsync(run, conversation, cancellationToken);
        await JudgeResetAsync(run, conversation, refused, cancellationToken);
        await JudgeMoneyAsync(run, conversation, before, cancellationToken);
    }

    private static void JudgeRefusal(CheckRun run, Exchange refused)
    {
        run.Refused("PV-RATE-001", refused, ErrorCauses.RateLimited);
        run.Judge.That(
            "PV-RATE-002", refused, Header, refused.RateLimitReset is not null, $"an instant in {Header}", refused.Header(Header) ?? "no such header");
        run.Judge.LacksHeader("PV-RATE-003", refused, "Retry-After");
        run.Judge.Text("PV-RATE-004", refused, "/error", ErrorCauses.RateLimited.Message);
        run.Judge.Lacks("PV-RATE-005", refused, "/request_id");
        run.Judge.Observe("PV-RATE-017", "the header reads " + Form(refused.Header(Header)));
        run.Judge.Observe("PV-RATE-018", refused.RateLimitReset is { } reset ? $"a window that ends at second {reset.Second}" : "no window is named");
    }

    // All polls come in the window that is used up.
    private static async Task JudgePollsAsync(CheckRun run, Conversation conversation, Exchange submit, CancellationToken cancellationToken)
    {
        if (submit.TextAt("/request_id") is not { } id)
        {
            return;
        }

        foreach (var operation in new[] { ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result })
        {
            var poll = await conversation.ReadAsync(operation, id, cancellationToken);
            run.Judge.That("PV-RATE-013", poll, "status", poll.Status is not 429 and not 0, "a poll that is answered", Texts.Shown(poll));
            run.Judge.That("PV-RATE-014", poll, "status", poll.Status == 429, "status 429", Texts.Shown(poll));
        }
    }

    private static async Task JudgeOtherKeyAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Scene.OtherKey is { } other)
        {
            var post = conversation.Post(ApiOperation.Submit, Conversation.Json(JobStories.Plain)) with { Key = other };
            var answer = await conversation.SendAsync(post, cancellationToken);
            run.Judge.Observe("PV-RATE-019", $"another key in the same window: {answer.Status}");
        }
    }

    // One tick before the stated instant nothing is admitted, from it on the first requests are.
    private static async Task JudgeResetAsync(CheckRun run, Conversation conversation, Exchange refused, CancellationToken cancellationToken)
    {
        var pace = conversation.Scene.Pace;
        if (refused.RateLimitReset is not { } reset || !pace.CanPass(reset - pace.Now))
        {
            run.Judge.That(
                "PV-RATE-006", refused, Header, pace.CanPass(TimeSpan.FromMinutes(1)) && refused.RateLimitReset is not null, "an instant that can be waited for",
                refused.Header(Header) ?? "no such header");
            return;
        }

        var margin = pace.IsExact ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(1);
        var left = reset - pace.Now;
        run.Judge.That(
            "PV-RATE-006", refused, Header, left > TimeSpan.Zero && left <= conversation.Scene.Scaled(TimeSpan.FromMinutes(1)) + TimeSpan.FromSeconds(1),
            "an instant within the next minute", $"{left.TotalSeconds:0.###} s from now");
        if (left > margin)
        {
            await pace.PassAsync(left - margin, cancellationToken);
        }

        if (pace.IsExact)
        {
            var early = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
            run.Judge.Status("PV-RATE-002", early, 429);
        }

        await pace.PassAsync(pace.IsExact ? margin : 2 * margin, cancellationToken);
        var late = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        run.Judge.Status("PV-RATE-006", late, OperationSpec.SuccessStatus);
        await JudgeFreshWindowAsync(run, conversation, cancellationToken);
    }

    // Refused requests of the last window, and of this one, do not use it up unless the profile counts them.
    private static async Task JudgeFreshWindowAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        await conversation.SendAsync(conversation.Post(ApiOperation.Submit, Conversation.Json("{")), cancellationToken);
        for (var request = 1; request < Limit; request++)
        {
            var answer = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
            run.Judge.Status("PV-RATE-006", answer, OperationSpec.SuccessStatus);
            run.Judge.Observe("PV-RATE-015", $"after a refused request: {answer.Status}");
        }

        var over = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        run.Judge.Status("PV-RATE-001", over, 429);
    }

    // Once everything has ended, the balance has fallen by what was admitted.
    private static async Task JudgeMoneyAsync(CheckRun run, Conversation conversation, Exchange before, CancellationToken cancellationToken)
    {
        var time = conversation.Scene.Scaled(TimeSpan.FromMinutes(20));
        if (before.NumberAt("/credits") is not { } balance || !conversation.Scene.Pace.IsExact)
        {
            return;
        }

        var admitted = conversation.Exchanges.Count(
            e => e is { Request: { Operation: ApiOperation.Submit } request, Status: OperationSpec.SuccessStatus } && request.Key == conversation.Scene.Key);
        await conversation.WaitAsync(time, cancellationToken);
        var after = await conversation.CreditsAsync(cancellationToken);
        run.Judge.Number("PV-RATE-005", after, "/credits", balance - (PriceTable.PriceOf(JobStories.Plain) * admitted).ToDollars());
    }

    private static string Form(string? value) => value is null ? "nothing" : string.Concat(value.Select(c => char.IsAsciiDigit(c) ? '9' : c));
}
