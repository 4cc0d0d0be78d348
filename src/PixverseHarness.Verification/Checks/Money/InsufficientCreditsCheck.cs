using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Money;

/// <summary>Calls that the balance does not cover: refused by v2 and v1, naming the money, and without any effect.</summary>
internal sealed class InsufficientCreditsCheck : ClauseCheck
{
    private static readonly MicroDollars Balance = new(450_000);

    // Costs more than the balance, while the plain request does not.
    private static readonly VideoRequest Dear = JobStories.Plain with { Quality = Quality.P720 };

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-CREDITS-006", "PV-CREDITS-007", "PV-CREDITS-008", "PV-CREDITS-009", "PV-CREDITS-011", "PV-CREDITS-014", "PV-CREDITS-015", "PV-SYNC-015",
        "PV-ERROR-004", "PV-ERROR-012", "PV-PRICE-011", "PV-SUBMIT-018",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(Dear) * 2)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(new() { Credits = Balance }, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        var refused = await conversation.SubmitAsync(Dear, cancellationToken);
        run.Refused("PV-CREDITS-006", refused, ErrorCauses.InsufficientCredits);
        run.Refused("PV-CREDITS-007", refused, ErrorCauses.InsufficientCredits);
        run.Judge.Lacks("PV-SUBMIT-018", refused, "/request_id");
        JudgeWords(run, refused);

        var sync = await conversation.GenerateAsync(Dear, cancellationToken);
        run.Refused("PV-SYNC-015", sync, ErrorCauses.InsufficientCredits);
        run.Judge.Status("PV-ERROR-004", sync, 406);

        var credits = await conversation.CreditsAsync(cancellationToken);
        foreach (var clause in new[] { "PV-CREDITS-011", "PV-ERROR-012", "PV-PRICE-011" })
        {
            run.Judge.Number(clause, credits, "/credits", Balance.ToDollars());
        }

        await JudgeReservationAsync(run, conversation, cancellationToken);
    }

    private static void JudgeWords(CheckRun run, Exchange refused)
    {
        var text = refused.TextAt("/error") ?? "";
        var (balance, need) = (Plain(Balance), Plain(PriceTable.PriceOf(Dear)));
        run.Judge.That(
            "PV-CREDITS-008", refused, "/error",
            text.Contains(balance, StringComparison.Ordinal) && text.Contains(need, StringComparison.Ordinal),
            $"an error that names the balance {balance} and the need {need}", Texts.Shown(refused));
        run.Judge.That(
            "PV-CREDITS-009", refused, "/error", text.StartsWith($"Insufficient credits. You have {balance}", StringComparison.Ordinal),
            $"an error that begins with 'Insufficient credits. You have {balance}'", Texts.Shown(refused));
    }

    // Whether the price is set aside at submit or taken at the end is an open question.
    private static async Task JudgeReservationAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        var during = await conversation.CreditsAsync(cancellationToken);
        run.Judge.Observe(
            "PV-CREDITS-014",
            during.NumberAt("/credits") == Balance.ToDollars() ? "the balance is whole while the job runs" : "the balance falls at the submit");
        var second = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        run.Judge.Observe("PV-CREDITS-015", $"a second submit that only the unspent balance would cover: {second.Status}");
    }

    private static string Plain(MicroDollars amount) => amount.ToDollars().ToString("0.0#####", CultureInfo.InvariantCulture);
}
