using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>The blocking call by v1: a video, each way to fail, and the one that takes too long.</summary>
internal static class SyncScenarios
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<SnapshotScenario> All { get; } =
    [
        new("sync-completed", [SnapshotCase.Of(ApiOperation.GenerateSync, "completed"), SnapshotCase.Of("SyncSuccess")], CompleteAsync)
        {
            Cost = CheckCost.Paid,
            Worst = PriceTable.PriceOf(JobStories.Rich),
        },
        new(
            "sync-failed",
            [.. JobStories.JobCauses.Select(c => SnapshotCase.Of(ApiOperation.GenerateSync, c.Name)), SnapshotCase.Of("SyncFailure")],
            FailAsync)
        {
            Cost = CheckCost.ExpectedToFail,
            Worst = PriceTable.PriceOf(JobStories.Plain) * JobStories.JobCauses.Count,
        },
        new("sync-timeout", [SnapshotCase.Of(ApiOperation.GenerateSync, ErrorCauses.SyncTimeout.Name)], TimeOutAsync)
        {
            Wish = new() { JobTime = TimeSpan.FromSeconds(300) },
            Cost = CheckCost.ExpectedToFail,
            Worst = PriceTable.PriceOf(JobStories.Plain),
        },
    ];

    private static async Task CompleteAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        var talk = taker.Conversation;
        await talk.CreditsAsync(cancellationToken);
        taker.Keep(ApiOperation.GenerateSync, "completed", await talk.GenerateAsync(JobStories.Rich, cancellationToken));
        await talk.CreditsAsync(cancellationToken);
        taker.Keep("SyncSuccess", talk.Exchanges);
    }

    private static async Task FailAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        var talk = taker.Conversation;
        await talk.CreditsAsync(cancellationToken);
        foreach (var cause in JobStories.JobCauses)
        {
            if (JobScenarios.Failing(taker, cause) is not { } request)
            {
                taker.Miss(cause, [ApiOperation.GenerateSync]);
                continue;
            }

            taker.Keep(ApiOperation.GenerateSync, cause.Name, await talk.GenerateAsync(request, cancellationToken));
        }

        if (talk.Exchanges.Count > 1)
        {
            await talk.CreditsAsync(cancellationToken);
            taker.Keep("SyncFailure", talk.Exchanges);
        }
    }

    private static async Task TimeOutAsync(SnapshotTaker taker, CancellationToken cancellationToken) => taker.Keep(
        ApiOperation.GenerateSync, ErrorCauses.SyncTimeout.Name, await taker.Conversation.GenerateAsync(JobStories.Plain, cancellationToken));
}
