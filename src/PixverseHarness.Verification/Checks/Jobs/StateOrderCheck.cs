using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Jobs;

/// <summary>
/// The states of a job over its life: QUEUED first, no step left out that the metrics say was there, none back, the end
/// for good, the same on status and result, and unmoved by reading.
/// </summary>
internal sealed class StateOrderCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-STATUS-002", "PV-STATUS-003", "PV-STATUS-004", "PV-STATUS-005", "PV-STATUS-006", "PV-STATUS-021", "PV-STATUS-022",
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.HearJobAsync(JobStories.Completed, Clauses, cancellationToken) is { } life)
        {
            Judge(run.Judge, life);
        }

        foreach (var cause in JobStories.JobCauses)
        {
            if (await run.HearJobAsync(JobStories.Failed(cause), [], cancellationToken) is { } failed)
            {
                Judge(run.Judge, failed);
            }
        }
    }

    private void Judge(Judge judge, JobLife life)
    {
        JudgeBeginning(judge, life);
        JudgeSteps(judge, life);
        JudgeTimes(judge, life);
        JudgeAgreement(judge, life);
        JudgeRepetition(judge, life);
        if (life.End is null)
        {
            judge.NotChecked(Clauses, "the job did not end");
        }
    }

    // Where time stands still between submit and poll, nothing can have happened to the job.
    private static void JudgeBeginning(Judge judge, JobLife life)
    {
        judge.Text("PV-STATUS-002", life.Submit, "/status", "QUEUED");
        if (life.Conversation.Scene.Pace.IsExact)
        {
            foreach (var status in life.Statuses.Where(s => s.SentAt == life.Submit.AnsweredAt))
            {
                judge.Text("PV-STATUS-002", status, "/status", "QUEUED");
            }
        }
    }

    private static void JudgeSteps(Judge judge, JobLife life)
    {
        JobState? before = JobLife.StateOf(life.Submit);
        foreach (var status in life.Statuses.Concat(life.LastReads.Where(e => e.Request.Operation == ApiOperation.GetStatus)))
        {
            var now = JobLife.StateOf(status);
            if (before is { } from && now is { } to)
            {
                var step = $"{from.ToWire()} and then {to.ToWire()}";
                judge.That("PV-STATUS-006", status, "/status", to >= from || from.IsTerminal(), "no step back", step);
                if (from.IsTerminal())
                {
                    judge.That("PV-STATUS-005", status, "/status", from == to, "a final state for good", step);
                }
                else
                {
                    var clause = from == JobState.Queued ? "PV-STATUS-003" : "PV-STATUS-004";
                    judge.That(clause, status, "/status", from.CanBeSeenAfter(to), "a legal step", step);
                }
            }

            if (now is null && before?.IsTerminal() == true)
            {
                judge.That("PV-STATUS-005", status, "/status", holds: false, "a final state for good", Texts.Shown(status));
            }

            before = now ?? before;
        }
    }

    // The metrics say when the job left the queue and when it ended: polls in between must have seen it so.
    private static void JudgeTimes(Judge judge, JobLife life)
    {
        if (life.End?.NumberAt("/metrics/queue_time") is not { } queue || life.End.NumberAt("/metrics/total_time") is not { } total)
        {
            return;
        }

        var slack = life.Conversation.Scene.Pace.IsExact ? 0.01m : 2m;
        foreach (var status in life.Statuses)
        {
            var (earliest, latest) = (Seconds(status.SentAt - life.Submit.AnsweredAt), Seconds(status.AnsweredAt - life.Submit.SentAt));
            if (latest < queue - slack)
            {
                judge.Text("PV-STATUS-003", status, "/status", "QUEUED");
            }
            else if (earliest > queue + slack && latest < total - slack)
            {
                judge.Text("PV-STATUS-004", status, "/status", "PROCESSING");
            }
            else if (earliest > total + slack)
            {
                judge.That(
                    "PV-STATUS-004", status, "/status", JobLife.StateOf(status)?.IsTerminal() == true, $"a final state after total_time ({total} s)",
                    Texts.Shown(status.At("/status")));
            }
        }
    }

    private static void JudgeAgreement(Judge judge, JobLife life)
    {
        Exchange? status = null;
        foreach (var read in life.Reads.Concat(life.LastReads))
        {
            if (read.Request.Operation == ApiOperation.GetStatus)
            {
                status = read;
            }
            else if (status is not null && read.SentAt == status.AnsweredAt && read.TextAt("/status") is { } state)
            {
                judge.Text("PV-STATUS-021", read, "/status", status.TextAt("/status") ?? state);
            }
        }

        foreach (var result in life.AfterEnd(ApiOperation.GetResult))
        {
            judge.Text("PV-STATUS-021", result, "/status", life.End!.TextAt("/status")!);
        }
    }

    private static void JudgeRepetition(Judge judge, JobLife life)
    {
        foreach (var operation in new[] { ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result })
        {
            var first = life.AfterEnd(operation).FirstOrDefault();
            foreach (var again in life.AfterEnd(operation).Concat(life.LastReads.Where(e => e.Request.Operation == operation)).Skip(1))
            {
                judge.That(
                    "PV-STATUS-022", again, "body", again.Status == first!.Status && again.Body.Span.SequenceEqual(first.Body.Span),
                    "the answer of the read before", Texts.Shown(again));
            }
        }
    }

    private static decimal Seconds(TimeSpan time) => (decimal)time.TotalSeconds;
}
