using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Tests.Played;

/// <summary>
/// A run that nobody ran: jobs drawn from a seed, queued on workers, polled at an interval, and recorded as an engine would.
/// It knows the truth that polling hides.
/// </summary>
internal sealed class PlayedRun
{
    private readonly PlayedRunOptions _options;
    private readonly Random _random;
    private readonly PriorityQueue<TimeSpan, TimeSpan> _workers = new();
    private readonly List<TimeSpan> _ends = [];
    private readonly List<TimeSpan> _trueRuns = [];
    private readonly List<JobSample> _jobs = [];
    private readonly List<RequestSample> _requests = [];

    private PlayedRun(PlayedRunOptions options)
    {
        _options = options;
        _random = new Random(options.Seed);
        End = (options.StepLength * options.Rates.Length) + options.Drain;
        Play();
    }

    public TimeSpan End { get; }

    public IReadOnlyList<JobSample> Jobs => _jobs;

    public IReadOnlyList<TimeSpan> TrueRuns => _trueRuns;

    public static PlayedRun Of(PlayedRunOptions options) => new(options);

    public RunRecorderOptions RecorderOptions => new()
    {
        Cohorts = [.. _options.Rates.Select((rate, index) => new Cohort(
            index, $"step{index + 1}", _options.StepLength * index, _options.StepLength * (index + 1), rate))],
        PlannedDuration = End,
        Objective = _options.Objective,
    };

    public MeasuredDocument Measure()
    {
        var recorder = new RunRecorder(RecorderOptions);
        RecordInto(recorder, _jobs);
        return recorder.Measured(End);
    }

    public void RecordInto(RunRecorder recorder, IEnumerable<JobSample> jobs)
    {
        foreach (var job in jobs)
        {
            recorder.Record(job);
        }

        foreach (var request in _requests)
        {
            recorder.Record(request);
        }

        var sent = _jobs.Where(job => job.ActualStart is not null).ToArray();
        var changes = sent.Select(job => (At: job.ActualStart.GetValueOrDefault(), Change: 1))
            .Concat(sent.Select(job => (At: job.End, Change: -1)))
            .OrderBy(change => change.At);
        recorder.ChangeInFlight(TimeSpan.Zero, _options.PhantomJobs);
        foreach (var (at, change) in changes)
        {
            recorder.ChangeInFlight(at, change);
        }
    }

    private void Play()
    {
        var at = TimeSpan.Zero;
        for (var step = 0; step < _options.Rates.Length;)
        {
            at += TimeSpan.FromSeconds(-Math.Log(1 - _random.NextDouble()) / _options.Rates[step]);
            for (; step < _options.Rates.Length && at >= _options.StepLength * (step + 1); step++)
            {
                at = _options.StepLength * (step + 1);
            }

            if (step < _options.Rates.Length && at < _options.StepLength * (step + 1))
            {
                _jobs.Add(PlayJob(_jobs.Count, step, at));
            }
        }
    }

    private JobSample PlayJob(int ordinal, int step, TimeSpan due)
    {
        var shell = new JobSample { Ordinal = ordinal, CohortIndex = step, IntendedStart = due, End = due, Outcome = JobOutcome.Shed };
        if (_ends.Count(end => end > due) >= _options.MostInFlight)
        {
            return shell with { Cause = "in_flight_cap" };
        }

        var started = due + _options.SubmitLateness;
        var submitted = started + Milliseconds(20, 35);
        var rejected = _random.NextDouble() < _options.Rejected;
        _requests.Add(new RequestSample(RequestOperation.Submit, due, started, submitted, rejected ? 429 : 200, CohortIndex: step));
        if (rejected)
        {
            _ends.Add(submitted);
            return shell with
            {
                ActualStart = started, SubmitEnd = submitted, End = submitted, Outcome = JobOutcome.Rejected, Cause = "rate_limited",
                Throttled = TimeSpan.FromSeconds(2),
            };
        }

        return Follow(shell with { ActualStart = started, SubmitEnd = submitted, RequestId = $"job-{ordinal}" }, submitted);
    }

    private JobSample Follow(JobSample job, TimeSpan accepted)
    {
        var begins = accepted;
        if (_workers.Count >= _options.Workers && _workers.Dequeue() is var free && free > begins)
        {
            begins = free;
        }

        if (_options.OwnWait > TimeSpan.Zero)
        {
            begins += _options.OwnWait * -Math.Log(1 - _random.NextDouble());
        }

        var run = _options.MeanRun * (0.7 + (0.6 * _random.NextDouble()));
        var never = _random.NextDouble() < _options.NeverEnds;
        var fails = _random.NextDouble() < _options.FailedByService;
        run = fails ? run * 0.3 : run;
        var ends = never ? TimeSpan.MaxValue : begins + run;
        if (_options.Workers < int.MaxValue)
        {
            _workers.Enqueue(begins + run, begins + run);
        }

        var intended = accepted + (_options.PollInterval * _random.NextDouble());
        var (polls, lastQueued, lastAlive) = (0, accepted, accepted);
        ObservedInterval? working = null;
        for (; intended < End; intended += _options.PollInterval)
        {
            var sent = intended + Milliseconds(0, 0.3);
            var seen = sent + Milliseconds(2, 4);
            var read = seen + Milliseconds(2, 4);
            polls++;
            _requests.Add(new RequestSample(
                RequestOperation.Poll, intended, sent, read, seen >= ends && fails ? 422 : 200, CohortIndex: job.CohortIndex));
            if (seen >= begins)
            {
                working ??= new ObservedInterval(lastQueued, read);
            }
            else
            {
                lastQueued = sent;
            }

            if (seen >= ends)
            {
                var done = job with { Polls = polls, Started = working, Finished = new ObservedInterval(lastAlive, read) };
                return Finish(done, fails, begins - accepted, run);
            }

            lastAlive = sent;
        }

        _ends.Add(End);
        return job with { Polls = polls, Started = working, LastSeenAlive = lastAlive, End = End, Outcome = JobOutcome.Unfinished };
    }

    private JobSample Finish(JobSample job, bool fails, TimeSpan queue, TimeSpan run)
    {
        var known = job.Finished.GetValueOrDefault().AtOrBefore;
        var stated = _options.ServerStatesTimes
            ? job with { StatedQueueWait = queue, StatedRun = run }
            : job;
        if (fails)
        {
            _ends.Add(known);
            return stated with { End = known, Outcome = JobOutcome.FailedByService, Cause = "content_moderation" };
        }

        var fetchStart = known + Milliseconds(0, 0.3);
        var fetchEnd = fetchStart + Milliseconds(8, 14);
        _requests.Add(new RequestSample(RequestOperation.Fetch, known, fetchStart, fetchEnd, 200, CohortIndex: job.CohortIndex));
        _trueRuns.Add(run);
        _ends.Add(fetchEnd);
        return stated with
        {
            FetchIntended = known, FetchStart = fetchStart, FetchEnd = fetchEnd, End = fetchEnd,
            Outcome = JobOutcome.Completed, CostMicroDollars = 500_000,
        };
    }

    private TimeSpan Milliseconds(double from, double to) => TimeSpan.FromMilliseconds(from + ((to - from) * _random.NextDouble()));
}
