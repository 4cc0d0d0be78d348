using System.Collections.Concurrent;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Engine;

/// <summary>
/// Starts steps and collects what they come back with. Only steps that are really under way cost a task and a cancellation
/// source, and sources are used again.
/// </summary>
internal sealed class StepRunner
{
    private readonly IJobWorkload _workload;
    private readonly ISubmitLedger _ledger;
    private readonly RunClock _clock;
    private readonly WakeSignal _wake;
    private readonly ConcurrentQueue<StepCompletion> _completions = new();
    private readonly Stack<CancellationTokenSource> _sources = new();
    private readonly bool _submits;

    public StepRunner(IJobWorkload workload, ISubmitLedger ledger, RunClock clock, WakeSignal wake)
    {
        _workload = workload;
        _ledger = ledger;
        _clock = clock;
        _wake = wake;
        _submits = workload.Steps.HasFlag(JobSteps.Submit);
    }

    /// <summary>Takes the next step that has ended; false if none has.</summary>
    public bool TryTake(out StepCompletion completion)
    {
        if (!_completions.TryDequeue(out completion))
        {
            return false;
        }

        Return(completion.Cancellation);
        return true;
    }

    /// <summary>Starts a step; true with its completion if it ended at once, without waiting for anything.</summary>
    public bool Start(LiveJob job, JobStage stage, TimeSpan intended, out StepCompletion completion)
    {
        if (!_sources.TryPop(out var source))
        {
            source = new CancellationTokenSource();
        }

        job.Stage = stage;
        job.StepNumber++;
        job.StepIntended = intended;
        job.StepStart = _clock.Now;
        job.StepCancellation = source;
        try
        {
            var pending = Begin(job, source.Token);
            if (!pending.IsCompletedSuccessfully)
            {
                _ = FollowAsync(job, job.StepNumber, source, pending);
                completion = default;
                return false;
            }

            completion = new StepCompletion(job, job.StepNumber, pending.Result, _clock.Now, source);
        }
        catch (Exception fault)
        {
            completion = new StepCompletion(job, job.StepNumber, default, _clock.Now, source, fault);
        }

        Return(source);
        return true;
    }

    /// <summary>Gives up the step that is under way, if there is one; should it still be answered, that comes too late.</summary>
    public static void GiveUp(LiveJob job)
    {
        if (job.Stage is JobStage.Submitting or JobStage.Polling or JobStage.Fetching)
        {
            job.StepNumber++;
            job.StepCancellation?.Cancel();
        }
    }

    private ValueTask<StepAnswer> Begin(LiveJob job, CancellationToken cancellationToken) => job.Stage switch
    {
        JobStage.Polling => _workload.PollAsync(job.Handle, cancellationToken),
        JobStage.Fetching => _workload.FetchAsync(job.Handle, cancellationToken),
        _ when _submits => SubmitAsync(job, cancellationToken),
        _ => _workload.SubmitAsync(job.Ordinal, cancellationToken),
    };

    private ValueTask<StepAnswer> SubmitAsync(LiveJob job, CancellationToken cancellationToken)
    {
        var noted = _ledger.IntendAsync(job.Ordinal, _clock.UtcNow, job.Price, cancellationToken);
        return noted.IsCompletedSuccessfully ? _workload.SubmitAsync(job.Ordinal, cancellationToken) : SubmitWhenNotedAsync(job, noted, cancellationToken);
    }

    private async ValueTask<StepAnswer> SubmitWhenNotedAsync(LiveJob job, ValueTask noted, CancellationToken cancellationToken)
    {
        await noted;
        job.StepStart = _clock.Now;
        return await _workload.SubmitAsync(job.Ordinal, cancellationToken);
    }

    private async Task FollowAsync(LiveJob job, int step, CancellationTokenSource source, ValueTask<StepAnswer> pending)
    {
        StepCompletion completion;
        try
        {
            completion = new StepCompletion(job, step, await pending, _clock.Now, source);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            completion = new StepCompletion(job, step, StepAnswer.NoAnswer("given_up"), _clock.Now, source);
        }
        catch (Exception fault)
        {
            completion = new StepCompletion(job, step, default, _clock.Now, source, fault);
        }

        _completions.Enqueue(completion);
        _wake.RingAndRun();
    }

    private void Return(CancellationTokenSource source)
    {
        if (source.TryReset())
        {
            _sources.Push(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
