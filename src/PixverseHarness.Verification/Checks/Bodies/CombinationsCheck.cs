using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>All 300 valid combinations of the fixed lists are accepted; of the 16 triples of quality, duration and motion just ten are.</summary>
internal sealed class CombinationsCheck : ClauseCheck
{
    private const int ValidTriples = 10;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-RULE-004", "PV-RULE-005", "PV-PARAM-003", "PV-PARAM-004", "PV-PARAM-005", "PV-PARAM-006", "PV-PARAM-009", "PV-PARAM-010", "PV-PARAM-011",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses =>
        [new(Name, Expense.Sum(EnumCombination.AllValid.Select(c => new Expense("", PriceTable.PriceOf(c.Quality, c.Duration, c.MotionMode)))))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var triples = new HashSet<(Quality, ClipDuration, MotionMode)>();
        Exchange? last = null;
        foreach (var combination in EnumCombination.AllValid)
        {
            var request = combination.ToRequest(JobStories.Plain.Prompt);
            last = await conversation.SubmitAsync(request, cancellationToken);
            var accepted = last.Status == OperationSpec.SuccessStatus;
            if (accepted)
            {
                triples.Add((combination.Quality, combination.Duration, combination.MotionMode));
            }

            foreach (var clause in Clauses.Where(c => c is not "PV-RULE-004" and not "PV-PARAM-010"))
            {
                run.Judge.That(clause, last, "status", accepted, $"status 200 for {Conversation.Text(request)}", Texts.Shown(last));
            }
        }

        run.Judge.That(
            "PV-RULE-004", last!, "status", triples.Count == ValidTriples, $"{ValidTriples} triples that are accepted", $"{triples.Count}");
        var none = Conversation.Text(JobStories.Plain);
        var withNull = conversation.Post(ApiOperation.Submit, Conversation.Json(none[..^1] + ",\"style\":null}"));
        run.Judge.Status("PV-PARAM-010", await conversation.SendAsync(withNull, cancellationToken), OperationSpec.SuccessStatus);
    }
}
