using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>The video files: fetched without a key, whole, in the shape and length that were asked for, and for their seven days.</summary>
internal sealed class OutputFileCheck : ClauseCheck
{
    private static readonly Dictionary<AspectRatio, double> Shapes = new()
    {
        [AspectRatio.Landscape16x9] = 16.0 / 9,
        [AspectRatio.Landscape4x3] = 4.0 / 3,
        [AspectRatio.Square] = 1,
        [AspectRatio.Portrait3x4] = 3.0 / 4,
        [AspectRatio.Portrait9x16] = 9.0 / 16,
    };

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-OUTPUT-001", "PV-OUTPUT-003", "PV-OUTPUT-004", "PV-OUTPUT-005", "PV-OUTPUT-006", "PV-OUTPUT-007", "PV-OUTPUT-008", "PV-EXPIRY-008",
        "PV-EXPIRY-009", "PV-PARAM-033",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [new(Name, Expense.Sum(Requests().Select(r => new Expense("", PriceTable.PriceOf(r)))))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var submits = new List<(VideoRequest Request, Exchange Submit)>();
        foreach (var request in Requests())
        {
            submits.Add((request, await conversation.SubmitAsync(request, cancellationToken)));
        }

        var files = new List<(VideoRequest Request, Exchange File)>();
        foreach (var (request, submit) in submits)
        {
            if (submit.TextAt("/request_id") is { } id && await JobStories.PollAsync(conversation, id, heard: null, cancellationToken) is not null)
            {
                var result = await conversation.ReadAsync(ApiOperation.GetResult, id, cancellationToken);
                if (await FetchAsync(conversation, result.TextAt("/output"), cancellationToken) is { } file)
                {
                    files.Add((request, file));
                    Judge(run.Judge, request, result, file);
                }
            }
        }

        if (files.Count < submits.Count)
        {
            run.Judge.NotChecked(Clauses, "a job did not end with the URL of an output");
            return;
        }

        var (first, second) = (files[^1].File, files[^2].File);
        run.Judge.That(
            "PV-PARAM-033", first, "body", first.Body.Span.SequenceEqual(second.Body.Span), "the same video for the same seed and parameters",
            "another video");
        await JudgeOpenQuestionsAsync(run.Judge, conversation, first, cancellationToken);
        await JudgeLifeAsync(run.Judge, conversation, first, cancellationToken);
    }

    // Every shape in both lengths, and the last one twice.
    private static IEnumerable<VideoRequest> Requests() =>
        from request in Shapes.Keys.SelectMany(_ => Enum.GetValues<ClipDuration>(), (ratio, duration) => (ratio, duration)).Append((AspectRatio.Portrait9x16, ClipDuration.EightSeconds))
        select JobStories.Plain with { AspectRatio = request.Item1, Duration = request.Item2, Seed = 7 };

    private static void Judge(Judge judge, VideoRequest request, Exchange result, Exchange file)
    {
        judge.Status("PV-OUTPUT-001", file, OperationSpec.SuccessStatus);
        judge.MediaType("PV-OUTPUT-003", file, "video/mp4");
        judge.That(
            "PV-OUTPUT-004", file, "body", result.TextAt("/video/file_size") == $"{file.Body.Length}", $"{result.TextAt("/video/file_size")} bytes",
            $"{file.Body.Length} bytes");
        var shape = Mp4.Shape(file.Body.Span);
        judge.That(
            "PV-OUTPUT-005", file, "body", shape is { } ratio && Math.Abs(ratio - Shapes[request.AspectRatio]) < 0.02,
            $"a picture of {Shapes[request.AspectRatio]:0.###}", $"a picture of {shape:0.###}");
        var seconds = Mp4.Seconds(file.Body.Span);
        judge.That(
            "PV-OUTPUT-006", file, "body", seconds is { } length && Math.Abs(length - (int)request.Duration) < 0.5, $"a clip of {(int)request.Duration} s",
            $"a clip of {seconds:0.#} s");
    }

    private static async Task JudgeOpenQuestionsAsync(Judge judge, Conversation conversation, Exchange file, CancellationToken cancellationToken)
    {
        var ranged = await conversation.SendAsync(file.Request with { Headers = [new("Range", "bytes=0-9")] }, cancellationToken);
        judge.Observe("PV-OUTPUT-007", $"a Range request: {ranged.Status}, ETag {(ranged.Header("ETag") is null ? "absent" : "present")}");
        if (file.Request.Uri.Authority == conversation.Scene.At("/").Authority)
        {
            var keyed = await conversation.SendAsync(file.Request with { Key = conversation.Scene.Key }, cancellationToken);
            judge.Observe("PV-OUTPUT-008", $"a request with a key: {keyed.Status}");
        }
    }

    private static async Task JudgeLifeAsync(Judge judge, Conversation conversation, Exchange file, CancellationToken cancellationToken)
    {
        var (pace, week) = (conversation.Scene.Pace, conversation.Scene.Scaled(ApiLimits.OutputRetention));
        if (!pace.CanPass(week))
        {
            judge.NotChecked(["PV-EXPIRY-008", "PV-EXPIRY-009"], "seven days cannot be let pass at this target");
            return;
        }

        await pace.PassAsync(2 * conversation.Scene.Retention, cancellationToken);
        judge.Status("PV-EXPIRY-009", await conversation.SendAsync(file.Request, cancellationToken), OperationSpec.SuccessStatus);
        await pace.PassAsync(week - (3 * conversation.Scene.Retention), cancellationToken);
        judge.Status("PV-EXPIRY-008", await conversation.SendAsync(file.Request, cancellationToken), OperationSpec.SuccessStatus);
    }

    private static async Task<Exchange?> FetchAsync(Conversation conversation, string? url, CancellationToken cancellationToken) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? await conversation.SendAsync(new ExchangeRequest { Method = "GET", Uri = uri }, cancellationToken)
            : null;
}
