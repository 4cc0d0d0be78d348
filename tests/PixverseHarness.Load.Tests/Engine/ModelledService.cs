using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Tests.Engine;

/// <summary>A service in memory, on the run's clock: a queue before a number of workers, with a hook for every step that can answer otherwise.</summary>
internal sealed class ModelledService : IJobWorkload
{
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _start;
    private readonly Dictionary<string, (TimeSpan Start, TimeSpan End)> _jobs = [];
    private readonly PriorityQueue<int, TimeSpan> _workers = new();

    public ModelledService(TimeProvider clock, TimeSpan service, int workers = int.MaxValue)
    {
        _clock = clock;
        _start = clock.GetUtcNow();
        Service = _ => service;
        for (var worker = 0; workers < int.MaxValue && worker < workers; worker++)
        {
            _workers.Enqueue(worker, TimeSpan.Zero);
        }
    }

    public JobSteps Steps { get; init; } = JobSteps.SubmitPollFetch;

    public Func<long, TimeSpan> Service { get; init; }

    public TimeSpan SubmitTime { get; init; }

    public TimeSpan PollTime { get; init; }

    public long Price { get; init; }

    public Func<long, StepAnswer?> OnSubmit { get; init; } = static _ => null;

    public Func<JobHandle, StepAnswer?> OnPoll { get; init; } = static _ => null;

    public Func<JobHandle, StepAnswer?> OnFetch { get; init; } = static _ => null;

    /// <summary>Every step that reached the service: its name, the job, and when.</summary>
    public List<(string Step, long Ordinal, TimeSpan At)> Calls { get; } = [];

    public TimeSpan Now => _clock.GetUtcNow() - _start;

    public long PriceOf(long ordinal) => Price;

    public async ValueTask<StepAnswer> SubmitAsync(long ordinal, CancellationToken cancellationToken)
    {
        Calls.Add(("submit", ordinal, Now));
        await PassAsync(SubmitTime, cancellationToken);
        if (OnSubmit(ordinal) is { } otherwise)
        {
            return otherwise;
        }

        var id = $"job-{ordinal}";
        var free = Now;
        if (_workers.TryDequeue(out var worker, out var freeAt))
        {
            free = freeAt > free ? freeAt : free;
            _workers.Enqueue(worker, free + Service(ordinal));
        }

        _jobs[id] = (free, free + Service(ordinal));
        if (Steps.HasFlag(JobSteps.Poll))
        {
            return StepAnswer.Accepted(id);
        }

        await PassAsync(_jobs[id].End - Now, cancellationToken);
        return StepAnswer.Fetched() with { JobId = id };
    }

    public async ValueTask<StepAnswer> PollAsync(JobHandle job, CancellationToken cancellationToken)
    {
        Calls.Add(("poll", job.Ordinal, Now));
        await PassAsync(PollTime, cancellationToken);
        if (OnPoll(job) is { } otherwise)
        {
            return otherwise;
        }

        if (!_jobs.TryGetValue(job.Id, out var times))
        {
            return StepAnswer.NotFound();
        }

        return Now >= times.End ? StepAnswer.Done(run: times.End - times.Start)
            : Now >= times.Start ? StepAnswer.AtWork()
            : StepAnswer.Queued();
    }

    public async ValueTask<StepAnswer> FetchAsync(JobHandle job, CancellationToken cancellationToken)
    {
        Calls.Add(("fetch", job.Ordinal, Now));
        await PassAsync(PollTime, cancellationToken);
        return OnFetch(job) ?? StepAnswer.Fetched();
    }

    /// <summary>Knows a job that another run submitted.</summary>
    public void Remember(string id, TimeSpan end) => _jobs[id] = (TimeSpan.Zero, end);

    private async ValueTask PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, _clock, cancellationToken);
        }
    }
}
