using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Bodies on and beside every edge: lengths, Unicode, number forms, names, layout, size.</summary>
internal sealed class BoundaryBodiesCheck : ClauseCheck
{
    private const int Cases = 250;

    // Bodies beyond this are refused by a limit that is the twin's own.
    private const int LargestBody = 1024 * 1024;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => PayloadClauses.OfBoundaries;

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

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
        foreach (var payload in PayloadLists.Boundary(run.Seed))
        {
            if (payload.Body.Length <= LargestBody)
            {
                await trial.PostAsync(payload, PayloadClauses.OfBoundary(payload.Label), ApiOperation.Submit, cancellationToken);
                continue;
            }

            var post = conversation.Post(ApiOperation.Submit, payload.Body);
            run.Judge.Observe("PV-BODY-013", $"a body of {payload.Body.Length} bytes: {(await conversation.SendAsync(post, cancellationToken)).Status}");
        }

        await trial.FinishAsync(cancellationToken);
    }
}
