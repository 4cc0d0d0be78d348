using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>Jobs by v2: one that completes and then expires, and one for each way to fail.</summary>
internal static class JobScenarios
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private static readonly ImmutableArray<ApiOperation> Reads = [ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result];

    /// <summary>All of them.</summary>
    public static ImmutableArray<SnapshotScenario> All { get; } =
    [
        new(
            "completed",
            [
                SnapshotCase.Of(ApiOperation.Submit, "accepted"),
                .. from read in Reads from answer in new[] { "queued", "processing", "completed", ErrorCauses.ResultExpired.Name } select SnapshotCase.Of(read, answer),
                SnapshotCase.Of("CompletedJob"),
                SnapshotCase.Of("ExpiredJob"),
            ],
            CompleteAsync)
        {
            Cost = CheckCost.Paid,
            Worst = PriceTable.PriceOf(JobStories.Rich),
        },
        .. JobStories.JobCauses.Select(cause => new SnapshotScenario(
            $"failed-{cause.Name.Replace('_', '-')}",
            [.. Reads.Select(r => SnapshotCase.Of(r, cause.Name)), .. cause == ErrorCauses.GenerationFailed ? new[] { SnapshotCase.Of("FailedJob") } : []],
            (taker, stop) => FailAsync(taker, cause, stop))
        {
            Cost = CheckCost.ExpectedToFail,
            Worst = PriceTable.PriceOf(JobStories.Plain),
        }),
    ];

    /// <summary>A request whose job fails for this cause; null when the target cannot be made to fail it.</summary>
    public static VideoRequest? Failing(SnapshotTaker taker, ErrorCause cause) =>
        cause == ErrorCauses.LateValidation && taker.Scene.Profile.Validation == ValidationTiming.Late ? JobStories.Plain with { Prompt = "" }
        : taker.Scene.Triggers.PromptFor(cause) is { } tag ? JobStories.Plain with { Prompt = $"{JobStories.Plain.Prompt} {tag}" }
        : null;

    private static async Task CompleteAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        var talk = taker.Conversation;
        await talk.CreditsAsync(cancellationToken);
        var submit = await talk.SubmitAsync(JobStories.Rich, cancellationToken);
        taker.Keep(ApiOperation.Submit, "accepted", submit);
        if (submit.TextAt("/request_id") is not { Length: > 0 } id)
        {
            return;
        }

        await ReadAsync(taker, id, StateName, cancellationToken);
        var end = await JobStories.PollAsync(talk, id, _ => ReadOthersAsync(taker, id, cancellationToken), cancellationToken);
        await ReadAsync(taker, id, StateName, cancellationToken);
        await talk.CreditsAsync(cancellationToken);
        if (talk.Exchanges.Select(e => e.TextAt("/output")).FirstOrDefault(o => o is not null) is { } output && Uri.TryCreate(output, UriKind.Absolute, out var file))
        {
            await talk.SendAsync(new ExchangeRequest { Method = "GET", Uri = file }, cancellationToken);
        }

        taker.Keep("CompletedJob", talk.Exchanges);
        if (end is not null)
        {
            await ExpireAsync(taker, id, submit, end, cancellationToken);
        }
    }

    // The other two calls are read whenever the state may have changed; what is known already is not kept again.
    private static async Task ReadOthersAsync(SnapshotTaker taker, string id, CancellationToken cancellationToken)
    {
        var status = taker.Conversation.Exchanges[^1];
        taker.Keep(ApiOperation.GetStatus, StateName(status), status);
        if (JobLife.StateOf(status) == JobState.Processing && taker.TextOf(SnapshotCase.Of(ApiOperation.GetResult, "processing")) is null)
        {
            await ReadAsync(taker, id, StateName, cancellationToken);
        }
    }

    private static async Task ExpireAsync(SnapshotTaker taker, string id, Exchange submit, Exchange end, CancellationToken cancellationToken)
    {
        var (talk, scene) = (taker.Conversation, taker.Scene);
        var anchor = scene.Profile.Retention == RetentionAnchor.Completion ? end.SentAt : submit.SentAt;
        var left = anchor + scene.Retention + Margin - scene.Pace.Now;
        if (!scene.Pace.CanPass(left))
        {
            return;
        }

        await talk.WaitAsync(left, cancellationToken);
        var late = await ReadAsync(taker, id, _ => ErrorCauses.ResultExpired.Name, cancellationToken);
        taker.Keep("ExpiredJob", [submit, end, .. late]);
    }

    private static async Task FailAsync(SnapshotTaker taker, ErrorCause cause, CancellationToken cancellationToken)
    {
        var talk = taker.Conversation;
        if (Failing(taker, cause) is not { } request)
        {
            taker.Miss(cause, Reads);
            return;
        }

        await talk.CreditsAsync(cancellationToken);
        var submit = await talk.SubmitAsync(request, cancellationToken);
        if (submit.TextAt("/request_id") is not { Length: > 0 } id
            || await JobStories.PollAsync(talk, id, heard: null, cancellationToken) is null)
        {
            return;
        }

        await ReadAsync(taker, id, _ => cause.Name, cancellationToken);
        await talk.CreditsAsync(cancellationToken);
        if (cause == ErrorCauses.GenerationFailed)
        {
            taker.Keep("FailedJob", talk.Exchanges);
        }
    }

    private static async Task<List<Exchange>> ReadAsync(SnapshotTaker taker, string id, Func<Exchange, string> answer, CancellationToken cancellationToken)
    {
        var heard = new List<Exchange>();
        foreach (var read in Reads)
        {
            var exchange = await taker.Conversation.ReadAsync(read, id, cancellationToken);
            taker.Keep(read, answer(exchange), exchange);
            heard.Add(exchange);
        }

        return heard;
    }

    // A state that the contract does not know is kept under a name that no case has, and so is not pinned.
    private static string StateName(Exchange exchange) => JobLife.StateOf(exchange) is { } state ? state.ToString().ToLowerInvariant() : "unknown";
}
