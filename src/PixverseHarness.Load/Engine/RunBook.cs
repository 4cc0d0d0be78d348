using System.Collections.Immutable;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Engine;

/// <summary>What a run counts, and the way from the engine to its recorder.</summary>
internal sealed class RunBook
{
    private static readonly int OutcomeCount = JobOutcomes.All.Count;

    // Enough for a window's p99 to three digits; more would only cost memory.
    private const int MostLatenesses = 65_536;

    private readonly IRunRecorder _recorder;
    private readonly bool _watched;
    private readonly long[] _outcomes = new long[OutcomeCount];
    private readonly List<long> _latenesses = [];
    private readonly List<long> _endToEnd = [];
    private readonly List<long> _outlived = [];
    private CensoredDistribution _ended = CensoredDistribution.Empty;

    /// <param name="recorder">Where samples go.</param>
    /// <param name="watched">Whether anybody asks for snapshots; if not, nothing is kept for them.</param>
    public RunBook(IRunRecorder recorder, bool watched)
    {
        _recorder = recorder;
        _watched = watched;
    }

    public long Offered { get; set; }

    public long Submitted { get; set; }

    public long MissedPolls { get; set; }

    public long ThrottledAnswers { get; set; }

    public long LateAcceptances { get; set; }

    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    public long Polls { get; private set; }

    public long PollErrorsSurvived { get; private set; }

    public TimeSpan Throttled { get; private set; }

    public ImmutableArray<long> Outcomes => [.. _outcomes];

    /// <summary>Counts a job as in flight from <paramref name="at"/> on.</summary>
    public void Enter(LiveJob job, TimeSpan at)
    {
        job.InFlightSince = WholeMicroseconds(at);
        MostInFlight = Math.Max(MostInFlight, ++InFlight);
        _recorder.ChangeInFlight(at, +1);
    }

    /// <summary>Counts a job as no longer in flight from <paramref name="at"/> on, which may lie before changes that were handled earlier.</summary>
    public void Leave(LiveJob job, TimeSpan at)
    {
        job.TimeInFlight += WholeMicroseconds(at) - job.InFlightSince;
        InFlight--;
        _recorder.ChangeInFlight(at, -1);
    }

    public void Record(in RequestSample request)
    {
        _recorder.Record(request);
        if (_watched && request.HasPlan && request.Operation != RequestOperation.Fetch && _latenesses.Count < MostLatenesses)
        {
            _latenesses.Add((request.Actual - request.Intended).Ticks / TimeSpan.TicksPerMicrosecond);
        }
    }

    public void Record(JobSample job)
    {
        _outcomes[(int)job.Outcome]++;
        Polls += job.Polls;
        PollErrorsSurvived += job.PollErrorsSurvived;
        Throttled += job.Throttled;
        if (_watched && job.Outcome.IsAccepted())
        {
            (job.Outcome.IsCensored() ? _outlived : _endToEnd).Add(Microseconds(job.End - job.DueStart));
        }

        _recorder.Record(job);
    }

    /// <summary>The end-to-end times so far, in microseconds, with <paramref name="ages"/> of jobs in flight as lower bounds.</summary>
    public CensoredDistribution EndToEnd(IEnumerable<TimeSpan> ages)
    {
        var ended = Distribution.Of(_endToEnd);
        _ended = _ended.Merge(new CensoredDistribution(ended, ended, Distribution.Of(_outlived)));
        _endToEnd.Clear();
        _outlived.Clear();
        return _ended with { Censored = _ended.Censored.Merge(Distribution.Of(ages.Select(Microseconds))) };
    }

    /// <summary>The 99th percentile of lateness since the last call.</summary>
    public TimeSpan TakeLatenessP99()
    {
        var lateness = Distribution.Of(_latenesses);
        _latenesses.Clear();
        var rank = (long)Math.Ceiling(lateness.Count * 0.99);
        return TimeSpan.FromMicroseconds(lateness.AtRank(Math.Max(1, rank)) ?? 0);
    }

    /// <summary>The run as a whole, now that it is over.</summary>
    public LoadResult ToResult(RunClock clock, RunEnding ending, CohortMap cohorts, int adopted) => new()
    {
        StartedAt = clock.StartedAt,
        Elapsed = clock.Now,
        DrainedFrom = ending.DrainedFrom ?? clock.Now,
        Reason = ending.Fault is null ? ending.Reason : StopReason.HarnessFault,
        ReasonText = ending.Text,
        Fault = ending.Fault,
        WasCutShort = ending.IsCutShort,
        Cohorts = cohorts.Cohorts,
        Offered = Offered,
        Submitted = Submitted,
        Adopted = adopted,
        Outcomes = Outcomes,
        MostInFlight = MostInFlight,
        Polls = Polls,
        MissedPolls = MissedPolls,
        PollErrorsSurvived = PollErrorsSurvived,
        ThrottledAnswers = ThrottledAnswers,
        Throttled = Throttled,
        LateAcceptances = LateAcceptances,
    };

    // As the recorder reads instants, so that both sides of Little's law add up the same numbers.
    private static TimeSpan WholeMicroseconds(TimeSpan at) => at - TimeSpan.FromTicks(at.Ticks % TimeSpan.TicksPerMicrosecond);

    private static long Microseconds(TimeSpan duration) => Math.Max(0, duration.Ticks / TimeSpan.TicksPerMicrosecond);
}
