using System.Collections.Immutable;
using PixverseHarness.Client;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Cli.Load;

/// <summary>The engine's jobs as requests of the client. Payloads follow from seed and ordinal alone.</summary>
/// <param name="client">Sends the requests; bounds each by its own time-outs.</param>
/// <param name="workflow">The steps of a job.</param>
/// <param name="payloads">The body of each job.</param>
/// <param name="ids">The jobs that exist already, for <see cref="Workflow.PollOnly"/>.</param>
internal sealed class PixverseWorkload(PixverseClient client, Workflow workflow, IPayloadSource payloads, ImmutableArray<string> ids) : IJobWorkload
{
    private readonly Lock _drawing = new();

    /// <inheritdoc/>
    public JobSteps Steps { get; } = StepsOf(workflow);

    /// <summary>The steps of a workflow.</summary>
    public static JobSteps StepsOf(Workflow workflow) => workflow switch
    {
        Workflow.V1Sync => JobSteps.Blocking,
        Workflow.PollOnly => JobSteps.PollOnly,
        _ => JobSteps.SubmitPollFetch,
    };

    /// <summary>The price of a valid request; of a payload that the service may or may not take, the highest that there is.</summary>
    public long PriceOf(long ordinal)
    {
        if (workflow == Workflow.PollOnly)
        {
            return 0;
        }

        return (PayloadOf(ordinal).Request is { } request ? PriceTable.PriceOf(request) : PriceTable.Highest).Value;
    }

    /// <inheritdoc/>
    public async ValueTask<StepAnswer> SubmitAsync(long ordinal, CancellationToken cancellationToken)
    {
        if (workflow == Workflow.PollOnly)
        {
            return StepAnswer.Accepted(ids[(int)(ordinal % ids.Length)], status: null);
        }

        var payload = PayloadOf(ordinal);
        if (workflow == Workflow.V1Sync)
        {
            var call = await client.GenerateSyncAsync(payload.Body, payload.ContentType, cancellationToken);
            return call.TryGetValue(out var video)
                ? StepAnswer.Fetched(call.Exchange.StatusCode, video.Cost?.Value) with { JobId = video.RequestId, StatedRun = video.GenerationTime }
                : FailureAnswers.OfBlocking(call.Failure!, call.Exchange);
        }

        var outcome = await client.SubmitAsync(payload.Body, payload.ContentType, cancellationToken);
        return outcome.TryGetValue(out var job)
            ? StepAnswer.Accepted(job.RequestId, outcome.Exchange.StatusCode, job)
            : FailureAnswers.OfSubmit(outcome.Failure!, outcome.Exchange);
    }

    /// <inheritdoc/>
    public async ValueTask<StepAnswer> PollAsync(JobHandle job, CancellationToken cancellationToken)
    {
        var outcome = await client.GetStatusAsync(JobOf(job), cancellationToken);
        return outcome.TryGetValue(out var status)
            ? OfStatus(status, outcome.Exchange)
            : FailureAnswers.OfRead(outcome.Failure!, outcome.Exchange);
    }

    /// <inheritdoc/>
    public async ValueTask<StepAnswer> FetchAsync(JobHandle job, CancellationToken cancellationToken)
    {
        var outcome = await client.GetResultAsync(JobOf(job), cancellationToken);
        return outcome.TryGetValue(out var video)
            ? StepAnswer.Fetched(outcome.Exchange.StatusCode, video.Metrics.Cost?.Value)
            : FailureAnswers.OfFetch(outcome.Failure!, outcome.Exchange);
    }

    // A source belongs to one thread at a time, and a submit that waited for its ledger comes from any.
    private Payload PayloadOf(long ordinal)
    {
        lock (_drawing)
        {
            return payloads.At(ordinal);
        }
    }

    private static StepAnswer OfStatus(JobStatus status, Exchange exchange) => status.State switch
    {
        JobState.Completed => StepAnswer.Done(exchange.StatusCode, status.Metrics.QueueTime, status.Metrics.InferenceTime, status.Metrics.Cost?.Value),
        JobState.Failed => StepAnswer.Failed("job_failed", exchange.StatusCode) with
        {
            StatedQueueWait = status.Metrics.QueueTime, StatedRun = status.Metrics.InferenceTime,
        },
        JobState.Processing => StepAnswer.AtWork(exchange.StatusCode, exchange.RetryAfter),
        _ => StepAnswer.Queued(exchange.StatusCode, exchange.RetryAfter),
    };

    // An adopted job has no tag: it comes from a ledger, not from an answer.
    private PixverseJob JobOf(JobHandle job) => job.Tag as PixverseJob ?? client.GetJob(job.Id);
}
