using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Posts payloads and holds what becomes of them against what the profile says.</summary>
internal sealed class PayloadTrial(CheckRun run, Conversation conversation)
{
    // A job that fails for its parameters is over within milliseconds of leaving the queue.
    private static readonly TimeSpan SoonOver = TimeSpan.FromSeconds(5);
    private readonly List<(Payload Payload, ImmutableArray<string> Clauses, string Id)> _late = [];

    /// <summary>Posts one payload.</summary>
    public async Task PostAsync(Payload payload, ImmutableArray<string> clauses, ApiOperation operation, CancellationToken cancellationToken)
    {
        var expected = payload.Expect(run.Profile, operation);
        var post = conversation.Post(operation, payload.Body) with { ContentType = payload.ContentType };
        var answer = await conversation.SendAsync(post, cancellationToken);
        foreach (var clause in clauses)
        {
            if (expected.Answer == ExpectedAnswer.Refused)
            {
                run.Refused(clause, answer, [.. expected.Causes.Select(c => c.Status).Distinct()]);
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

        await conversation.WaitAsync(SoonOver / conversation.Scene.Shortened, cancellationToken);
        foreach (var (payload, clauses, id) in _late)
        {
            var status = await conversation.ReadAsync(ApiOperation.GetStatus, id, cancellationToken);
            foreach (var clause in clauses.Append("PV-PARAM-019"))
            {
                run.Judge.That(
                    clause, status, "/status", status.TextAt("/status") == "FAILED" && status.Status == 422, $"FAILED with 422 for {payload.Label.Name}",
                    Texts.Shown(status));
            }

            run.Judge.That(
                "PV-PARAM-020", status, "/metrics/inference_time", status.NumberAt("/metrics/inference_time") < 0.5m, "far below a second",
                Texts.Shown(status.At("/metrics")));
        }
    }
}
