using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks.Limits;

/// <summary>How long jobs wait and run: short waits when idle, medians that differ by kind, no ceiling of 600 s.</summary>
internal sealed class JobTimesCheck : ClauseCheck
{
    // With a spread of a third, the medians of so many jobs differ in the right direction but for one case in millions.
    private const int Sample = 60;

    private static readonly VideoRequest Long = JobStories.Plain with { Duration = ClipDuration.EightSeconds };
    private static readonly VideoRequest Sharp = JobStories.Plain with { Quality = Quality.P1080 };
    private static readonly VideoRequest Fast = JobStories.Plain with { MotionMode = MotionMode.Fast };

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-TIME-002", "PV-TIME-003", "PV-TIME-004", "PV-STATUS-026"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses =>
        [new(Name, Expense.Sum(new[] { JobStories.Plain, Long, Sharp, Fast }.Select(r => new Expense("", PriceTable.PriceOf(r) * Sample))))];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(SceneWish.Any, ["PV-TIME-003", "PV-TIME-004"], cancellationToken) is { } conversation)
        {
            await JudgeMediansAsync(run, conversation, cancellationToken);
        }

        var wish = new SceneWish { JobTime = TimeSpan.FromSeconds(700) };
        if (await run.OpenAsync(wish, ["PV-TIME-002"], cancellationToken) is { } slow)
        {
            await JudgeCeilingAsync(run, slow, cancellationToken);
        }
    }

    private static async Task JudgeMediansAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        if (!conversation.Scene.Pace.IsExact)
        {
            run.Judge.NotChecked(["PV-TIME-003", "PV-TIME-004"], $"{4 * Sample} jobs would have to be waited for");
            return;
        }

        var kinds = new[] { JobStories.Plain, Long, Sharp, Fast };
        var ids = new List<string>[kinds.Length];
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            ids[kind] = [];
            for (var job = 0; job < Sample; job++)
            {
                var submit = await conversation.SubmitAsync(kinds[kind] with { Seed = job }, cancellationToken);
                ids[kind].Add(submit.TextAt("/request_id") ?? Unknown.ZeroId);
            }
        }

        await conversation.WaitAsync(conversation.Scene.Scaled(TimeSpan.FromMinutes(20)), cancellationToken);
        var medians = new decimal[kinds.Length];
        Exchange? last = null;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            (medians[kind], last) = await MedianAsync(run, conversation, ids[kind], cancellationToken);
        }

        var (plain, eight, sharp, fast) = (medians[0], medians[1], medians[2], medians[3]);
        var seen = $"medians of {plain:0.0} s plain, {eight:0.0} s for 8 s, {sharp:0.0} s for 1080p, {fast:0.0} s for fast motion";
        run.Judge.That("PV-TIME-004", last!, "/metrics/inference_time", eight > plain && sharp > plain && fast < plain, "longer, longer and shorter", seen);
    }

    private static async Task<(decimal Median, Exchange Last)> MedianAsync(
        CheckRun run, Conversation conversation, List<string> ids, CancellationToken cancellationToken)
    {
        var times = new List<decimal>();
        Exchange? status = null;
        foreach (var id in ids)
        {
            status = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
            times.Add(status.NumberAt("/metrics/inference_time") ?? 0);
            run.Judge.That(
                "PV-TIME-003", status, "/metrics/queue_time", status.NumberAt("/metrics/queue_time") <= 0.3m, "at most 0.3 s in an idle queue",
                Texts.Shown(status.At("/metrics")));
        }

        times.Sort();
        return (times[times.Count / 2], status!);
    }

    private static async Task JudgeCeilingAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        var submit = await conversation.SubmitAsync(JobStories.Plain, cancellationToken);
        if (submit.TextAt("/request_id") is not { } id)
        {
            run.Judge.NotChecked("PV-TIME-002", "a submit gave no request_id");
            return;
        }

        await conversation.WaitAsync(conversation.Scene.Scaled(TimeSpan.FromSeconds(650)), cancellationToken);
        var running = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
        run.Judge.Text("PV-TIME-002", running, "/status", JobState.Processing.ToWire());
        await conversation.WaitAsync(conversation.Scene.Scaled(TimeSpan.FromSeconds(100)), cancellationToken);
        var done = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
        run.Judge.Text("PV-TIME-002", done, "/status", JobState.Completed.ToWire());
        run.Judge.Observe("PV-STATUS-026", $"a job of 700 s ends {done.TextAt("/status")}");
    }
}
