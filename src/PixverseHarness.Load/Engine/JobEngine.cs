using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>
/// The loop of a run. It alone touches jobs, heap, gate and book; steps that wait for a target come back through a queue. After
/// every wake-up it looks at the clock, and does what is due and nothing else.
/// </summary>
internal sealed class JobEngine
{
    private readonly LoadOptions _options;
    private readonly IJobWorkload _workload;
    private readonly RunClock _clock;
    private readonly WakeSignal _wake;
    private readonly StopRequests _stops;
    private readonly ArrivalFeed _feed;
    private readonly JobCarrier _jobs;
    private readonly RunBook _book;
    private readonly CohortMap _cohorts;
    private readonly ProgressTicker _progress;
    private readonly RunEnding _ending = new();
    private long _nextOrdinal;

    public JobEngine(
        LoadOptions options,
        IJobWorkload workload,
        IRunRecorder recorder,
        RunClock clock,
        WakeSignal wake,
        StopRequests stops,
        ArrivalFeed feed)
    {
        _options = options;
        _workload = workload;
        _clock = clock;
        _wake = wake;
        _stops = stops;
        _feed = feed;
        _book = new RunBook(recorder, options.Progress is not null);
        _jobs = new JobCarrier(options, workload, clock, wake, _book, _ending, feed);
        _cohorts = new CohortMap(options.Schedule, options.CohortWindow);
        _progress = new ProgressTicker(options, _book, _jobs.Waiting);
        _nextOrdinal = options.FirstOrdinal;
    }

    private bool IsDraining => _ending.DrainedFrom is not null;

    private TimeSpan DrainDeadline => (_ending.DrainedFrom ?? TimeSpan.Zero) + (_options.Drain ?? _options.JobTimeout);

    public async Task<LoadResult> RunAsync()
    {
        try
        {
            Adopt();
            await LoopAsync();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            _ending.Fault ??= broken;
        }

        _ending.IsCutShort = _stops.Now || _ending.Fault is not null;
        if (!IsDraining)
        {
            _ending.Begin(_clock.Now, StopReason.HarnessFault, null);
        }

        _jobs.EndAll(_ending.IsCutShort ? "stopped" : "drain_over");
        _progress.Tick(_clock.Now, draining: true, force: true);
        return _book.ToResult(_clock, _ending, _cohorts, _options.Adopted.Length);
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            _jobs.TakeCompletions();
            if (_stops.Drain is { } wish)
            {
                Drain(wish.Reason, wish.Text);
            }

            if (_stops.Now || _ending.Fault is not null)
            {
                return;
            }

            _jobs.WakeDue();
            StartArrivals();
            _jobs.ReleaseHeld();
            if (_feed.IsExhausted)
            {
                Drain(StopReason.PlanDone, null);
            }

            _progress.Tick(_clock.Now, IsDraining, force: false);
            if (IsDraining && (_jobs.Waiting.Count == 0 || _clock.Now >= DrainDeadline))
            {
                return;
            }

            await _wake.WaitUntilAsync(_ending.Fault is null ? NextInstant() : TimeSpan.Zero);
        }
    }

    private void Adopt()
    {
        foreach (var adopted in _options.Adopted)
        {
            // Its money is committed, whatever this run's budget is; what the budget can hold of it, it holds.
            var price = _options.Spend.TryReserve(adopted.PriceMicroDollars) ? adopted.PriceMicroDollars : 0;
            _jobs.Adopt(new LiveJob(adopted.Ordinal, _clock.OffsetOf(adopted.AcceptedAt), 0, price, isCopy: false), adopted.JobId);
        }
    }

    private void StartArrivals()
    {
        while (!IsDraining && _ending.Fault is null && _feed.TryTake(_clock.Now, out var due, out var isCopy))
        {
            var ordinal = _nextOrdinal++;
            var job = new LiveJob(ordinal, due, _cohorts.IndexOf(due), _workload.PriceOf(ordinal), isCopy) { Deadline = due + _options.JobTimeout };
            _book.Offered++;
            if (_jobs.Waiting.Count >= _options.MaxInFlight)
            {
                _book.Record(job.ToSample(JobOutcome.Shed, "in_flight_cap", due));
            }
            else if (!_options.Spend.TryReserve(job.Price))
            {
                _book.Record(job.ToSample(JobOutcome.Shed, "budget", due));
                Drain(StopReason.BudgetSpent, null);
            }
            else
            {
                _jobs.Take(job);
            }
        }
    }

    private void Drain(StopReason reason, string? text)
    {
        if (!_ending.Begin(_clock.Now, reason, text))
        {
            return;
        }

        _feed.Stop();
        if (_ending.StopsHeldJobs)
        {
            _jobs.GiveUpHeld();
        }
    }

    private TimeSpan? NextInstant()
    {
        ReadOnlySpan<TimeSpan?> instants =
        [
            IsDraining ? DrainDeadline : _feed.NextDue,
            _jobs.NextWake,
            _jobs.Gate.NextRelease,
            _progress.Next,
        ];
        TimeSpan? next = null;
        foreach (var instant in instants)
        {
            next = next is null || instant < next ? instant ?? next : next;
        }

        return next;
    }
}
