using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>
/// Posts payloads and holds what becomes of them against what the profile says. The first payload that breaks a clause is
/// shrunk, so that the finding shows the smallest body that still does.
/// </summary>
internal sealed class PayloadTrial(CheckRun run, Conversation conversation)
{
    // A job that fails for its parameters is over within milliseconds of leaving the queue.
    private static readonly TimeSpan SoonOver = TimeSpan.FromSeconds(5);
    private readonly List<(Payload Payload, ImmutableArray<string> Clauses, string Id)> _late = [];
    private readonly HashSet<(string Clause, ApiOperation Operation)> _shrunk = [];

    /// <summary>Posts one payload.</summary>
    public async Task PostAsync(Payload payload, ImmutableArray<string> clauses, ApiOperation operation, CancellationToken cancellationToken)
    {
        var expected = payload.Expect(run.Profile, operation);
        ImmutableArray<int> statuses = expected.Answer == ExpectedAnswer.Refused ? [.. expected.Causes.Select(c => c.Status).Distinct()] : [OperationSpec.SuccessStatus];
        var first = await SendAsync(payload, operation, cancellationToken);
        var answer = !statuses.Contains(first.Status) && IsWorthShrinking(first, clauses, operation)
            ? await new SmallestBody(run.Profile, operation, run.ShrinkRequests).FindAsync(
                payload, first, (p, stop) => SendAsync(p, operation, stop), a => a.Status == first.Status, cancellationToken)
            : first;
        foreach (var clause in clauses)
        {
            if (expected.Answer == ExpectedAnswer.Refused)
            {
                run.Refused(clause, answer, statuses);
            }
            else
            {
                run.Judge.That(
                    clause, answer, "status", answer.Status == OperationSpec.SuccessStatus, $"status 200 for {payload.Label.Name}", Texts.Shown(answer));
            }
        }

        if (expected.Answer == ExpectedAnswer.JobFails && answer.TextAt("/request_id") is { } id)
        {
            _late.Add((payload, clauses, id));
        }
    }

    /// <summary>Looks after the jobs that were to fail for their parameters.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_late.Count == 0)
        {
            return;
        }

        await conversation.WaitAsync(conversation.Scene.Scaled(SoonOver), cancellationToken);
        foreach (var (payload, clauses, id) in _late)
        {
            var first = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
            var status = !HasFailed(first) && conversation.Scene.Pace.IsExact && IsWorthShrinking(first, clauses, ApiOperation.GetStatus)
                ? await new SmallestBody(run.Profile, ApiOperation.Submit, run.ShrinkRequests).FindAsync(
                    payload, first, RunAsync, a => a.Status == first.Status && a.TextAt("/status") == first.TextAt("/status"), cancellationToken)
                : first;
            foreach (var clause in clauses.Append("PV-PARAM-019"))
            {
                run.Judge.That(clause, status, "/status", HasFailed(status), $"FAILED with 422 for {payload.Label.Name}, sent as {BodyOf(status)}", Texts.Shown(status));
            }

            run.Judge.That(
                "PV-PARAM-020", status, "/metrics/inference_time", status.NumberAt("/metrics/inference_time") < 0.5m, "far below a second",
                Texts.Shown(status.At("/metrics")));
        }
    }

    private static bool HasFailed(Exchange status) => status.TextAt("/status") == "FAILED" && status.Status == 422;

    // At the live API each body that is taken is paid for.
    private bool IsWorthShrinking(Exchange answer, ImmutableArray<string> clauses, ApiOperation operation) =>
        run.ShrinkRequests > 0 && run.Kind != TargetKind.Live && answer.Failure is null
        && clauses.Count(c => run.Judge.CanFind(c) && _shrunk.Add((c, operation))) > 0;

    private string BodyOf(Exchange status)
    {
        var submit = conversation.Exchanges.FirstOrDefault(
            e => e.Request.Operation == ApiOperation.Submit && e.TextAt("/request_id") is { } id && status.Request.Uri.AbsolutePath.Contains(id, StringComparison.Ordinal));
        return Texts.Shortened(Encoding.UTF8.GetString((submit ?? status).Request.Body.Span));
    }

    private Task<Exchange> SendAsync(Payload payload, ApiOperation operation, CancellationToken cancellationToken) =>
        conversation.SendAsync(conversation.Post(operation, payload.Body) with { ContentType = payload.ContentType }, cancellationToken);

    private async Task<Exchange> RunAsync(Payload payload, CancellationToken cancellationToken)
    {
        var submit = await SendAsync(payload, ApiOperation.Submit, cancellationToken);
        if (submit.TextAt("/request_id") is not { } id)
        {
            return submit;
        }

        await conversation.WaitAsync(conversation.Scene.Scaled(SoonOver), cancellationToken);
        return await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
    }
}
