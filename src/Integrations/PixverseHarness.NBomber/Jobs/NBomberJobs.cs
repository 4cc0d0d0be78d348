using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>
/// The jobs of a run whose copies somebody else starts: one call of <see cref="RunAsync"/> is one job, carried from its submit to
/// its end on the task of its copy. What follows from an answer, what is counted and what money does is decided by the very
/// code of our own engine; only who starts jobs and who waits is another.
/// </summary>
internal sealed class NBomberJobs
{
    private readonly LoadOptions _options;
    private readonly IJobWorkload _workload;
    private readonly Waits _waits;
    private readonly RunClock _clock;
    private readonly JobBook _book;
    private readonly CancellationTokenSource _held = new();
    private readonly CancellationTokenSource _cut = new();
    private readonly TaskCompletionSource _cutShort = new();
    private readonly bool _submits;

    public NBomberJobs(LoadOptions options, IJobWorkload workload, IRunRecorder recorder, TimeProvider time)
    {
        _options = options;
        _workload = workload;
        _clock = new RunClock(time);
        _waits = new Waits(_clock, time);
        _book = new JobBook(options, workload, recorder, _clock);
        _submits = workload.Steps.HasFlag(JobSteps.Submit);
    }

    /// <summary>Completes once nothing new is submitted.</summary>
    public Task Draining => _book.Draining;

    /// <summary>Completes once the run is cut short.</summary>
    public Task Cut => _cutShort.Task;

    /// <summary>How many copies ran, those that started no job included.</summary>
    public long Copies => _book.Copies;

    /// <summary>The clock of the run.</summary>
    public RunClock Clock => _clock;

    /// <summary>Waits on it.</summary>
    public Waits Waits => _waits;

    /// <summary>Runs one job. Never throws.</summary>
    public async Task<JobEnd> RunAsync(IStepScope scope)
    {
        if (!_book.TryBegin(scope, out var job, out var refused))
        {
            StopIfEnding();
            await RestAsync();
            return refused;
        }

        try
        {
            var end = _book.End(job, await CarryAsync(job, scope));
            if (!job.IsAccepted)
            {
                await RestAsync();
            }

            return end;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Break(fault);
            return _book.End(job, Move.End(job.IsAccepted ? JobOutcome.Unfinished : JobOutcome.PossiblyBilled, "harness_fault"));
        }
    }

    /// <summary>The first time stops submitting, the next time stops.</summary>
    public void Interrupt()
    {
        if (_book.Begin(StopReason.Interrupted, null))
        {
            StopIfEnding();
        }
        else
        {
            CutShort();
        }
    }

    /// <summary>Stops submitting.</summary>
    public void Drain(StopReason reason, string? text)
    {
        _book.Begin(reason, text);
        StopIfEnding();
    }

    /// <summary>Something of ours broke: stops at once.</summary>
    public void Break(Exception fault)
    {
        _book.Fault(fault);
        CutShort();
    }

    /// <summary>Stops at once: what is in flight is unfinished.</summary>
    public void CutShort()
    {
        _book.IsCutShort = true;
        _book.Begin(StopReason.Interrupted, null);
        StopIfEnding();
        _cut.Cancel();
        _cutShort.TrySetResult();
    }

    /// <summary>The time to drain is over.</summary>
    public void EndDrain() => _cut.Cancel();

    /// <summary>Completes once no job is held or in flight.</summary>
    public Task WhenEmptyAsync() => _book.WhenEmptyAsync();

    /// <summary>Tells whoever watches how it goes, if it is time to.</summary>
    public void Tick(bool force) => _book.Tick(force);

    /// <summary>The run as a whole, now that it is over.</summary>
    public LoadResult ToResult() => _book.ToResult();

    private async Task<Move> CarryAsync(LiveJob job, IStepScope scope)
    {
        var next = new Move(MoveKind.Hold);
        var operation = RequestOperation.Submit;
        using var bounds = new JobBounds(_waits, _cut.Token);
        while (true)
        {
            switch (next.Kind)
            {
                case MoveKind.End:
                    return next;
                case MoveKind.Poll:
                    operation = RequestOperation.Poll;
                    break;
                case MoveKind.Fetch or MoveKind.FetchAgain:
                    operation = RequestOperation.Fetch;
                    break;
            }

            if (operation == RequestOperation.Submit)
            {
                if (!await _waits.UntilAsync(_book.HoldSubmit(job), job.Deadline, _held.Token, _cut.Token))
                {
                    return _book.GiveUp(job, Why(bounds), _cut.IsCancellationRequested);
                }

                _book.Submit(job);
                bounds.Restart(_options.JobTimeout);
            }
            else if (_book.Plan(job, operation, next.Kind) is var due && !await _waits.UntilAsync(due, job.Deadline, _cut.Token, _cut.Token))
            {
                return _book.GiveUp(job, Why(bounds), _cut.IsCancellationRequested);
            }
            else
            {
                _book.Go(job, operation);
            }

            next = await StepAsync(job, operation, scope, bounds);
        }
    }

    private async Task<Move> StepAsync(LiveJob job, RequestOperation operation, IStepScope scope, JobBounds bounds)
    {
        StepAnswer answer;
        try
        {
            answer = operation == RequestOperation.Submit && !_submits
                ? await _workload.SubmitAsync(job.Ordinal, bounds.Token)
                : await scope.RunAsync(StepNames.Of(operation), () => AskAsync(job, operation, bounds.Token));
        }
        catch (OperationCanceledException) when (bounds.Token.IsCancellationRequested)
        {
            return _book.GiveUp(job, Why(bounds), _cut.IsCancellationRequested);
        }

        if (bounds.Token.IsCancellationRequested)
        {
            _book.TakeLate(job, answer);
            return _book.GiveUp(job, Why(bounds), _cut.IsCancellationRequested);
        }

        return _book.Take(job, operation, answer);
    }

    private async Task<StepAnswer> AskAsync(LiveJob job, RequestOperation operation, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case RequestOperation.Submit:
                await _book.IntendAsync(job, cancellationToken);
                return await _workload.SubmitAsync(job.Ordinal, cancellationToken);
            case RequestOperation.Poll:
                return await _workload.PollAsync(job.Handle, cancellationToken);
            default:
                return await _workload.FetchAsync(job.Handle, cancellationToken);
        }
    }

    private string Why(JobBounds bounds) => _cut.IsCancellationRequested
        ? _book.IsCutShort ? "stopped" : "drain_over"
        : _held.IsCancellationRequested && !bounds.HasStarted ? "stopped" : "job_timeout";

    private void StopIfEnding()
    {
        if (_book.StopsEarly)
        {
            _held.Cancel();
            _book.StopTest();
        }
    }

    // A closed copy starts its next job at once; one whose job was never accepted rests, so that a dead target is not hammered.
    private Task RestAsync() => _options.Schedule.MostCopies == 0
        ? Task.CompletedTask
        : _waits.UntilAsync(_clock.Now + _options.RestAfterRefusal, TimeSpan.MaxValue, _cut.Token, _cut.Token);
}
