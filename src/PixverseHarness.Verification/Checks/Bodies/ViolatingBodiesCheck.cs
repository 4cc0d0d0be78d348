using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Bodies that break exactly one rule each, over every parameter and every kind of violation.</summary>
internal sealed class ViolatingBodiesCheck : ClauseCheck
{
    private const int Cases = 200;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => PayloadClauses.OfViolations;

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.Highest * Cases)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var trial = new PayloadTrial(run, conversation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var payload in PayloadLists.Violating(run.Seed))
        {
            var clauses = PayloadClauses.OfViolation(payload.Label);
            await trial.PostAsync(payload, clauses, ApiOperation.Submit, cancellationToken);

            // v1 shows the same faults at once where they are refused at submit: one of each kind will do.
            if (run.Profile.Validation == ValidationTiming.Early && payload.Label.Standing == Standing.Invalid
                && seen.Add($"{payload.Label.Family}/{payload.Label.Parameter}"))
            {
                await trial.PostAsync(payload, clauses, ApiOperation.GenerateSync, cancellationToken);
            }
        }

        await trial.FinishAsync(cancellationToken);
    }
}
