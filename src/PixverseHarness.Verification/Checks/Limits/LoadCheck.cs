using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Limits;

/// <summary>More jobs than workers: they wait, and none is refused.</summary>
internal sealed class LoadCheck : ClauseCheck
{
    private const int Jobs = 6;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-TIME-005", "PV-RATE-020"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * Jobs)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        var wish = new Targets.SceneWish { Workers = 1, JobTime = TimeSpan.FromSeconds(40) };
        if (await run.OpenAsync(wish, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        var submits = new List<Exchange>();
        for (var job = 0; job < Jobs; job++)
        {
            submits.Add(await conversation.SubmitAsync(JobStories.Plain, cancellationToken));
            run.Judge.Status("PV-TIME-005", submits[^1], OperationSpec.SuccessStatus);
        }

        run.Judge.Observe("PV-RATE-020", $"{submits.Count(s => s.Status == OperationSpec.SuccessStatus)} of {Jobs} concurrent jobs were accepted");
        await conversation.WaitAsync(conversation.Scene.Scaled(TimeSpan.FromMinutes(10)), cancellationToken);
        var before = -1m;
        foreach (var submit in submits)
        {
            if (submit.TextAt("/request_id") is { } id)
            {
                var end = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
                run.Judge.That(
                    "PV-TIME-005", end, "/metrics/queue_time", end.NumberAt("/metrics/queue_time") > before, $"a longer wait than the {before} s of the job before",
                    Texts.Shown(end.At("/metrics/queue_time")));
                before = end.NumberAt("/metrics/queue_time") ?? before;
            }
        }
    }
}
