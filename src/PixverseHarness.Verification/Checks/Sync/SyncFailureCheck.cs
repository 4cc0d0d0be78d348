using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks.Sync;

/// <summary>The blocking call whose job fails or takes too long: 500 with a reason, and nothing charged.</summary>
internal sealed class SyncFailureCheck : ClauseCheck
{
    private const int Failed = 500;

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
        ["PV-SYNC-001", "PV-SYNC-012", "PV-SYNC-013", "PV-SYNC-014", "PV-PARAM-021", "PV-PRICE-011", "PV-ERROR-012", .. Refusals.Clauses];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.ExpectedToFail;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * (JobStories.JobCauses.Count + 1))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is { } conversation)
        {
            await JudgeFailuresAsync(run, conversation, cancellationToken);
        }

        var slow = new SceneWish { JobTime = TimeSpan.FromSeconds(300) };
        if (await run.OpenAsync(slow, ["PV-SYNC-012", "PV-SYNC-013"], cancellationToken) is { } held)
        {
            await JudgeCutOffAsync(run, held, cancellationToken);
        }
    }

    private static async Task JudgeFailuresAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        var before = await conversation.CreditsAsync(cancellationToken);
        foreach (var cause in JobStories.JobCauses)
        {
            var isLate = cause == ErrorCauses.LateValidation && run.Profile.Validation == ValidationTiming.Late;
            var prompt = isLate ? "" : conversation.Scene.Triggers.PromptFor(cause);
            if (prompt is null)
            {
                run.Judge.NotChecked(isLate ? "PV-PARAM-021" : "PV-SYNC-014", $"the target cannot be made to fail a job for {cause.Name}");
                continue;
            }

            var answer = await conversation.GenerateAsync(JobStories.Plain with { Prompt = prompt }, cancellationToken);
            run.Refused(isLate ? "PV-PARAM-021" : "PV-SYNC-014", answer, [Failed]);
            run.Judge.That(
                "PV-PRICE-011", answer, "x-cost", answer.Header("x-cost") is null or "0", "no x-cost, or one of 0", answer.Header("x-cost") ?? "none");
            run.Judge.That(
                "PV-SYNC-001", answer, "time", answer.Failure is null, "an answer when the job has failed", Texts.Shown(answer));
        }

        var after = await conversation.CreditsAsync(cancellationToken);
        if (before.NumberAt("/credits") is { } balance)
        {
            run.Judge.Number("PV-PRICE-011", after, "/credits", balance);
            run.Judge.Number("PV-ERROR-012", after, "/credits", balance);
        }
    }

    private static async Task JudgeCutOffAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        var cutOff = conversation.Scene.SyncCutOff;
        var answer = await conversation.GenerateAsync(JobStories.Plain, cancellationToken);
        run.Refused("PV-SYNC-012", answer, [400, 408, 500, 502, 503, 504]);
        run.Judge.Text("PV-SYNC-012", answer, "/error", "Internal Polling Error");
        run.Judge.That(
            "PV-SYNC-012", answer, "time", answer.Elapsed > cutOff * 0.9 && answer.Elapsed < cutOff * 1.1, $"an end after about {cutOff.TotalSeconds:0} s",
            $"an end after {answer.Elapsed.TotalSeconds:0.0} s");
        run.Judge.Observe("PV-SYNC-013", $"Internal Polling Error comes as {answer.Status}");
    }
}
