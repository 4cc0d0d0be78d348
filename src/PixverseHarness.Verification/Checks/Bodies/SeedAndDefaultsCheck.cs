using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>What becomes of a seed of -1, of no seed, and of parameters that are left out.</summary>
internal sealed class SeedAndDefaultsCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-PARAM-012", "PV-PARAM-032", "PV-RESULT-020"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, PriceTable.PriceOf(JobStories.Plain) * 3)];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        await JudgeRandomSeedAsync(run, conversation, cancellationToken);
        if (await CompleteAsync(conversation, Conversation.Text(JobStories.Plain), cancellationToken) is { } result)
        {
            run.Judge.Observe("PV-RESULT-020", $"seed of a job without one: {Texts.Shown(result.At("/seed"))}");
        }

        if (run.Profile.OmittedParameters == OmittedParameters.Default)
        {
            await JudgeDefaultsAsync(run, conversation, cancellationToken);
        }
        else
        {
            run.Judge.NotChecked("PV-PARAM-012", "under this profile a request that leaves parameters out is refused");
        }
    }

    private static async Task JudgeRandomSeedAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        if (run.Profile.SeedRange == SeedRange.Upstream)
        {
            run.Judge.NotChecked("PV-PARAM-032", "under this profile negative seeds are refused");
        }
        else if (await CompleteAsync(conversation, Conversation.Text(JobStories.Plain with { Seed = -1 }), cancellationToken) is { } result)
        {
            run.Judge.That(
                "PV-PARAM-032", result, "/seed",
                result.At("/seed") is null || (long.TryParse(result.TextAt("/seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) && seed >= 0),
                "a seed that was drawn", Texts.Shown(result.At("/seed")));
        }
        else
        {
            run.Judge.NotChecked("PV-PARAM-032", "the job with seed -1 did not complete");
        }
    }

    private static async Task JudgeDefaultsAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        if (await CompleteAsync(conversation, "{\"prompt\":\"A lighthouse.\"}", cancellationToken) is not { } result)
        {
            run.Judge.NotChecked("PV-PARAM-012", "the job that leaves its parameters out did not complete");
            return;
        }

        run.Judge.Number("PV-PARAM-012", result, "/metrics/cost", 0.375m);
        if (Uri.TryCreate(result.TextAt("/output"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            var file = await conversation.SendAsync(new ExchangeRequest { Method = "GET", Uri = uri! }, cancellationToken);
            var (shape, seconds) = (Mp4.Shape(file.Body.Span), Mp4.Seconds(file.Body.Span));
            run.Judge.That(
                "PV-PARAM-012", file, "body", shape is > 1.75 and < 1.8 && seconds is > 4.5 and < 5.5, "a clip of 5 s in 16:9",
                $"a clip of {seconds:0.#} s in {shape:0.##}");
        }
    }

    private static async Task<Exchange?> CompleteAsync(Conversation conversation, string body, CancellationToken cancellationToken)
    {
        var submit = await conversation.SendAsync(conversation.Post(ApiOperation.Submit, Conversation.Json(body)), cancellationToken);
        if (submit.TextAt("/request_id") is not { } id || await JobStories.PollAsync(conversation, id, heard: null, cancellationToken) is null)
        {
            return null;
        }

        var result = await conversation.ReadAsync(ApiOperation.GetResult, id, cancellationToken);
        return result.Status == OperationSpec.SuccessStatus ? result : null;
    }
}
