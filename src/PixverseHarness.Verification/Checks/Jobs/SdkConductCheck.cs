using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>A job as the vendor's SDK runs it: its headers, and the absolute URLs that it follows with its key.</summary>
internal sealed class SdkConductCheck : ClauseCheck
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> SdkHeaders =
        [new("X-Initiator", "SDK-PY"), new("User-Agent", "segmind-python-sdk/1.1.0"), new("Accept", "*/*")];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-SDK-002", "PV-SDK-004"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense with { Name = Name }];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var post = conversation.Post(ApiOperation.Submit, Conversation.Json(JobStories.Rich)) with { Headers = SdkHeaders };
        var submit = await conversation.SendAsync(post, cancellationToken);
        run.Judge.Status("PV-SDK-002", submit, OperationSpec.SuccessStatus);
        foreach (var (pointer, operation) in new[] { ("/status_url", ApiOperation.GetStatus), ("/response_url", ApiOperation.GetResult) })
        {
            var url = submit.TextAt(pointer);
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != conversation.Scene.At("/").GetLeftPart(UriPartial.Authority))
            {
                // The key is not sent to a stranger, not even to see what he does with it.
                run.Judge.That("PV-SDK-004", submit, pointer, holds: false, "a URL on the same origin", url ?? "nothing");
                continue;
            }

            var get = conversation.Get(operation, "followed") with { Uri = uri, Headers = SdkHeaders };
            var answer = await conversation.SendAsync(get, cancellationToken);
            run.Judge.That(
                "PV-SDK-004", answer, "/status", answer.Status == OperationSpec.SuccessStatus && JobLife.StateOf(answer) is { } state && !state.IsTerminal(),
                "the state of the new job", Texts.Shown(answer));
        }
    }
}
