using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Money;

/// <summary>One job of each priced kind, side by side: what each costs, and that the balance falls by just that.</summary>
internal sealed class PriceCheck : ClauseCheck
{
    // Prices of section 10, typed in by hand and not taken from the contract's table.
    private static readonly (Quality Quality, ClipDuration Duration, MotionMode Motion, decimal Price, string Clause)[] Kinds =
    [
        (Quality.P360, ClipDuration.FiveSeconds, MotionMode.Normal, 0.375m, "PV-PRICE-002"),
        (Quality.P540, ClipDuration.FiveSeconds, MotionMode.Normal, 0.375m, "PV-PRICE-002"),
        (Quality.P360, ClipDuration.FiveSeconds, MotionMode.Fast, 0.75m, "PV-PRICE-003"),
        (Quality.P540, ClipDuration.FiveSeconds, MotionMode.Fast, 0.75m, "PV-PRICE-003"),
        (Quality.P360, ClipDuration.EightSeconds, MotionMode.Normal, 0.75m, "PV-PRICE-004"),
        (Quality.P540, ClipDuration.EightSeconds, MotionMode.Normal, 0.75m, "PV-PRICE-004"),
        (Quality.P720, ClipDuration.FiveSeconds, MotionMode.Normal, 0.5m, "PV-PRICE-005"),
        (Quality.P720, ClipDuration.FiveSeconds, MotionMode.Fast, 1m, "PV-PRICE-006"),
        (Quality.P720, ClipDuration.EightSeconds, MotionMode.Normal, 1m, "PV-PRICE-007"),
        (Quality.P1080, ClipDuration.FiveSeconds, MotionMode.Normal, 1m, "PV-PRICE-008"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-PRICE-001", .. Kinds.Select(k => k.Clause).Distinct(), "PV-PRICE-009", "PV-PRICE-010", "PV-CREDITS-005", "PV-CREDITS-012", "PV-CREDITS-013",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, MicroDollars.FromDollars(Kinds.Sum(k => k.Price) + 0.375m)), JobStories.CompletedExpense];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var before = await conversation.CreditsAsync(cancellationToken);
        var jobs = new List<(string Id, decimal Price, string Clause)>();
        foreach (var (quality, duration, motion, price, clause) in Kinds)
        {
            var request = JobStories.Plain with { Quality = quality, Duration = duration, MotionMode = motion };
            await SubmitAsync(run, conversation, request, price, clause, jobs, cancellationToken);
        }

        await SubmitAsync(run, conversation, JobStories.Rich, 0.375m, "PV-PRICE-009", jobs, cancellationToken);
        var ends = new List<Exchange>();
        foreach (var (id, price, clause) in jobs)
        {
            if (await JobStories.PollAsync(conversation, id, heard: null, cancellationToken) is { } end)
            {
                ends.Add(end);
                Judge(run.Judge, end, price, clause);
            }
            else
            {
                run.Judge.NotChecked(clause, "the job did not end");
            }
        }

        var after = await conversation.CreditsAsync(cancellationToken);
        JudgeBalance(run.Judge, before, after, ends);
        await JudgeStabilityAsync(run.Judge, conversation, ends, cancellationToken);
        if (await run.HearJobAsync(JobStories.Completed, ["PV-CREDITS-012"], cancellationToken) is { CreditsAfter: { } later } life
            && life.CreditsBefore.NumberAt("/credits") is { } balance)
        {
            run.Judge.Number("PV-CREDITS-012", later, "/credits", balance - PriceTable.PriceOf(life.Request).ToDollars());
        }
    }

    private static async Task SubmitAsync(
        CheckRun run, Conversation conversation, VideoRequest request, decimal price, string clause,
        List<(string Id, decimal Price, string Clause)> jobs, CancellationToken cancellationToken)
    {
        var submit = await conversation.SubmitAsync(request, cancellationToken);
        if (submit.TextAt("/request_id") is { } id)
        {
            jobs.Add((id, price, clause));
        }
        else
        {
            run.Judge.That(clause, submit, "/request_id", holds: false, "a job", Texts.Shown(submit));
        }
    }

    private static void Judge(Judge judge, Exchange end, decimal price, string clause)
    {
        judge.Number(clause, end, "/metrics/cost", price);
        judge.Number("PV-PRICE-010", end, "/metrics/cost", price);
        judge.Number("PV-CREDITS-005", end, "/metrics/cost", price);
        judge.That(
            "PV-PRICE-001", end, "/metrics/cost", end.NumberAt("/metrics/cost") is >= 0.375m and <= 1m, "a cost from 0.375 to 1",
            Texts.Shown(end.At("/metrics/cost")));
        if (clause == "PV-PRICE-002")
        {
            judge.Number("PV-PRICE-009", end, "/metrics/cost", price);
        }
    }

    private static void JudgeBalance(Judge judge, Exchange before, Exchange after, List<Exchange> ends)
    {
        if (before.NumberAt("/credits") is not { } balance)
        {
            judge.NotChecked(["PV-CREDITS-012", "PV-CREDITS-013"], "the balance could not be read");
            return;
        }

        var costs = ends.Select(e => e.NumberAt("/metrics/cost") ?? 0).ToArray();
        judge.Number("PV-CREDITS-012", after, "/credits", balance - costs.Sum());

        // Whatever order they ended in, the balances after the charges are the ones that the costs lead to.
        var ordered = ends.OrderByDescending(e => e.NumberAt("/metrics/remaining_credits")).ToArray();
        foreach (var end in ordered)
        {
            balance -= end.NumberAt("/metrics/cost") ?? 0;
            judge.Number("PV-CREDITS-013", end, "/metrics/remaining_credits", balance);
        }
    }

    private static async Task JudgeStabilityAsync(Judge judge, Conversation conversation, List<Exchange> ends, CancellationToken cancellationToken)
    {
        foreach (var end in ends)
        {
            var again = await conversation.SendAsync(end.Request, cancellationToken);
            judge.That(
                "PV-CREDITS-013", again, "/metrics/remaining_credits",
                again.NumberAt("/metrics/remaining_credits") is { } left && left == end.NumberAt("/metrics/remaining_credits"),
                "the balance after the charge, as before", Texts.Shown(again.At("/metrics/remaining_credits")));
        }
    }
}
